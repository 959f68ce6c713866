"""Bounds: the words that say how a number is meant ("at least", "nearly", "about"), and the values they allow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from framecheck.facts.numerals import Numeral
from framecheck.lexicons import table
from framecheck.records.document import Token

FARTHEST = 0.1  # "about" and "nearly" never reach farther from the number than a tenth of it


def reach(value: float) -> float:
    """How far a rounded *value* may lie from the truth: half of its last place that is not zero, at least 3 and at most
    10 per cent of it. "About 15 million" is 14.5 to 15.5 million, "nearly 3 million" 2.7 to 3 million."""
    place = 1.0
    while value >= place * 10 and value % (place * 10) == 0:
        place *= 10
    return min(max(place / 2, 0.03 * value), FARTHEST * value)


def interval(low: float, high: float, kind: str) -> tuple[float, float, bool]:
    """The values that a bound of *kind* allows around ``low`` to ``high``, and whether it blurs them."""
    match kind:
        case "least" | "over":
            return low, math.inf, False
        case "most" | "under":
            return 0.0, high, False
        case "near":
            return low - reach(low), high, True
        case "about":
            return low - reach(low), high + reach(high), True
    return low, high, False


@cache
def _phrases(where: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Bound phrases that stand before or after a number, as word tuples, longest first."""
    rows = [(tuple(p.split()), kind) for p, (kind, place) in table("bounds").items() if place == where]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def bound(words: Sequence[Token], found: Numeral) -> tuple[str, str, int]:
    """Kind and words of the bound ("over", "more than"), and the first token of bound and number together."""
    start = found.first
    if start > 0 and words[start - 1].lower in ("a", "an", "the"):
        start -= 1
    for phrase, kind in _phrases("before"):
        first = start - len(phrase)
        if first >= 0 and _reads(words, first, phrase):
            if kind == "exact" or (phrase == ("some",) and start < found.first):
                break
            return kind, " ".join(phrase), first
    noun = found.last < len(words) and words[found.last].tag.startswith("N")
    for phrase, kind in _phrases("after"):
        if _reads(words, found.last, phrase) or (noun and _reads(words, found.last + 1, phrase)):
            return kind, " ".join(phrase), found.first
    return "", "", found.first


def _reads(words: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    return (
        at < len(words)
        and words[at].lower == phrase[0]
        and tuple(t.lower for t in words[at : at + len(phrase)]) == phrase
    )
