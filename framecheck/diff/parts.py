"""A counted part against the whole ("two of the three lanes" and "the lanes"), and one kind against all kinds
("long-range missile tests" and "missile tests")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framecheck.diff.context import likeness, once, rarity, surroundings
from framecheck.diff.places import place_in
from framecheck.lexicons import table, words
from framecheck.records.alignment import Alignment, Level, Pair
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Chunk, Document, Sentence, Token
from framecheck.text import Span

_RECALLED = frozenset(("these", "those", "that", "this", "such", "which", "what", "whose", "no", "any"))
PART_ALIKE = {Level.EQUIVALENT: 0.1, Level.PARTIAL: 0.2}  # how alike what stands around part and whole must be
KIND_ALIKE = {Level.EQUIVALENT: 0.0, Level.PARTIAL: 0.0}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: ``part`` says that a number of those it names is meant, ``said`` that it is quantified."""

    head: str
    name: bool
    modifiers: frozenset[str]
    determiner: str
    part: bool
    said: bool
    span: Span
    around: dict[str, float]


def parts(alignment: Alignment) -> Iterator[Difference]:
    """Parts and kinds of which the other sentence names the whole."""
    story = alignment.story
    rare = rarity(story)
    of = once(story, _read)
    for pair in alignment.pairs:
        for a in of(pair.a):
            for b in of(pair.b):
                if a.head != b.head:
                    continue
                alike = likeness(a.around, b.around, rare)
                if a.part != b.part:
                    whole, others = (b, of(pair.a)) if a.part else (a, of(pair.b))
                    named = any(o.head == whole.head and not o.part for o in others)
                    if (
                        not named
                        and not whole.said
                        and whole.determiner not in _RECALLED
                        and alike >= PART_ALIKE[pair.level]
                    ):
                        yield _difference(alignment, pair, a, b, "part", alike)
                elif _one_kind(a, b) and alike >= KIND_ALIKE[pair.level] and not _told(a, b, of(pair.a), of(pair.b)):
                    yield _difference(alignment, pair, a, b, "kind", alike)


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
    modifiers = frozenset(_modifiers(tokens[chunk.first : chunk.head]))
    determiner = inside[0].lower if inside[0].tag in ("DT", "PRP$") else ""
    span = Span(tokens[start].start, head.end)
    around = surroundings(document, sentence, span)
    if part and any(t.source is not None and t.source.overlap(span) for t in document.attributions):
        part = False  # "five of the officials said": whose words they are, not how far they reach
    return Phrase(head.stem, head.tag.startswith("NNP"), modifiers, determiner, part, said and not part, span, around)


def _modifiers(tokens: Sequence[Token]) -> Iterator[str]:
    """Stems of the modifiers, "long-range" as one."""
    joined = ""
    for i, token in enumerate(tokens):
        if token.text == "-":
            continue
        joined += token.stem
        if i + 1 < len(tokens) and tokens[i + 1].text == "-":
            joined += "-"
        else:
            if token.tag.startswith(("JJ", "NN", "RB")) or "-" in joined:
                yield joined
            joined = ""


def _one_kind(a: Phrase, b: Phrase) -> bool:
    """Whether one of two phrases only adds what takes a kind out of the group that the other names."""
    if a.name or b.name or a.said or b.said or a.part or b.part or a.determiner or b.determiner:
        return False
    small, large = sorted((a.modifiers, b.modifiers), key=len)
    extra = large - small
    return small < large and bool(extra) and extra <= words("restrictors")


def _told(a: Phrase, b: Phrase, mine: list[Phrase], other: list[Phrase]) -> bool:
    """Whether either sentence names both, the kind and the group."""
    return any(o.head == b.head and o.modifiers == b.modifiers for o in mine) or any(
        o.head == a.head and o.modifiers == a.modifiers for o in other
    )


def _difference(alignment: Alignment, pair: Pair, a: Phrase, b: Phrase, relation: str, alike: float) -> Difference:
    story = alignment.story
    variants = []
    for ref, phrase in ((pair.a, a), (pair.b, b)):
        words_told = story.documents[ref.document].words(phrase.span)
        variants.append(Variant(" ".join(words_told.lower().split()), (place_in(story, ref, phrase.span),)))
    if b.part or len(b.modifiers) > len(a.modifiers):
        variants.reverse()
    return Difference(
        "extent",
        relation,
        tuple(variants),
        group="",
        level=pair.level,
        pair_score=pair.score,
        link=min(0.4 + 0.6 * alike, 1.0),
        evidence=(a.head, *sorted(a.modifiers & b.modifiers)),
        traits={"around": alike, "shared modifier": float(bool(a.modifiers & b.modifiers)), "name": float(a.name)},
    )
