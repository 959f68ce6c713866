"""What the pairs around a pair say about it, from the probabilities of a first look.

A statement often runs over neighbouring sentences, a third outlet that matches both speaks for a pair, and a sentence
with a better partner in the same article speaks against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from framecheck.align.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

LEAST: Final = 0.03  # below it a pair is no link to a third outlet


def context(table: Table, a: Ints, b: Ints, first: Floats) -> dict[str, Floats]:
    """Signals by name, parallel to *a* and *b*; *first* are the probabilities of the same pairs."""
    import numpy as np

    size = len(table.refs)
    scores = np.zeros((size, size), np.float32)
    scores[a, b] = scores[b, a] = first
    best, second, mass, rank = _rows(table, scores)

    def other(i: Ints, j: Ints) -> Floats:
        return np.where(scores[i, j] >= best[i, j], second[i, j], best[i, j]).astype(np.float32)

    other_a, other_b = other(a, b), other(b, a)
    mass_a, mass_b = mass[a, b] - first, mass[b, a] - first
    away_a, away_b = _elsewhere(table, best, a, b), _elsewhere(table, best, b, a)
    padded = np.zeros((size + 2, size + 2), np.float32)
    padded[1:-1, 1:-1] = scores
    document = np.concatenate([[-1], table.document, [-1]])

    def beside(i: int, j: int) -> Floats:
        same = (document[a + 1 + i] == table.document[a]) & (document[b + 1 + j] == table.document[b])
        return np.where(same, padded[a + 1 + i, b + 1 + j], 0).astype(np.float32)

    along = (beside(1, 1), beside(-1, -1))
    across = np.maximum(beside(1, -1), beside(-1, 1))
    inside = np.clip(first, 1e-6, 1 - 1e-6)
    return {
        "first": np.log(inside / (1 - inside)).astype(np.float32),
        "other_stronger": np.maximum(other_a, other_b),
        "other_weaker": np.minimum(other_a, other_b),
        "rank": np.log1p(rank[a, b]) + np.log1p(rank[b, a]),
        "rank_better": np.log1p(np.minimum(rank[a, b], rank[b, a])),
        "mass_more": np.maximum(mass_a, mass_b),
        "mass_less": np.minimum(mass_a, mass_b),
        "elsewhere_more": np.maximum(away_a, away_b),
        "elsewhere_less": np.minimum(away_a, away_b),
        "third": _third(scores)[a, b],
        "along": np.maximum(*along),
        "along_both": along[0] + along[1],
        "across": across,
        "beside": np.maximum.reduce([beside(0, 1), beside(0, -1), beside(1, 0), beside(-1, 0)]),
    }


def _rows(table: Table, scores: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """For each sentence (row) and each sentence (column): the best and second best score and the sum of scores that the
    row has in the column's document, and how many there are better than the column."""
    import numpy as np

    best, second, mass, rank = (np.zeros_like(scores) for _ in range(4))
    for rows in table.documents():
        block = scores[:, rows]
        ordered = np.sort(block, axis=1)
        best[:, rows] = ordered[:, -1:]
        if ordered.shape[1] > 1:
            second[:, rows] = ordered[:, -2:-1]
        mass[:, rows] = block.sum(axis=1, keepdims=True)
        rank[:, rows] = np.argsort(np.argsort(-block, axis=1, kind="stable"), axis=1, kind="stable")
    return best, second, mass, rank


def _elsewhere(table: Table, best: Floats, i: Ints, j: Ints) -> Floats:
    """The best score of *i* in documents other than that of *j*."""
    import numpy as np

    heads = [rows.start for rows in table.documents()]
    names = table.document[heads]
    top = best[:, heads]
    order = np.argsort(-top, axis=1, kind="stable")
    first = np.take_along_axis(top, order[:, :1], 1)[:, 0]
    second = np.take_along_axis(top, order[:, 1:2], 1)[:, 0] if len(heads) > 1 else np.zeros_like(first)
    return np.where(names[order[i, 0]] == table.document[j], second[i], first[i]).astype(np.float32)


def _third(scores: Floats) -> Floats:
    """For each two sentences the best third one: the weaker of its scores with both."""
    import numpy as np

    found = np.zeros_like(scores)
    for row in scores:
        near = np.flatnonzero(row >= LEAST)
        if len(near) > 1:
            block = np.ix_(near, near)
            found[block] = np.maximum(found[block], np.minimum.outer(row[near], row[near]))
    return found
