"""Numbers and what they count.

A quantity is a numeral (``numerals``) with its bound (``bounds``), unit and the noun counted (``counted``); labels
("Section 230"), years, days of a month, clock times, scores and names ("Five Eyes") are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from framecheck.facts.bounds import bound, interval
from framecheck.facts.counted import Counted, agrees, counted, counts, noun_head
from framecheck.facts.numerals import CURRENCIES, Numeral, numeral
from framecheck.lexicons import table
from framecheck.lexicons import words as lexicon
from framecheck.records.document import Document, Quantity, Sentence, Token
from framecheck.text import Span

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
_ANY_NUMBER = ("%", "day", "share", "metre", "age", *CURRENCIES)  # units whose noun need not agree with the number
_OLDEST = 115


def quantities(document: Document) -> Iterator[Quantity]:
    """The quantities of *document*, sentence by sentence, in text order."""
    for sentence in document.sentences:
        words = document.tokens_of(sentence)
        at, last = 0, None
        while at < len(words):
            found = numeral(words, at, len(words))
            if found is None:
                at += 1
                continue
            at = _label_end(words, found)
            quantity = _quantity(words, found, sentence) if at == found.last else None
            if quantity is None and last is not None:
                quantity = _elliptic(words, found, last)
            if quantity:
                last = quantity
                yield quantity


def _label_end(words: Sequence[Token], found: Numeral) -> int:
    """Where a number that is no count ends (a date, a year, a clock time, a score, a label); else ``found.last``."""
    if not found.digits or found.sign:
        return found.last
    beyond = min(found.last + 1, len(words))
    after, next_after = _lower(words, found.last), _lower(words, beyond)
    unit = after in table("units")
    if found.first:
        before = words[found.first - 1]
        if _month(before):
            return _after_day(words, found.last)
        if before.lower in lexicon("designators") and before.tag.startswith("N"):
            return beyond
        if before.text in (":", "/", "#") and before.end == words[found.first].start:
            return beyond
        noun = noun_head(words, found.last)
        if before.tag.startswith("NNP") and noun < 0 and not unit and not _age(words, found):
            return beyond
    if found.last < len(words) and (
        _month(words[found.last]) or after in ("a.m.", "p.m.", "am", "pm", "o'clock", "/", ":")
    ):
        return beyond
    if after in ("-", "to") and next_after[:1].isdigit():
        return beyond + 1  # a score or a span of years: a rising pair would have been read as a range
    if _YEAR.match(words[found.first].text) and not unit and not bound(words, found)[0]:
        return beyond
    return found.last


def _after_day(words: Sequence[Token], at: int) -> int:
    """Behind the second day or the year that follows a day of a month: "5-6", "5, 2025"."""
    ranged = _lower(words, at) in ("-", ",", "to", "and") and _lower(words, at + 1)[:1].isdigit()
    return at + 2 if ranged else min(at + 1, len(words))


def _quantity(words: Sequence[Token], found: Numeral, sentence: Sentence) -> Quantity | None:
    kind, phrase, first = bound(words, found)
    low, high, unit, number_last, last = _measure(words, found)
    thing = Counted(-1, last)
    if unit == "age" and last == found.last:  # "Lauten, 31,"
        thing = Counted(-1, last, tuple(t.stem for t in _name_before(words, found.first)))
    else:
        thing = counted(words, last, unit in CURRENCIES)
    if thing.head < 0 and not unit and not phrase and not thing.partial:
        return None
    joined = unit in _ANY_NUMBER or _lower(words, found.last) == "-"
    if (thing.head >= 0 and not joined and not agrees(words, found, thing.head)) or not (
        found.digits or counts(words, found)
    ):
        return None
    low, high, blurred = interval(low, high, kind)
    return Quantity(
        Span(words[first].start, words[max(thing.last, last) - 1].end),
        Span(words[found.first].start, words[number_last - 1].end),
        sentence.index,
        low,
        high,
        phrase,
        unit,
        words[thing.head].stem if thing.head >= 0 else "",
        thing.qualifiers,
        thing.partial,
        found.ordinal,
        blurred or found.vague,
    )


def _elliptic(words: Sequence[Token], found: Numeral, last: Quantity) -> Quantity | None:
    """ "from five pads to three": a number without a noun counts what the quantity before it in the sentence counts."""
    before = words[found.first - 1].lower if found.first else ""
    after = words[found.last].text if found.last < len(words) else "."
    if before not in ("to", "from", "than") or after not in (".", ",", ";", ")", "\u2014") or found.ordinal:
        return None
    if last.unit or not last.counted or found.sign:
        return None
    span = Span(words[found.first].start, words[found.last - 1].end)
    return replace(last, span=span, number=span, low=found.low, high=found.high, bound="", approximate=found.vague)


def _measure(words: Sequence[Token], found: Numeral) -> tuple[float, float, str, int, int]:
    """Low and high in the base unit, the unit, where the number with its sign or unit ends, where the measure ends."""
    if _age(words, found):
        tail = {"-": 4, "years": 2, "year": 2}.get(_lower(words, found.last), 0)
        return found.low, found.high, "age", found.last, found.last + tail
    hyphen = _lower(words, found.last) == "-"
    name = _lower(words, found.last + hyphen)
    entry = table("units").get(name)
    ambiguous = not hyphen and name in ("second", "pound", "foot")
    if not entry or found.ordinal or ambiguous or found.sign == "share":
        return found.low, found.high, found.sign, found.last, found.last
    unit, factor = (found.sign, 1.0) if found.sign else (entry[0], float(entry[1]))
    last = found.last + hyphen + 1
    tight = last if unit == "%" or unit in CURRENCIES else found.last
    last += _lower(words, last) in ("point", "points")
    return found.low * factor, found.high * factor, unit, tight, last


def _age(words: Sequence[Token], found: Numeral) -> bool:
    """Whether an age: "31-year-old", "31 years old", "aged 31", "Lauten, 31,"."""
    if not 0 < found.low == found.high <= _OLDEST or found.ordinal:
        return False
    tail = [t.lower for t in words[found.last : found.last + 4]]
    if tail == ["-", "year", "-", "old"] or tail[:2] in (["years", "old"], ["year", "old"]):
        return True
    if not found.first:
        return False
    before = words[found.first - 1]
    if before.lower in ("aged", "age"):
        return True
    named = before.text == "," and found.first > 1 and words[found.first - 2].tag.startswith("NNP")
    return named and found.digits and found.low >= 5 and tail[:1] in ([","], ["."], [")"])


def _name_before(words: Sequence[Token], at: int) -> Sequence[Token]:
    """The name before an age."""
    end = at - 1 if at and words[at - 1].text == "," else at
    first = end
    while first and words[first - 1].tag.startswith("NNP"):
        first -= 1
    return words[first:end]


def _month(token: Token) -> bool:
    return token.text[0].isupper() and table("calendar").get(token.lower, ("",))[0] == "month"


def _lower(words: Sequence[Token], at: int) -> str:
    return words[at].lower if at < len(words) else ""
