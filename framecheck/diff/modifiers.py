"""Modifier with modifier of the same thing: opposite, a part or the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from framecheck.diff.grouping import connected
from framecheck.diff.places import place_in
from framecheck.lexicons import table, words
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Document
from framecheck.records.story import Story
from framecheck.text import Span


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun with the words before it that belong to it. ``first`` and ``at`` are token indexes; ``part`` is the index of a
    partitive that governs it, -1 if none; ``around`` are the words of the sentence outside the phrase."""

    first: int
    at: int
    stem: str
    modifiers: frozenset[str]
    part: int
    proper: bool
    around: frozenset[str]


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Things of aligned sentences whose modifiers exclude one another."""
    yield from connected(_differences(alignment))


def _differences(alignment: Alignment) -> Iterator[Difference]:
    story = alignment.story
    things = [_by_sentence(d) for d in story.documents]
    for pair in alignment.pairs:
        for a in things[pair.a.document].get(pair.a.sentence, ()):
            for b in things[pair.b.document].get(pair.b.sentence, ()):
                if a.stem != b.stem:
                    continue
                relation = _relation(a, b)
                if relation:
                    yield Difference(
                        "thing",
                        relation,
                        (
                            _variant(story, pair.a, a, relation),
                            _variant(story, pair.b, b, relation),
                        ),
                        group=f"{relation} {a.stem}",
                        level=pair.level,
                        pair_score=pair.score,
                        evidence=tuple(sorted(a.modifiers & b.modifiers)),
                    )


def _relation(a: Thing, b: Thing) -> str:
    opposites = table("opposites")
    if any(o in b.modifiers for m in a.modifiers for o in opposites.get(m, ("",))[0].split()):
        # "western members and newer eastern states": a sentence that has both words contrasts them itself
        return "" if a.modifiers & b.around or b.modifiers & a.around else "opposite"
    shared = a.modifiers & b.modifiers
    if (a.part >= 0) != (b.part >= 0):
        return "part" if shared or (a.proper and b.proper) else ""
    return ""


def _by_sentence(document: Document) -> dict[int, list[Thing]]:
    found: dict[int, list[Thing]] = defaultdict(list)
    for chunk in document.chunks:
        token = document.tokens[chunk.head]
        if chunk.kind != "NP" or not token.tag.startswith("NN"):
            continue
        inside = range(chunk.first, chunk.head)
        modifiers = frozenset(
            document.tokens[i].lower for i in inside if document.tokens[i].tag not in ("DT", "PRP$", "POS", "HYPH")
        )
        sentence = document.sentences[chunk.sentence]
        outside = (*range(sentence.first, chunk.first), *range(chunk.last, sentence.last))
        around = frozenset(document.tokens[i].lower for i in outside)
        part = _part(document, chunk.first)
        proper = token.text[:1].isupper()
        found[chunk.sentence].append(Thing(chunk.first, chunk.head, token.stem, modifiers, part, proper, around))
    return found


def _part(document: Document, first: int) -> int:
    """The partitive before "of" before the phrase; "as part of" and "is part of" take nothing out."""
    if (
        first < 3
        or document.tokens[first - 1].lower != "of"
        or document.tokens[first - 2].lower not in words("partitives")
    ):
        return -1
    before = document.tokens[first - 3]
    return -1 if before.lower in ("as", "is", "was", "became", "be", "been", "are", "were") else first - 2


def _variant(story: Story, ref: SentenceRef, thing: Thing, relation: str) -> Variant:
    document = story.documents[ref.document]
    first = thing.part if relation == "part" and thing.part >= 0 else thing.first
    own = [i for i in range(first, thing.at) if document.tokens[i].tag in ("DT", "PRP$", "POS")]
    first = own[-1] + 1 if own and first != thing.part else first
    span = Span(document.tokens[first].start, document.tokens[thing.at].end)
    return Variant(span.of(document.article.plain).lower(), (place_in(story, ref, span),))
