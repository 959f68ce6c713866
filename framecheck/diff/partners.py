"""The sentences that a sentence is aligned with."""

from __future__ import annotations

from collections import defaultdict

from framecheck.records.alignment import Alignment, SentenceRef

Partners = dict[SentenceRef, dict[int, tuple[float, int]]]


def partners(alignment: Alignment) -> Partners:
    """For every aligned sentence the best partner in each other document: the score of the pair and the sentence's index."""
    found: Partners = defaultdict(dict)
    for pair in alignment.pairs:  # best first
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            found[one].setdefault(other.document, (pair.score, other.sentence))
    return dict(found)
