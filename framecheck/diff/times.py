"""Time with time of the same event: another day, or the same time told more loosely.

Days are compared with days and longer periods with periods, in aligned sentences, when the event is the same: the same
verb governs both, or much the same stands around them. Times that both sentences name are taken out first. In sentences that
only came near being aligned, a looser telling of the time is compared where one verb governs both, but no other day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from framecheck.diff.context import likeness, rarity, surroundings
from framecheck.diff.events import governors
from framecheck.diff.grouping import connected
from framecheck.diff.near import near_pairs
from framecheck.diff.places import place_in
from framecheck.facts.tokens import stem
from framecheck.lexicons import table
from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Document, Time
from framecheck.text import Span

DAYS = frozenset(("weekday", "date"))
_PERIOD_ALIKE = 0.1  # how alike what stands around two periods must be where no verb is shared
ENOUGH = 0.25  # link needed: below it the two days are those of other events
_JOINTS = ("or", "and", "to", "through", "-")
_NEXT_TO = frozenset(("day before", "day after", "day earlier", "week before", "week after"))
_RELATIVE_MONTHS = frozenset(("this month", "last month", "next month", "earlier this month", "later this month"))


@dataclass(frozen=True, slots=True)
class Dated:
    """A time in its sentence; ``grain`` is "day", "week" or "period"."""

    time: Time
    grain: str
    verbs: frozenset[str]
    past: bool
    around: dict[str, float]


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Times of the same event that do not agree."""
    yield from connected(_differences(alignment))


def _differences(alignment: Alignment) -> Iterator[Difference]:
    story = alignment.story
    rare = rarity(story)
    dated = {
        SentenceRef(number, sentence): times
        for number, document in enumerate(story.documents)
        for sentence, times in _by_sentence(document).items()
    }
    for pair in alignment.pairs:
        yield from _compared(alignment, pair, dated, rare)
    for pair in near_pairs(alignment, dated):
        for found in _compared(alignment, pair, dated, rare):
            if found.relation == "vaguer" and found.traits["verb"]:
                yield replace(found, level=None)


def _compared(
    alignment: Alignment,
    pair: Pair,
    dated: Mapping[SentenceRef, Sequence[Dated]],
    rare: Mapping[str, float],
) -> Iterator[Difference]:
    """Times of one pair of sentences that date one event and differ."""
    mine, other = dated.get(pair.a, ()), dated.get(pair.b, ())
    for a in mine:
        for b in other:
            relation = _relate(a, b)
            if not relation or _told(a, other) or _told(b, mine):
                continue
            lone = all(sum(o.grain == a.grain for o in side) == 1 for side in (mine, other))
            lone = lone and not (a.verbs | b.verbs).isdisjoint((a.verbs & b.verbs) | _reporting())
            link = _link(a, b, likeness(a.around, b.around, rare), pair.level, relation, lone)
            if link >= ENOUGH:
                yield _difference(alignment, pair, a, b, relation, link)


def _by_sentence(document: Document) -> dict[int, list[Dated]]:
    found: dict[int, list[Dated]] = {}
    for time in _merged(document):
        grain = _grain(time)
        if grain:
            sentence = document.sentences[time.sentence]
            tokens = [document.tokens[i] for i in governors(document, sentence, time.span)]
            past = bool(tokens) and tokens[0].tag in ("VBD", "VBN")
            around = surroundings(document, sentence, time.span)
            dated = Dated(time, grain, frozenset(t.stem for t in tokens), past, around)
            found.setdefault(time.sentence, []).append(dated)
    return found


def _merged(document: Document) -> Iterator[Time]:
    """The times of a document, "May or early June" as one."""
    last: Time | None = None
    for time in document.times:
        between = document.article.plain[last.span.end : time.span.start].strip() if last else ""
        if last and last.sentence == time.sentence and last.kind == time.kind and between in _JOINTS:
            last = replace(
                last, span=Span(last.span.start, time.span.end), value=f"{last.value} {between} {time.value}"
            )
            continue
        if last:
            yield last
        last = time
    if last:
        yield last


def _grain(time: Time) -> str:
    """How fine a time is; "" for durations, which are compared as quantities, and for bare years."""
    if time.kind in DAYS:
        return "day"
    if time.kind == "month":
        return "period"
    if time.kind != "relative" or time.value in _NEXT_TO:
        return ""
    last = time.value.split()[-1]
    if last == "weeks":
        return "period"  # "coming weeks"
    if last in ("week", "weekend"):
        return "week"
    return "period" if last.rstrip("s") in ("month", "year", "spring", "summer", "autumn", "fall", "winter") else ""


def _told(one: Dated, others: Sequence[Dated]) -> bool:
    return any(one.time.value == o.time.value for o in others)


def _relate(a: Dated, b: Dated) -> str:
    """ "different" days, "vaguer" times, or "" if the two agree or cannot be compared."""
    first, second = a.time, b.time
    if a.grain != b.grain or first.value == second.value:
        return ""
    if a.grain == "day":
        if first.day and second.day:
            if first.day != second.day:
                return "different"
        elif first.kind != second.kind:
            return ""  # a weekday and a date, with no publication date to resolve them
        elif first.value.split()[0] != second.value.split()[0]:
            return "different"
        return "vaguer" if _part(first) != _part(second) else ""
    if a.grain == "week":
        return "different"
    if {first.value, second.value} & _RELATIVE_MONTHS or (
        first.kind == second.kind == "relative" and _same_period(a, b)
    ):
        return ""  # which month it was depends on the day of publication
    if (_ahead(first) and b.past) or (_ahead(second) and a.past):
        return ""
    return "vaguer"


def _ahead(time: Time) -> bool:
    return time.kind == "relative" and time.value.startswith("next")


@cache
def _reporting() -> frozenset[str]:
    """Stems of reporting verbs: the day of a report may be told with the report or with what was reported."""
    rows = table("reporting_verbs").items()
    return frozenset(stem(form) for verb, fields in rows for form in (verb, *"".join(fields[2:3]).split()))


def _same_period(a: Dated, b: Dated) -> bool:
    return a.time.value.split()[-2:] == b.time.value.split()[-2:]


def _part(time: Time) -> str:
    """What narrows a day: "late", "afternoon"."""
    return " ".join(time.value.split()[1:]) if time.kind == "weekday" else ""


def _link(a: Dated, b: Dated, alike: float, level: Level, relation: str, lone: bool) -> float:
    """How sure it is that both date the same event."""
    same_verb = bool(a.verbs & b.verbs)
    base = 0.3 if level is Level.EQUIVALENT else 0.1
    if relation == "vaguer" and a.grain == "period":
        base += 0.28 if same_verb or alike >= _PERIOD_ALIKE else 0.0
    elif level is Level.EQUIVALENT and lone:
        base += 0.2  # each sentence names one day
    return min(base + (0.35 if same_verb else 0.0) + 0.8 * alike, 1.0)


def _difference(alignment: Alignment, pair: Pair, a: Dated, b: Dated, relation: str, link: float) -> Difference:
    story = alignment.story
    variants = [
        Variant(dated.time.value, (place_in(story, ref, dated.time.span),)) for ref, dated in ((pair.a, a), (pair.b, b))
    ]
    return Difference(
        "time",
        relation,
        tuple(variants),
        group="",
        level=pair.level,
        pair_score=pair.score,
        link=link,
        evidence=tuple(sorted(a.around.keys() & b.around.keys())),
        traits={
            "verb": float(bool(a.verbs & b.verbs)),
            "day": float(a.grain == "day"),
            "part": float(bool(_part(a.time)) != bool(_part(b.time))),
        },
    )
