"""Claims: groups of sentences of several outlets that make one statement."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from framecheck.records.alignment import Claim, Level, Pair, SentenceRef
from framecheck.records.story import Story

AN_OUTLET = 2  # sentences of one outlet in one claim, at most
STRONG = 0.9  # score from which a partial pair may begin a claim too
LINK = 0.35  # mean score between two groups that are joined


def claims(story: Story, pairs: Iterable[Pair]) -> tuple[Claim, ...]:
    """Sentences joined by average link over the kept pairs, so that a chain of partial matches does not run together.

    Only equivalent and strong partial pairs begin a claim. Most outlets first, then by place in the articles.
    """
    scores: dict[frozenset[SentenceRef], float] = {}
    anchored: list[tuple[SentenceRef, SentenceRef]] = []
    for pair in sorted(pairs, key=lambda p: (-p.equivalent, -p.score, p.a, p.b)):
        scores[frozenset((pair.a, pair.b))] = pair.score
        if pair.level is Level.EQUIVALENT or pair.score >= STRONG:
            anchored.append((pair.a, pair.b))
    group: dict[SentenceRef, list[SentenceRef]] = {}
    for a, b in anchored:
        first, second = group.setdefault(a, [a]), group.setdefault(b, [b])
        if first is not second and _belong(first, second, scores):
            first.extend(second)
            for ref in second:
                group[ref] = first
    found = {id(members): sorted(members) for members in group.values() if len(members) > 1}
    lengths = [max(len(d.sentences) - 1, 1) for d in story.documents]

    def order(members: list[SentenceRef]) -> tuple[int, float, SentenceRef]:
        place = min(ref.sentence / lengths[ref.document] for ref in members)
        return -len({ref.document for ref in members}), place, members[0]

    ranked = sorted(found.values(), key=order)
    return tuple(Claim(f"c{number:02d}", tuple(members)) for number, members in enumerate(ranked, 1))


def _belong(first: list[SentenceRef], second: list[SentenceRef], scores: dict[frozenset[SentenceRef], float]) -> bool:
    """Whether two groups make one statement: close on average across outlets, and few sentences an outlet."""
    documents = [ref.document for ref in (*first, *second)]
    if max(documents.count(d) for d in set(documents)) > AN_OUTLET:
        return False
    between = [
        scores.get(frozenset(pair), 0.0) for pair in product(first, second) if pair[0].document != pair[1].document
    ]
    return bool(between) and sum(between) / len(between) >= LINK
