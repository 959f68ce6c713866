"""How much a word weighs, and what it means: background frequencies and word vectors, both shipped as data.

``framecheck/data/frequencies.tsv`` is made by ``python -m framecheck.train.frequencies``, ``framecheck/data/vectors.npz`` by
``python -m framecheck.train.vectors``; the scripts name the texts and their terms.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

ALIKE = 0.35  # cosine from which two words count as somewhat alike


@cache
def frequencies() -> tuple[int, dict[str, int]]:
    """How many texts the background counts come from, and in how many of them each stem occurs."""
    lines = files("framecheck").joinpath("data", "frequencies.tsv").read_text(encoding="utf-8").splitlines()
    counts = {word: int(n) for word, n in (line.split("\t") for line in lines)}
    return counts.pop("#"), counts


@cache
def _stored() -> tuple[dict[str, int], NDArray[np.int8]]:
    import numpy as np

    with as_file(files("framecheck").joinpath("data", "vectors.npz")) as path, np.load(path) as stored:
        stems = stored["stems"].tobytes().decode().split("\n")
        return {stem: i for i, stem in enumerate(stems)}, stored["vectors"]


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


def vectors(items: Sequence[object]) -> Floats:
    """Unit word vectors, one row an item; unknown stems have zeros."""
    import numpy as np

    index, stored = _stored()
    found = np.zeros((max(len(items), 1), stored.shape[1]), np.float32)
    known = [(row, index[str(item)]) for row, item in enumerate(items) if str(item) in index]
    if known:
        rows, places = zip(*known, strict=True)
        found[list(rows)] = stored[list(places)]
    found /= np.linalg.norm(found, axis=1, keepdims=True) + np.float32(1e-6)
    return found


def likeness(embedded: Floats) -> Floats:
    """How alike each two items are, 0 to 1: the cosine above `ALIKE`, and 1 on the diagonal."""
    import numpy as np

    cosine = embedded @ embedded.T
    np.fill_diagonal(cosine, 1.0)
    alike: Floats = np.maximum((cosine - ALIKE) / (1 - ALIKE), 0).astype(np.float32)
    return alike
