"""A counted part against the whole: "two of the three lanes" and "the lanes"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framecheck.diff.context import likeness, once, rarity, surroundings
from framecheck.diff.places import place_in
from framecheck.lexicons import table, words
from framecheck.records.alignment import Alignment, Level, Pair
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Chunk, Document, Sentence
from framecheck.text import Span

_RECALLED = frozenset(("these", "those", "that", "this", "such", "which", "what", "whose", "no", "any"))
PART_ALIKE = {Level.EQUIVALENT: 0.1, Level.PARTIAL: 0.2}  # how alike what stands around part and whole must be


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: ``part`` says that a number of those it names is meant, ``said`` that it is quantified."""

    head: str
    determiner: str
    part: bool
    said: bool
    span: Span
    around: dict[str, float]


def parts(alignment: Alignment) -> Iterator[Difference]:
    """Parts of which the other sentence names the whole."""
    story = alignment.story
    rare = rarity(story)
    of = once(story, _read)
    for pair in alignment.pairs:
        for a in of(pair.a):
            for b in of(pair.b):
                if a.head != b.head or a.part == b.part:
                    continue
                whole, others = (b, of(pair.a)) if a.part else (a, of(pair.b))
                named = any(o.head == whole.head and not o.part for o in others)
                alike = likeness(a.around, b.around, rare)
                told = whole.said or whole.determiner in _RECALLED
                if not named and not told and alike >= PART_ALIKE[pair.level]:
                    yield _difference(alignment, pair, a, b, alike)


def _read(document: Document, sentence: Sentence) -> Iterator[Phrase]:
    for chunk in document.chunks:
        if chunk.sentence == sentence.index and chunk.kind == "NP" and document.tokens[chunk.head].tag.startswith("NN"):
            yield _phrase(document, sentence, chunk)


def _phrase(document: Document, sentence: Sentence, chunk: Chunk) -> Phrase:
    tokens = document.tokens
    inside = tokens[chunk.first : chunk.last]
    head = tokens[chunk.head]
    start, part = chunk.first, False
    if chunk.first - sentence.first >= 2 and tokens[chunk.first - 1].lower == "of":
        word = tokens[chunk.first - 2].lower
        numbered = word in table("numbers") or tokens[chunk.first - 2].tag == "CD"
        if numbered and inside[0].tag in ("DT", "PRP$"):
            start, part = chunk.first - 2, True
    said = any(t.lower in words("quantifiers") or t.tag == "CD" for t in inside)
    determiner = inside[0].lower if inside[0].tag in ("DT", "PRP$") else ""
    span = Span(tokens[start].start, head.end)
    around = surroundings(document, sentence, span)
    if part and any(t.source is not None and t.source.overlap(span) for t in document.attributions):
        part = False  # "five of the officials said": whose words they are, not how far they reach
    return Phrase(head.stem, determiner, part, said and not part, span, around)


def _difference(alignment: Alignment, pair: Pair, a: Phrase, b: Phrase, alike: float) -> Difference:
    story = alignment.story
    variants = []
    for ref, phrase in ((pair.a, a), (pair.b, b)):
        words_told = story.documents[ref.document].words(phrase.span)
        variants.append(Variant(" ".join(words_told.lower().split()), (place_in(story, ref, phrase.span),)))
    if b.part:
        variants.reverse()
    return Difference(
        "extent",
        "part",
        tuple(variants),
        group="",
        level=pair.level,
        pair_score=pair.score,
        link=min(0.4 + 0.6 * alike, 1.0),
        evidence=(a.head,),
        traits={"around": alike},
    )
