"""Where the wire supports a fact of the draft, where it only has the same words of something else, where it has nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from math import inf
from typing import Final

from framecheck.diff.near import nearness
from framecheck.diff.utterances import Word, compare_words, is_content, quoted_words
from framecheck.drafts.facts import Fact, FactKind, facts, place_name
from framecheck.drafts.wire import Wire
from framecheck.facts.bounds import reach
from framecheck.facts.gazetteer import key, lower, role
from framecheck.facts.identity import acronyms, parts
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Place
from framecheck.records.document import Document, Mention, Quantity, Quotation, Time
from framecheck.records.story import Entity, MentionRef, Story
from framecheck.text import Span

NEAR: Final = 0.2  # probability of sharing a proposition from which equal numbers are taken for the same fact
SPELT: Final = 80.0  # likeness of two names, of 100, from which one may be the other misspelt
_GONE: Final = frozenset(("former", "ousted", "then"))


class Support(IntEnum):
    """How far a wire supports a fact."""

    NONE = 0
    ELSEWHERE = 1  # the same number, name or words, but not surely as the same fact
    GIVEN = 2


@dataclass(frozen=True, slots=True)
class Checked:
    """A fact of the draft and the best support that any wire gives, with the words of the wires that give it, at most one
    place a wire."""

    fact: Fact
    support: Support
    places: tuple[Place, ...] = ()


_Found = tuple[Support, Span, int]  # how far, which words of the wire, in which sentence


def supports(alignment: Alignment, draft: int) -> Iterator[Checked]:
    """Every checkable fact of the document *draft*, looked up in all others."""
    story = alignment.story
    wires = [Wire(number, document) for number, document in enumerate(story.documents) if number != draft]
    lookup = _Lookup(alignment, draft)
    for fact in facts(story.documents[draft]):
        best = Support.NONE
        places: list[Place] = []
        for wire in wires:
            support, place = lookup.best(fact, wire)
            if support > best:
                best, places = support, []
            if support == best and place is not None:
                places.append(place)
        yield Checked(fact, best, tuple(places))


class _Lookup:
    """Look-ups of the facts of one draft."""

    def __init__(self, alignment: Alignment, draft: int) -> None:
        self._alignment = alignment
        self._story: Story = alignment.story
        self._draft = draft
        self._document: Document = alignment.story.documents[draft]
        self._entity = {ref: e for e in self._story.entities for ref in e.mentions}

    def best(self, fact: Fact, wire: Wire) -> tuple[Support, Place | None]:
        """The best support for *fact* in *wire*; of equal ones that in the sentence most like the draft's."""
        found = max(
            self._find(fact, wire), key=lambda f: (f[0], self._near(fact, wire, f[2]), -f[1].start), default=None
        )
        if found is None:
            return Support.NONE, None
        sentence = wire.document.sentences[found[2]].span
        return found[0], Place(wire.number, found[2], found[1], sentence)

    def _near(self, fact: Fact, wire: Wire, sentence: int) -> float:
        here, there = SentenceRef(self._draft, fact.sentence), SentenceRef(wire.number, sentence)
        return nearness(self._alignment, here, there)

    def _find(self, fact: Fact, wire: Wire) -> Iterator[_Found]:
        match fact.item:
            case Quantity():
                yield from self._number(fact, fact.item, wire)
            case Time():
                yield from _time(fact.item, wire)
            case Quotation():
                yield from _quotation(self._document, fact.item, wire)
            case Mention() if fact.kind is FactKind.NAME:
                yield from self._name(fact, fact.item, wire)
            case Mention():
                yield from self._title(fact, fact.item, wire)
            case _:
                yield from self._superlative(fact, wire)

    def _number(self, fact: Fact, mine: Quantity, wire: Wire) -> Iterator[_Found]:
        for other in wire.document.quantities:
            if mine.ordinal == other.ordinal and _same_value(mine, other):
                same = mine.unit == other.unit and (mine.unit or mine.counted == other.counted)
                near = self._near(fact, wire, other.sentence) >= NEAR
                yield (Support.GIVEN if same or near else Support.ELSEWHERE), other.span, other.sentence
        points = {mine.low, mine.high} - {0.0, inf}
        for sentence, number, span in wire.numerals:
            if {number.low, number.high} & points:
                yield Support.ELSEWHERE, span, sentence.index

    def _name(self, fact: Fact, mine: Mention, wire: Wire) -> Iterator[_Found]:
        entity = self._referent(fact)
        for other in self._named(entity, wire) if entity else ():
            yield Support.GIVEN, other.span, other.sentence
        place = place_name(mine.name)
        if f" {key(mine.name)} " in wire.keys or (place and place in wire.places):
            yield Support.GIVEN, *_spot(wire, mine.name)
        elif _partly(mine, wire):
            yield Support.ELSEWHERE, *_spot(wire, mine.name.split()[-1])
        else:
            yield from _spelt(mine, wire)

    def _referent(self, fact: Fact) -> Entity | None:
        return self._entity.get(MentionRef(self._draft, fact.index))

    def _named(self, entity: Entity, wire: Wire) -> Iterator[Mention]:
        for ref in entity.mentions:
            mention = self._story.mention(ref)
            if ref.document == wire.number and mention.name:
                yield mention

    def _title(self, fact: Fact, mine: Mention, wire: Wire) -> Iterator[_Found]:
        entity = self._referent(fact)
        if entity is None:
            return
        gone = mine.status in _GONE
        for ref in entity.mentions:
            other = self._story.mention(ref)
            if ref.document == wire.number and set(other.roles) & set(mine.roles):
                given = (other.status in _GONE) == gone
                yield (Support.GIVEN if given else Support.ELSEWHERE), other.span, other.sentence
        family = parts(mine.name)[-1] if parts(mine.name) else ""
        for sentence in wire.document.sentences:
            tokens = wire.document.tokens_of(sentence)
            if any(key(t.text) == family for t in tokens):
                for token in tokens:
                    known = role(token.lower)
                    if known and known.meaning in mine.roles:
                        yield Support.ELSEWHERE, Span(token.start, token.end), sentence.index

    def _superlative(self, fact: Fact, wire: Wire) -> Iterator[_Found]:
        wanted = fact.span.of(self._document.article.plain).lower().split()
        keys = wanted[:2] if wanted[0] in ("most", "least") else wanted[:1]
        for sentence in wire.document.sentences:
            tokens = wire.document.tokens_of(sentence)
            for at in range(len(tokens) - len(keys) + 1):
                if [t.lower for t in tokens[at : at + len(keys)]] == keys:
                    same = any(t.stem == fact.head for t in tokens[at : at + 8])
                    near = self._near(fact, wire, sentence.index) >= NEAR
                    end = next(
                        (t.end for t in tokens[at : at + 8] if t.stem == fact.head), tokens[at + len(keys) - 1].end
                    )
                    found = Support.GIVEN if same or near else Support.ELSEWHERE
                    yield found, Span(tokens[at].start, end), sentence.index


def _same_value(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are one: the same value, or one is the other rounded or bounded."""
    x, y = _point(a), _point(b)
    if a.unit != b.unit and {a.unit, b.unit} == {"share", "%"}:
        x, y = (v * 100 if q.unit == "share" else v for v, q in ((x, a), (y, b)))
        return abs(x - y) <= 1
    if (a.low, a.high) == (b.low, b.high) or x == y:
        return True
    small, large = sorted((x, y))
    blurred = a.approximate or b.approximate or a.low != a.high or b.low != b.high
    return (
        large >= 20 and large - small <= max(reach(small), reach(large)) and (blurred or _round(small) != _round(large))
    )


def _point(quantity: Quantity) -> float:
    """The number as written, without its bound."""
    if quantity.high == inf:
        return quantity.low
    return quantity.high if quantity.low == 0 else (quantity.low + quantity.high) / 2


def _round(value: float) -> float:
    """The worth of the last digit that is not zero."""
    place = 1.0
    while value >= place * 10 and value % (place * 10) == 0:
        place *= 10
    return place


def _time(mine: Time, wire: Wire) -> Iterator[_Found]:
    for other in wire.document.times:
        if (found := _same_time(mine, other)) is not Support.NONE:
            yield found, other.span, other.sentence
    if mine.kind == "year":
        for sentence in wire.document.sentences:
            for token in wire.document.tokens_of(sentence):
                if token.text == mine.value:
                    yield Support.ELSEWHERE, Span(token.start, token.end), sentence.index
    published = wire.document.article.date
    if mine.day is not None and mine.day == published and wire.document.sentences:
        yield Support.ELSEWHERE, wire.document.sentences[0].span, 0


def _same_time(a: Time, b: Time) -> Support:
    if a.day and b.day:
        return Support.GIVEN if a.day == b.day else Support.NONE
    first, second = a.value.split()[0], b.value.split()[0]
    if a.value == b.value or first == second:
        return Support.GIVEN if a.kind == b.kind else Support.ELSEWHERE
    for one, other in ((first, b), (second, a)):
        held = other.value.split()[0]
        # "2017" holds "2017-06", "03-05" stands in "2017-03-05", "november" holds "11-05"
        if held.startswith(f"{one}-") or held.endswith(f"-{one}") or _month_of(one, held):
            return Support.ELSEWHERE
    return Support.NONE


def _month_of(month: str, stamp: str) -> bool:
    from framecheck.lexicons import table

    kind, number = (*table("calendar").get(month, ("", "")), "")[:2]
    return kind == "month" and f"{int(number):02d}" in stamp.split("-")[-2:]


def _quotation(document: Document, mine: Quotation, wire: Wire) -> Iterator[_Found]:
    words = quoted_words(document.article.plain, mine.span)
    pieces = [p for p in _pieces(words) if any(map(is_content, p))] or list(_pieces(words))
    found = [list(wire.runs(tuple(w.key for w in piece))) for piece in pieces]
    if found and all(found):
        for span in found[0]:
            quoted = any(q.span.start <= span.start and span.end <= q.marks.end for q in wire.document.quotations)
            yield (Support.GIVEN if quoted else Support.ELSEWHERE), span, wire.sentence_at(span.start)
        return
    for other in wire.document.quotations:
        if compare_words(words, quoted_words(wire.document.article.plain, other.span)):
            yield Support.ELSEWHERE, other.span, other.sentence


def _pieces(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The stretches between marked edits: brackets and ellipses."""
    piece: list[Word] = []
    for word in words:
        if word.marked:
            if piece:
                yield piece
            piece = []
        else:
            piece.append(word)
    if piece:
        yield piece


def _spot(wire: Wire, name: str) -> tuple[Span, int]:
    """Where *name* stands in the wire, or its first sentence where it stands in another form."""
    plain = wire.document.article.plain
    for sentence in wire.document.sentences:
        at = plain.find(name, sentence.span.start, sentence.span.end)
        if at >= 0:
            return Span(at, at + len(name)), sentence.index
    first = wire.document.sentences[0]
    return first.span, first.index


def _partly(mine: Mention, wire: Wire) -> bool:
    """Whether the wire has the family name, an acronym of the name, or all its telling words in one sentence."""
    told = parts(mine.name)
    if not told:
        return False
    someone = mine.kind == "person" or (len(told) == 2 and mine.kind == "thing" and told[-1] not in _kinds_of_things())
    if someone and len(told[-1]) > 2:
        return f" {told[-1]} " in wire.keys
    if any(f" {short} " in wire.keys for short in acronyms(mine.name) if " " in mine.name):
        return True
    if len(told) == 1 and len(told[0]) < 6 and mine.name.isupper():
        return any(m.name and told[0] in acronyms(m.name) for m in wire.document.mentions)
    telling = {p for p in told if len(p) > 3}
    stems = ({key(t.text) for t in wire.document.tokens_of(s)} for s in wire.document.sentences)
    return len(telling) > 1 and any(telling <= found for found in stems)


@cache
def _kinds_of_things() -> frozenset[str]:
    """Nouns that end the names of bodies, places and things, not of persons."""
    return lower("bodies") | lower("place_nouns") | lower("thing_nouns")


def _spelt(mine: Mention, wire: Wire) -> Iterator[_Found]:
    """Names that may be the draft's, spelt otherwise."""
    from rapidfuzz import fuzz

    for other in wire.document.mentions:
        if other.name and fuzz.ratio(key(mine.name), key(other.name)) >= SPELT:
            yield Support.ELSEWHERE, other.span, other.sentence
