"""Quantified groups: "several NATO states" against "many countries", "three missiles" against "several missiles"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framecheck.diff.context import likeness, once, rarity, surroundings
from framecheck.diff.places import place_in
from framecheck.lexicons import table, words
from framecheck.records.alignment import Alignment, Pair
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Chunk, Document, Sentence
from framecheck.text import Span

_RECALLED = frozenset(("the", "these", "those", "that", "this", "its", "their", "his", "her", "such", "our", "my"))
_ALIKE = 0.3  # how alike what stands around two groups must be: the same kind of people need not be the same people
_BARE_AGAINST = frozenset(
    ("some", "certain", "few", "several", "many", "most", "half")
)  # say less than the bare plural


@dataclass(frozen=True, slots=True)
class Group:
    """A plural noun phrase with what quantifies it: a word of the lexicon, ``"#"`` for a number, ``""`` for nothing."""

    quantifier: str
    kind: str  # what the head names: kindred nouns share it
    head: str
    modifiers: frozenset[str]
    recalled: bool  # "the", "these": told of before
    span: Span
    around: dict[str, float]


def groups(alignment: Alignment) -> Iterator[Difference]:
    """Groups of one kind in aligned sentences that are quantified differently."""
    story = alignment.story
    rare = rarity(story)
    of = once(story, _read)
    for pair in alignment.pairs:
        for a in of(pair.a):
            for b in of(pair.b):
                if a.kind == b.kind and _differ(a, b):
                    agreed = _told(a, of(pair.b)) or _told(b, of(pair.a))
                    alike = likeness(a.around, b.around, rare)
                    named = bool(a.quantifier and b.quantifier and a.modifiers & b.modifiers)
                    if not agreed and (alike >= _ALIKE or named):
                        yield _difference(alignment, pair, a, b, alike)


def _read(document: Document, sentence: Sentence) -> Iterator[Group]:
    own_sources = words("source_nouns")  # how many an outlet has is no statement about the story
    for chunk in document.chunks:
        if chunk.sentence == sentence.index and chunk.kind == "NP":
            head = document.tokens[chunk.head]
            plural = head.tag == "NNS" or (head.tag == "NNPS" and head.text not in ("States", "Nations"))
            if plural and head.stem not in own_sources:
                yield _group(document, sentence, chunk)


def _group(document: Document, sentence: Sentence, chunk: Chunk) -> Group:
    tokens = document.tokens[chunk.first : chunk.last]
    head = document.tokens[chunk.head]
    quantifier, start = "", chunk.first
    lexicon = table("quantifiers")
    counted = [t.tag == "CD" or t.lower in table("numbers") for t in tokens]
    for i, token in enumerate(tokens):
        if counted[i] or (token.lower in lexicon and not any(counted[i + 1 : i + 2])):  # "some 1,200" is a number
            quantifier = "#" if counted[i] else token.lower
            start = chunk.first + i  # leaves out a verb that was taken into the phrase
            break
    recalled = tokens[0].lower in _RECALLED
    if not quantifier and chunk.first - sentence.first >= 2 and document.tokens[chunk.first - 1].lower == "of":
        word = document.tokens[chunk.first - 2].lower  # "some of the appointments"
        if word in lexicon:
            quantifier, start, recalled = word, chunk.first - 2, False
            if start > sentence.first and document.tokens[start - 1].lower == "a":
                start -= 1  # "a lot of questions"
    quantifier = (*lexicon.get(quantifier, ()), "", "", "")[2] or quantifier
    span = Span(document.tokens[start].start, head.end)
    kind = table("kindred_nouns").get(head.stem, (head.stem,))[0]
    modifiers = frozenset(
        t.stem
        for t in tokens
        if t is not head
        and t.tag.startswith(("JJ", "NN"))
        and t.lower not in lexicon
        and t.lower not in table("numbers")
    )
    return Group(quantifier, kind, head.stem, modifiers, recalled, span, surroundings(document, sentence, span))


def _differ(a: Group, b: Group) -> bool:
    """Whether the quantifiers say something else of what may be the same group."""
    if a.quantifier == b.quantifier or "no" in (a.quantifier, b.quantifier):
        return False
    if a.quantifier and b.quantifier:
        used = {a.quantifier, b.quantifier}
        unlike = a.modifiers != b.modifiers and not a.modifiers & b.modifiers
        return "both" not in used and not ("#" in used and unlike)
    said, bare = (a, b) if a.quantifier else (b, a)
    return said.quantifier in _BARE_AGAINST and not bare.recalled


def _told(one: Group, others: list[Group]) -> bool:
    """Whether the other sentence quantifies the kind in the same way as well."""
    return any(o.kind == one.kind and o.quantifier == one.quantifier for o in others)


def _difference(alignment: Alignment, pair: Pair, a: Group, b: Group, alike: float) -> Difference:
    story = alignment.story
    variants = []
    for ref, group in ((pair.a, a), (pair.b, b)):
        text = story.documents[ref.document].words(group.span)
        value = text.split()[0].lower() if group.quantifier == "#" else group.quantifier or "none"
        variants.append(Variant(value, (place_in(story, ref, group.span),)))
    both = bool(a.quantifier and b.quantifier)
    strengths = [float(table("quantifiers").get(g.quantifier, ("0.5",))[0]) for g in (a, b)]
    return Difference(
        "extent",
        "quantified" if both else "narrowed",
        tuple(variants),
        group="",
        level=pair.level,
        pair_score=pair.score,
        link=min(
            0.35 + 0.2 * (a.head == b.head) + 0.2 * bool(a.modifiers & b.modifiers) + 0.4 * alike + 0.15 * both, 1.0
        ),
        evidence=(a.kind, *sorted(a.modifiers & b.modifiers)),
        traits={
            "same head": float(a.head == b.head),
            "shared modifier": float(bool(a.modifiers & b.modifiers)),
            "apart": abs(strengths[0] - strengths[1]),
            "around": alike,
            "number": float("#" in (a.quantifier, b.quantifier)),
        },
    )
