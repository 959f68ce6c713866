"""Quantity with quantity of the same unit and thing: what differs, what is only rounded, what is part of the other.

Two quantities are linked by the noun counted and its modifiers, by what stands around them and by how close their values
are; sentences that are aligned need less of it than others. Numbers that both sentences share are taken out first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from framecheck.diff.context import likeness, rarity, surroundings
from framecheck.diff.unnumbered import bare_group, unnumbered
from framecheck.facts.bounds import reach
from framecheck.lexicons import words
from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Quantity
from framecheck.records.story import Story
from framecheck.text import Span

ENOUGH = {Level.EQUIVALENT: 0.4, Level.PARTIAL: 0.4, None: 0.7}  # link needed, by level of the sentence pair
ALIKE = 0.9  # probability from which two sentences surely share a statement
SOLE = 0.4  # link that two sums gain that are each the only one in such sentences
LEAST = 0.3  # link that ages and durations need without that: those of two people are often the only ones too
PLAIN = 0.5  # link without that from which two sums can exclude one another
UNSURE = 0.65  # the highest link of others
HALF = 0.5  # share of the larger number from which the smaller one can be a rival for it
SAME_WORDS = 0.9  # a link from which it does not matter who else is spoken of
CLOSE_PAIR, CLOSE_LINK = 0.8, 0.65  # a pair and a link from which any number can
FAR = 0.05  # shares of a duration below which another duration cannot be a rival for it
SAME_RANGE = 0.05  # the same for two ranges
SAME = 0.02  # relative distance below which an approximate number is the other one
People = dict[SentenceRef, list[tuple[int, int]]]
WIDEST = 4.0  # "more than 900" is not said of more than four times as many


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity of the story with what stands around it."""

    ref: SentenceRef
    quantity: Quantity
    around: dict[str, float] = field(compare=False)

    def place(self, story: Story) -> Place:
        """Its words in the story."""
        sentence = story.documents[self.ref.document].sentences[self.ref.sentence]
        span = self.quantity.span
        lasting = (t.span for t in story.documents[self.ref.document].times if t.kind == "duration")
        if self.quantity.unit == "day":
            span = next((s for s in lasting if s.holds(self.quantity.number)), span)
        elif self.quantity.unit:  # the noun is not what differs
            span = Span(span.start, self.quantity.number.end)
        return Place(self.ref.document, self.ref.sentence, span, sentence.span)


class _Bucket:
    """The quantities of one unit or noun, by where they stand and by what they say."""

    __slots__ = ("_in_sentence", "_told")

    def __init__(self, bucket: Sequence[Counted]) -> None:
        self._in_sentence: dict[SentenceRef, list[Counted]] = defaultdict(list)
        self._told: dict[tuple[int, tuple[float, float, str]], list[tuple[int, Counted]]] = defaultdict(list)
        for number, counted in enumerate(bucket):
            self._in_sentence[counted.ref].append(counted)
            self._told[counted.ref.document, _said(counted)].append((number, counted))

    def twins(self, a: Counted, b: Counted) -> list[Counted]:
        """Those that give *a*'s number in *b*'s outlet or the other way round, in order."""
        keys = (b.ref.document, _said(a)), (a.ref.document, _said(b))
        found = [entry for key in keys for entry in self._told.get(key, ())]
        return [counted for _, counted in sorted(found, key=lambda entry: entry[0])]

    def sole(self, counted: Counted) -> bool:
        """Whether its sentence gives no other quantity of the unit."""
        return len(self._in_sentence[counted.ref]) == 1

    def share_a_number(self, a: Counted, b: Counted) -> bool:
        """Whether the sentences of both give the same number of the same thing."""
        one, other = ({_said(c) for c in self._in_sentence[counted.ref]} for counted in (a, b))
        return not one.isdisjoint(other)


def _said(counted: Counted) -> tuple[float, float, str]:
    """The number and what is counted."""
    quantity = counted.quantity
    return quantity.low, quantity.high, quantity.counted


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Quantities of different outlets that count the same and do not agree."""
    story = alignment.story
    rare = rarity(story)
    pairs = {(pair.a, pair.b): pair for pair in alignment.pairs}
    people = _people(story)
    buckets: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for counted in _gather(story):
        quantity = counted.quantity
        if not quantity.ordinal:
            buckets[quantity.unit, "" if quantity.unit else quantity.counted].append(counted)
    for (unit, noun), bucket in buckets.items():
        if not unit and not noun:
            continue
        told = _Bucket(bucket)
        for i, a in enumerate(bucket):
            for b in bucket[i + 1 :]:
                if a.ref.document != b.ref.document:
                    found = _difference(story, a, b, pairs.get((a.ref, b.ref)), rare, told, people)
                    if found:
                        yield found
    yield from unnumbered(alignment)


def _gather(story: Story) -> Iterator[Counted]:
    for number, document in enumerate(story.documents):
        for quantity in document.quantities:
            others = [
                q.number for q in document.quantities if q.sentence == quantity.sentence and q.number != quantity.number
            ]
            around = surroundings(document, document.sentences[quantity.sentence], quantity.number, others)
            yield Counted(SentenceRef(number, quantity.sentence), quantity, around)


def _difference(
    story: Story,
    a: Counted,
    b: Counted,
    pair: Pair | None,
    rare: dict[str, float],
    bucket: _Bucket,
    people: People,
) -> Difference | None:
    relation = relate(a.quantity, b.quantity)
    if not relation or not _same_origin(story, a, b):
        return None
    twins = bucket.twins(a, b)
    in_pair = {a.ref, b.ref}
    if relation != "rounded" and (any(t.ref in in_pair for t in twins) or bucket.share_a_number(a, b)):
        return None  # the sentences agree on a number of the thing: others belong to a series, no contradiction
    link = _link(a, b, rare) + (0.1 if relation == "rounded" and a.quantity.unit else 0.0)
    level = pair.level if pair else None
    least = LEAST if a.quantity.unit in ("age", "day") else 0.0
    if pair and pair.score >= ALIKE and link >= least and a.quantity.unit and bucket.sole(a) and bucket.sole(b):
        link = link + SOLE if link >= PLAIN else min(link + SOLE, UNSURE)
    if relation == "different" and twins:
        part = [t for t in twins if t.quantity.partial]
        if not part or not _same_group(a.quantity, b.quantity):
            return None
        relation = "part"
        link = max(link, 0.7)
    if link < ENOUGH[level] or (level is None and relation == "rounded"):
        return None
    if relation == "different" and level is not Level.EQUIVALENT and _other_thing(story, a, b, pair, link, people):
        return None
    first, second = sorted((a, b), key=lambda c: (c.quantity.approximate, bool(c.quantity.bound)))
    return Difference(
        "quantity",
        relation,
        tuple(Variant(_value(c.quantity), (c.place(story),)) for c in (first, second)),
        group=f"{a.quantity.unit}:{a.quantity.counted}:{first.place(story).span.start}:{first.ref.document}",
        level=level,
        pair_score=pair.score if pair else 0.0,
        link=min(link, 1.0),
        evidence=tuple(sorted(a.around.keys() & b.around.keys())),
        context=(*(t.place(story) for t in twins), *(_bare(story, first, second) if relation == "part" else ())),
        traits={
            "close": closeness(a.quantity, b.quantity),
            "around": likeness(a.around, b.around, rare),
            "exact": float(not (_blurred(a.quantity) or _blurred(b.quantity))),
            "unit": float(bool(a.quantity.unit)),
        },
    )


def relate(a: Quantity, b: Quantity) -> str:
    """How two quantities of one unit differ: "different", "rounded", "bounded" (only the bounds keep them apart) or ""."""
    low, high = sorted((a, b), key=_point)
    if any(q.low == 0 < q.high and other.high <= q.high for q, other in ((a, b), (b, a))) and _point(low) < _point(
        high
    ):
        return "rounded" if _point(high) - _point(low) <= reach(_point(high)) else ""  # "up to five years" allows four
    blurred = (a.approximate or b.approximate) and low.high >= high.low
    ranges = a.low < a.high and b.low < b.high
    distance = _point(high) - _point(low)
    same = distance == 0 or (blurred and distance < (SAME_RANGE if ranges else SAME) * _point(high))
    if same or (a.unit == "share" and abs(a.low + b.low - 1) < 0.01):
        return ""  # the same number, or odds of the opposite outcome
    if low.partial and not high.partial:
        return ""  # two of the three
    if a.unit == "day" and closeness(a, b) < FAR:
        return ""  # nobody takes minutes for years
    if min(a.high, b.high) <= max(a.low, b.low) and not _rounds(a, b):
        return "different"
    if _point(high) > WIDEST * _point(low):
        return ""
    vague = any(q.approximate and not q.bound for q in (a, b))
    near = _point(high) - _point(low) <= max(reach(_point(low)), reach(_point(high)))
    return "rounded" if near or vague or not (_blurred(a) and _blurred(b)) else "bounded"


def _point(quantity: Quantity) -> float:
    """The number as written, without its bound."""
    if quantity.high == float("inf"):
        return quantity.low
    if quantity.low == 0:
        return quantity.high
    return quantity.high if quantity.bound in words("near_bounds") else (quantity.low + quantity.high) / 2


def _blurred(quantity: Quantity) -> bool:
    return bool(quantity.bound) or quantity.approximate or quantity.low != quantity.high


def _rounds(a: Quantity, b: Quantity) -> bool:
    """Whether one is the other rounded: "$43,350" and "$43,000"."""
    small, large = sorted((_point(a), _point(b)))
    if large < 100 or small == large:
        return False
    place = max(_place(small), _place(large))
    return place >= 100 and large - small < place and place > min(_place(small), _place(large))


def _place(value: float) -> float:
    """The worth of the last digit that is not zero: 1,000 for 43,000."""
    place = 1.0
    while value >= place * 10 and value % (place * 10) == 0:
        place *= 10
    return place


def closeness(a: Quantity, b: Quantity) -> float:
    """The smaller number over the larger one; 0 for small counts, which are close to any other."""
    small, large = sorted((_point(a), _point(b)))
    return small / large if large >= 20 or a.unit else 0.0


def _link(a: Counted, b: Counted, rare: dict[str, float]) -> float:
    """How sure it is that both count the same thing, 0 to 1."""
    p, q = a.quantity, b.quantity
    noun = 0.35 if p.counted and p.counted == q.counted else 0.1 if not (p.counted and q.counted) else 0.0
    near = closeness(p, q)
    steps = ((0.97, 0.45), (0.9, 0.35), (0.85, 0.2)) if p.unit != "%" else ((0.97, 0.2),)
    close = next((gain for floor, gain in steps if near > floor), 0.0)
    mine, other = set(p.qualifiers) | {p.counted}, set(q.qualifiers) | {q.counted}
    kind = 0.15 if set(p.qualifiers) & set(q.qualifiers) else 0.0
    if (mine - other) and (other - mine) and not close:
        kind -= 0.15
    elif p.qualifiers != q.qualifiers:
        kind -= 0.05
    return noun + close + kind + 0.5 * likeness(a.around, b.around, rare)


def _people(story: Story) -> People:
    """Where in each sentence which named person is spoken of, by the end of the mention."""
    found: People = defaultdict(list)
    for entity in story.entities:
        if entity.kind == "person" and entity.name:
            for ref in entity.mentions:
                mention = story.mention(ref)
                found[SentenceRef(ref.document, mention.sentence)].append((mention.span.end, entity.id))
    return found


def _person_before(counted: Counted, people: People) -> int | None:
    """The named person spoken of last before the number, in its sentence."""
    number = counted.quantity.number.start
    return max(((end, who) for end, who in people.get(counted.ref, ()) if end <= number), default=(0, None))[1]


def _other_thing(story: Story, a: Counted, b: Counted, pair: Pair | None, link: float, people: People) -> bool:
    """Whether two numbers outside a pair that makes one statement are more likely of two things than of one.

    Stories are full of numbers of one noun (yards, goals, dead of this quake and of the last): one that is not half the other
    counts something else, ages are those of two people unless a name says otherwise, and each person named before it and each
    year has a number of their own.
    """
    p, q = a.quantity, b.quantity
    small, large = sorted((_point(p), _point(q)))
    near = small >= HALF * large or (pair is not None and pair.score >= CLOSE_PAIR and link >= CLOSE_LINK)
    aged = p.unit == "age" and not set(p.qualifiers) & set(q.qualifiers)
    years = [_years(story, c.ref) for c in (a, b)]
    who = {_person_before(c, people) for c in (a, b)} - {None}
    others = len(who) > 1 and link < SAME_WORDS
    return not near or aged or others or (all(years) and not years[0] & years[1])


def _years(story: Story, ref: SentenceRef) -> set[str]:
    """The years that a sentence names."""
    return {t.value for t in story.documents[ref.document].times if t.sentence == ref.sentence and t.kind == "year"}


def _same_group(a: Quantity, b: Quantity) -> bool:
    """Whether the same noun is counted with a shared modifier: "NATO officials", "NATO security officials"."""
    return bool(set(a.qualifiers) & set(b.qualifiers)) and min(a.low, b.low) >= 2


def _bare(story: Story, a: Counted, b: Counted) -> Iterator[Place]:
    """Where the outlet with the smaller number names the whole group without a number."""
    small, large = sorted((a, b), key=lambda c: _point(c.quantity))
    document = story.documents[small.ref.document]
    for sentence in document.sentences:
        chunk = bare_group(large.quantity, document, sentence.index)
        if chunk is not None:
            span = Span(document.tokens[chunk.first].start, document.tokens[chunk.head].end)
            yield Place(small.ref.document, sentence.index, span, sentence.span)
            return


def _same_origin(story: Story, a: Counted, b: Counted) -> bool:
    """Whether two counts of an outlet's own sources may be compared: both outlets retell the same originals. "Four
    sources" of one report are no rival to "five sources" of another."""
    if not (_counts_sources(story, a) and _counts_sources(story, b)):
        return True
    if set(a.quantity.qualifiers) & set(b.quantity.qualifiers):
        return True
    origins = [{line.original for line in story.lineages if c.ref.document in line.documents} for c in (a, b)]
    return bool(origins[0]) and origins[0] == origins[1]


def _counts_sources(story: Story, counted: Counted) -> bool:
    if counted.quantity.counted in words("source_nouns"):
        return True
    told = story.documents[counted.ref.document].attributions
    return any(t.source is not None and t.source.overlap(counted.quantity.number) for t in told)


def _value(quantity: Quantity) -> str:
    return f"{quantity.low:g}-{quantity.high:g} {quantity.unit}".strip()
