"""Sentences that are not aligned but came near it: the same fact may stand in them beside others.

Only facts that are linked by their own words, such as the degree of an act or the time of an event, may be compared in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef

NEAR = 0.02  # probability of sharing a proposition from which sentences count as near


def nearness(alignment: Alignment, a: SentenceRef, b: SentenceRef) -> float:
    """How near two sentences came to being aligned; 0 where that is not known."""
    return alignment.scores.score(a, b) if alignment.scores else 0.0


def near_pairs(alignment: Alignment, refs: Iterable[SentenceRef]) -> Iterator[Pair]:
    """Pairs of *refs* that are near and not aligned, as partial pairs."""
    kept = {(pair.a, pair.b) for pair in alignment.pairs}
    for a, b in combinations(sorted(refs), 2):
        if a.document != b.document and (a, b) not in kept and (score := nearness(alignment, a, b)) >= NEAR:
            yield Pair(a, b, score, 0.0, Level.PARTIAL)
