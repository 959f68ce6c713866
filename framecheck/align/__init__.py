"""Align: which sentences of different outlets say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framecheck.records.alignment import Alignment, Level, Pair
from framecheck.records.story import Story

if TYPE_CHECKING:
    from framecheck.align.model import Model

EQUIVALENT = 0.4  # probability from which a pair is called equivalent


def align(story: Story, model: Model | None = None) -> Alignment:
    """Scored sentence pairs across outlets, many to many, best first, and the claims they make up.

    *model* stands in for the shipped weights, so that figures can be taken with weights that never saw a story.
    """
    import numpy as np

    from framecheck.align.claims import claims
    from framecheck.align.model import load
    from framecheck.align.signals import signals
    from framecheck.align.table import cross_pairs, table

    rows = table(story)
    a, b = cross_pairs(rows)
    if not len(a):
        return Alignment(story, ())
    model = model or load()
    found = signals(rows, a, b)
    shares = model.shares.probability(found)
    equivalent = np.minimum(model.equivalent.probability(found), shares)
    kept = np.flatnonzero(shares >= model.threshold)
    pairs = [
        Pair(
            rows.refs[a[i]],
            rows.refs[b[i]],
            round(float(shares[i]), 4),
            round(float(equivalent[i]), 4),
            Level.EQUIVALENT if equivalent[i] >= EQUIVALENT else Level.PARTIAL,
        )
        for i in kept.tolist()
    ]
    pairs.sort(key=lambda p: (-p.score, p.a, p.b))
    scores = {(rows.refs[i], rows.refs[j]): float(p) for i, j, p in zip(a, b, shares, strict=True)}
    return Alignment(story, tuple(pairs), claims(story, pairs), scores)
