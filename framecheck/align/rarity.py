"""How much a word weighs: rare in the story, rare in texts at large.

``framecheck/data/frequencies.tsv`` is made by ``python -m framecheck.train.frequencies``, which names the texts and their terms.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@cache
def frequencies() -> tuple[int, dict[str, int]]:
    """How many texts the background counts come from, and in how many of them each stem occurs."""
    lines = files("framecheck").joinpath("data", "frequencies.tsv").read_text(encoding="utf-8").splitlines()
    counts = {word: int(n) for word, n in (line.split("\t") for line in lines)}
    return counts.pop("#"), counts


def weights(matrix: Floats, items: Sequence[object]) -> dict[str, Floats]:
    """Weights of a 0/1 matrix's columns: inverse frequency among its rows (``story``), in texts at large (``general``, 0
    to 1), and their ``product``."""
    import numpy as np

    total, counts = frequencies()
    if not items:
        return dict.fromkeys(("story", "general", "product"), np.ones(matrix.shape[1], np.float32))
    story = np.log((1 + len(matrix)) / (0.5 + matrix.sum(axis=0))).astype(np.float32)
    general = np.array([counts.get(str(item), 1) for item in items], np.float32)
    general = (np.log(total / general + 1) / np.log(total + 1)).astype(np.float32)
    return {"story": story, "general": general, "product": story * general}
