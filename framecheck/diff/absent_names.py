"""A person, body or thing that most outlets name once or twice and another never mentions.

Told in passing by most, left out by one: what is named often is the story itself, and an article that lacks it tells
another part of the story.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from framecheck.diff.grouping import connected
from framecheck.diff.near import nearness
from framecheck.diff.places import place_in
from framecheck.facts.tree import clause_span
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Mention, Naming
from framecheck.records.story import Entity, Story

MAJORITY = 0.6  # of the outlets
PASSING = 1.5  # mentions an outlet that has it, on average
KINDS = frozenset(("person", "body", "thing"))


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Entities that an outlet lacks, with the clauses that have them elsewhere."""
    yield from connected(_differences(alignment))


def _differences(alignment: Alignment) -> Iterator[Difference]:
    story = alignment.story
    words = [frozenset(t.lower for t in d.tokens) for d in story.documents]
    for entity in story.entities:
        if not entity.name or entity.kind not in KINDS:
            continue
        told = _mentions(story, entity)
        last = entity.name.split()[-1].lower()
        missing = [i for i in range(len(words)) if i not in told and last not in words[i]]
        often = sum(map(len, told.values())) > PASSING * len(told)
        if not missing or len(told) < max(2, MAJORITY * len(words)) or often:
            continue
        score, chosen = _closest(alignment, told)
        places = tuple(_place(story, document, mention) for document, mention in sorted(chosen.items()))
        yield Difference(
            "entity",
            "absent",
            (Variant(entity.name.lower(), places),),
            group=f"absent {entity.name}",
            link=score,
            missing=tuple((i, -1) for i in missing),
            traits={"together": score, "tellers": len(told) / len(words), entity.kind: 1.0},
        )


def _mentions(story: Story, entity: Entity) -> dict[int, list[Mention]]:
    told: dict[int, list[Mention]] = defaultdict(list)
    for ref in entity.mentions:
        mention = story.mention(ref)
        if mention.naming is not Naming.PRONOUN:
            told[ref.document].append(mention)
    return told


def _closest(alignment: Alignment, told: dict[int, list[Mention]]) -> tuple[float, dict[int, Mention]]:
    """One mention a document: the two whose sentences come closest, and for the others the first."""
    best, chosen = -1.0, {document: mentions[0] for document, mentions in told.items()}
    for one, other in combinations(sorted(told), 2):
        for a in told[one]:
            for b in told[other]:
                score = nearness(alignment, SentenceRef(one, a.sentence), SentenceRef(other, b.sentence))
                if score > best:
                    best, chosen = score, chosen | {one: a, other: b}
    return max(best, 0.0), chosen


def _place(story: Story, number: int, mention: Mention) -> Place:
    document = story.documents[number]
    token = bisect_right(document.tokens, mention.span.start, key=lambda t: t.start) - 1
    return place_in(story, SentenceRef(number, mention.sentence), clause_span(document, token))
