"""Times and durations: days, dates, months, years, relative expressions; resolved to a day by the publication date.

``Time.value`` starts with what is named ("friday", "03-05", "2017-06", "november", "2017", "last week"); for a weekday what
narrows it follows after a space ("friday afternoon", "friday late"). Durations are values in days ("4 day").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from framecheck.lexicons import table
from framecheck.records.document import Document, Quantity, Sentence, Time, Token
from framecheck.text import Span

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
_DECADE = re.compile(r"(?:1[6-9]|20)\d0s$")
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?$")
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d$")
_SHIFT = ("last", "next", "this", "past", "previous", "coming", "that")
_BEFORE_MONTH = frozenset(
    (
        "in",
        "last",
        "since",
        "until",
        "early",
        "late",
        "mid",
        "of",
        "from",
        "by",
        "this",
        "next",
        "before",
        "after",
        "and",
        "or",
        "to",
        "on",
        "through",
        "between",
        "during",
        "for",
        "around",
        "-",
        "(",
        ",",
        "earlier",
        "till",
    )
)
_BEFORE_YEAR = frozenset(
    (
        "in",
        "since",
        "of",
        "from",
        "to",
        "by",
        "until",
        "before",
        "after",
        "for",
        "the",
        "late",
        "early",
        "mid",
        "during",
        "through",
        "between",
        "and",
        "-",
        "(",
        "year",
        "years",
        "back",
        "around",
        "as",
        "than",
        ",",
    )
)
_SPANS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
_LONG = frozenset(("hours", "days", "weeks", "months", "years", "decades", "centuries"))


@dataclass(frozen=True, slots=True)
class _Found:
    """Tokens ``first`` to ``last`` (half-open) name a time."""

    first: int
    last: int
    kind: str
    value: str
    day: date | None = None


def times(document: Document) -> Iterator[Time]:
    """The times of *document* in text order; durations come from its quantities and from "weeks-long", "for years"."""
    tokens, published = document.tokens, document.article.date
    for sentence in document.sentences:
        lengths = [q for q in document.quantities if q.sentence == sentence.index and q.unit == "day"]
        at = sentence.first
        while at < sentence.last:
            found = _find(tokens, at, sentence, published)
            if found is None:
                at += 1
                continue
            span = Span(tokens[found.first].start, tokens[found.last - 1].end)
            if not any(q.number.overlap(span) for q in lengths):
                yield Time(span, sentence.index, found.kind, found.value, found.day)
            at = found.last
        yield from (_length(tokens, q, sentence) for q in lengths)


def _length(tokens: Sequence[Token], quantity: Quantity, sentence: Sentence) -> Time:
    """The duration without the noun that lasts: "60-day" of "60-day suspension"."""
    inside = (t for t in tokens[sentence.first : sentence.last] if quantity.number.end <= t.start < quantity.span.end)
    end = next((t.end for t in inside if table("units").get(t.lower, ("",))[0] == "day"), quantity.span.end)
    days = quantity.low if quantity.low else quantity.high
    return Time(Span(quantity.span.start, end), sentence.index, "duration", f"{days:g} day")


def _find(tokens: Sequence[Token], at: int, sentence: Sentence, published: date | None) -> _Found | None:
    """The time that starts at *at*."""
    token = tokens[at]
    kind, *fields = table("calendar").get(token.lower, ("",))
    if kind == "weekday" and token.text[0].isupper():
        return _weekday(tokens, at, sentence, int(fields[0]), published)
    if kind == "month" and token.text[0].isupper():
        return _month(tokens, at, sentence, int(fields[0]), published)
    if kind == "relative":
        day = published + timedelta(int(fields[0])) if published else None
        return _with_part(tokens, _Found(at, at + 1, "relative", token.lower, day), sentence)
    if _ISO.match(token.text):
        return _Found(at, at + 1, "date", token.text, date.fromisoformat(token.text))
    if _DECADE.match(token.text):
        return _Found(at, at + 1, "year", token.lower)
    if token.text.isdigit():
        return _number(tokens, at, sentence, published)
    return _relative(tokens, at, sentence, published)


def _weekday(tokens: Sequence[Token], at: int, sentence: Sentence, number: int, published: date | None) -> _Found:
    first, shift = at, ""
    before = _lower(tokens, at - 1, sentence)
    if before in ("last", "next", "this", "early", "late", "earlier", "previous"):
        first, shift = at - 1, before
    day = None
    if published and shift != "next":
        day = published - timedelta((published.weekday() - number) % 7)
    elif published:
        day = published + timedelta((number - published.weekday() - 1) % 7 + 1)
    value = f"{tokens[at].lower} {shift}" if shift in ("early", "late", "earlier") else tokens[at].lower
    return _with_part(tokens, _Found(first, at + 1, "weekday", value, day), sentence)


def _with_part(tokens: Sequence[Token], found: _Found, sentence: Sentence) -> _Found:
    """Take in the part of the day: "Friday afternoon", "late Friday"."""
    after = _lower(tokens, found.last, sentence)
    if table("calendar").get(after, ("",))[0] == "part":
        return _Found(found.first, found.last + 1, found.kind, f"{found.value} {after}", found.day)
    return found


def _month(tokens: Sequence[Token], at: int, sentence: Sentence, number: int, published: date | None) -> _Found | None:
    """ "March 5, 2025", "June 2019", "early November"; "May" and "March" only where a month can stand."""
    before = _lower(tokens, at - 1, sentence)
    day, last = _day_number(tokens, at + 1, sentence), at + 1
    if day:
        last += 1
        if _lower(tokens, last, sentence) in ("-", "to") and _day_number(tokens, last + 1, sentence):
            last += 2
    comma = _lower(tokens, last, sentence) == ","
    year = _lower(tokens, last + comma, sentence)
    if _YEAR.match(year):
        last += 1 + comma
    else:
        year = ""
    if not day and not year and before not in _BEFORE_MONTH:
        return None
    first = at - 1 if before in ("last", "next", "this", "early", "late", "mid") else at
    if day:
        exact = _exact(year, number, day, published)
        stamp = f"{number:02d}-{day:02d}"
        return _Found(first, last, "date", f"{year}-{stamp}" if year else stamp, exact)
    name = next(n for n, fields in table("calendar").items() if fields[:2] == ("month", str(number)))
    return _Found(first, last, "month", f"{year}-{number:02d}" if year else name)


def _number(tokens: Sequence[Token], at: int, sentence: Sentence, published: date | None) -> _Found | None:
    """ "5 March 2025" and years."""
    after = _lower(tokens, at + 1, sentence)
    day = _day_number(tokens, at, sentence)
    kind, *fields = table("calendar").get(after, ("",))
    if day and kind == "month" and tokens[at + 1].text[0].isupper():
        year = _lower(tokens, at + 2, sentence)
        dated = bool(_YEAR.match(year))
        stamp = f"{int(fields[0]):02d}-{day:02d}"
        exact = _exact(year if dated else "", int(fields[0]), day, published)
        return _Found(at, at + 2 + dated, "date", f"{year}-{stamp}" if dated else stamp, exact)
    if _YEAR.match(tokens[at].text) and (after not in ("people", "miles")):
        before = _lower(tokens, at - 1, sentence)
        if before in _BEFORE_YEAR or not before:
            return _Found(at, at + 1, "year", tokens[at].text)
    return None


def _day_number(tokens: Sequence[Token], at: int, sentence: Sentence) -> int:
    text = _lower(tokens, at, sentence)
    return int(re.sub(r"\D", "", text)) if _DAY.match(text) and text != "0" else 0


def _exact(year: str, month: int, day: int, published: date | None) -> date | None:
    """The calendar day; without a year the one nearest to publication."""
    try:
        if year:
            return date(int(year), month, day)
        if published:
            near = (date(published.year + shift, month, day) for shift in (-1, 0, 1))
            return min(near, key=lambda d: abs((d - published).days))
    except ValueError:
        return None
    return None


def _relative(tokens: Sequence[Token], at: int, sentence: Sentence, published: date | None) -> _Found | None:
    """ "last week", "earlier this year", "two weeks ago", "the day before", "weeks-long", "over the weekend"."""
    word, nxt, third = (_lower(tokens, at + k, sentence) for k in range(3))
    if (
        word in ("earlier", "later", "early", "late")
        and nxt in ("this", "last", "next", "that")
        and third in _periods()
    ):
        return _Found(at, at + 3, "relative", f"{word} {nxt} {third}")
    if word in _SHIFT and nxt in _periods() and word != "that":
        return _Found(at, at + 2, "relative", f"{word} {nxt}")
    if (
        word == "the"
        and nxt in ("day", "week", "month", "year", "night", "evening")
        and third in ("before", "after", "earlier")
    ):
        day = None
        return _Found(at, at + 3, "relative", f"{nxt} {third}", day)
    if (
        word == "the"
        and nxt in ("coming", "past", "next", "last", "following", "previous")
        and third.rstrip("s") in _SPANS
    ):
        return _Found(at, at + 3, "relative", f"{nxt} {third}")
    if word in ("coming", "recent") and nxt.rstrip("s") in _SPANS and nxt.endswith("s"):
        return _Found(at, at + 2, "relative", f"{word} {nxt}")
    if word == "over" and nxt == "the" and third == "weekend":
        return _Found(at + 1, at + 3, "relative", "weekend")
    if nxt == "weekend" and tokens[at].tag.startswith("NNP"):
        return _Found(at, at + 2, "relative", f"{word} weekend")
    if word in _LONG and nxt == "-" and third == "long":
        return _Found(at, at + 3, "duration", f"several {word[:-1]}")
    if word in _LONG and _lower(tokens, at - 1, sentence) == "for":
        return _Found(at, at + 1, "duration", f"several {word[:-1]}")
    return None


def _periods() -> frozenset[str]:
    return frozenset(w for w, fields in table("calendar").items() if fields[0] in ("period", "season"))


def _lower(tokens: Sequence[Token], at: int, sentence: Sentence) -> str:
    return tokens[at].lower if sentence.first <= at < sentence.last else ""
