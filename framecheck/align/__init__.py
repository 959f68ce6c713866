"""Align: which sentences of different outlets say the same."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from framecheck.records.alignment import Alignment, Level, Pair, Scores
from framecheck.records.story import Story

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framecheck.align.model import Model

EQUIVALENT = 0.4  # probability from which a pair is called equivalent
COPIED = 0.97  # probability at least of a sentence that was taken over almost word for word


def align(story: Story, model: Model | None = None) -> Alignment:
    """Scored sentence pairs across outlets, many to many, best first, and the claims they make up.

    *model* stands in for the shipped weights, so that figures can be taken with weights that never saw a story.
    """
    import numpy as np

    from framecheck.align.claims import claims
    from framecheck.align.copies import copies
    from framecheck.align.model import LISTED, load, threshold
    from framecheck.align.table import cross_pairs, table

    rows = table(story)
    a, b = cross_pairs(rows)
    if not len(a):
        return Alignment(story, ())
    model = model or load()
    shares, equivalent = model.judge(rows, a, b)
    copied = copies(story)
    places = {ref: row for row, ref in enumerate(rows.refs)}
    taken = np.isin(a * len(rows.refs) + b, [places[c.a] * len(rows.refs) + places[c.b] for c in copied])
    shares, equivalent = (np.where(taken, np.maximum(found, COPIED), found) for found in (shares, equivalent))
    cut = threshold(shares, model.leniency)

    def best(chosen: NDArray[np.bool_]) -> tuple[Pair, ...]:
        found = [
            Pair(
                rows.refs[a[i]],
                rows.refs[b[i]],
                round(float(shares[i]), 4),
                round(float(equivalent[i]), 4),
                Level.EQUIVALENT if equivalent[i] >= EQUIVALENT else Level.PARTIAL,
            )
            for i in np.flatnonzero(chosen).tolist()
        ]
        return tuple(sorted(found, key=lambda p: (-p.score, p.a, p.b)))

    pairs = best(shares >= cut)
    faint = best((shares < cut) & (shares >= threshold(shares, LISTED)))
    return Alignment(story, pairs, claims(story, pairs), copied, faint, _scores(story, a, b, shares))


def _scores(story: Story, a: NDArray[np.int64], b: NDArray[np.int64], shares: NDArray[np.float32]) -> Scores:
    import numpy as np

    ends = list(accumulate(len(document.sentences) for document in story.documents))
    matrix = np.zeros((ends[-1], ends[-1]), np.float32)
    matrix[a, b] = matrix[b, a] = shares
    return Scores((0, *ends[:-1]), matrix)
