"""Numerals in digits and words: where one stands among the tokens and what it is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from framecheck.lexicons import table
from framecheck.records.document import Token

_DIGITS = re.compile(
    r"(?P<sign>US\$|[$£€])?(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?P<suffix>[a-z]+)?$"
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
CURRENCIES = ("$", "£", "€")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at tokens ``first`` to ``last`` (half-open), worth ``low`` to ``high``; ``sign`` is a currency written
    before it, ``vague`` is true for "dozens", ``digits`` for one written in digits, ``scale`` the factor it was given."""

    first: int
    last: int
    low: float
    high: float
    sign: str = ""
    vague: bool = False
    ordinal: bool = False
    digits: bool = False
    scale: float = 1.0


def _entry(token: Token) -> tuple[str, ...]:
    return table("numbers").get(token.lower, ("", ""))


def numeral(tokens: Sequence[Token], at: int, end: int) -> Numeral | None:
    """The numeral that starts at *at*, or ``None``. A range ("18 to 24") gives its two ends."""
    one = _single(tokens, at, end)
    if one is None or one.ordinal or one.vague:
        return one
    return _ratio(tokens, one, end) or _range(tokens, one, end) or one


def _single(tokens: Sequence[Token], at: int, end: int) -> Numeral | None:
    sign = ""
    first = at
    if tokens[at].text in CURRENCIES and at + 1 < end:
        sign, at = tokens[at].text, at + 1
    token = tokens[at]
    match = _DIGITS.match(token.text)
    if match:
        suffix = table("numbers").get((match["suffix"] or "").lower(), ("", "")) if match["suffix"] else ("1", "suffix")
        if suffix[1] not in ("suffix", "scale"):
            return None
        sign = sign or (match["sign"] or "")[-1:]
        value = float(match["value"].replace(",", "")) * float(suffix[0])
        return _scaled(tokens, Numeral(first, at + 1, value, value, sign, digits=True, scale=float(suffix[0])), end)
    if sign:
        return None
    if match := _ORDINAL.match(token.lower):
        return Numeral(at, at + 1, float(match[1]), float(match[1]), ordinal=True, digits=True)
    return _words(tokens, at, end)


def _scaled(tokens: Sequence[Token], found: Numeral, end: int) -> Numeral:
    """Take in scale words and letters that follow: "1.5 million", "$ 3 bn"."""
    last, factor = found.last, found.scale
    while last < end and _entry(tokens[last])[1] in ("scale", "suffix") and tokens[last].lower not in ("k", "m", "b"):
        factor *= float(_entry(tokens[last])[0])
        last += 1
    gain = factor / found.scale
    return replace(found, last=last, low=found.low * gain, high=found.high * gain, scale=factor)


def _words(tokens: Sequence[Token], at: int, end: int) -> Numeral | None:
    """A numeral in words: "twenty-five", "two hundred and six", "half a million", "tens of thousands", "dozens"."""
    word = tokens[at].lower
    value, kind = _entry(tokens[at])[:2]
    if kind == "vague":
        high = float(_entry(tokens[at])[2])
        return Numeral(at, at + 1, float(value), high, vague=True)
    if word == "tens" and _lower(tokens, at + 1, end) == "of" and _lower(tokens, at + 2, end) == "thousands":
        return Numeral(at, at + 3, 20_000, 99_999, vague=True)
    if word == "half" and _lower(tokens, at + 1, end) in ("a", "an") and at + 2 < end:
        worth, scaling = _entry(tokens[at + 2])[:2]
        if scaling == "scale":
            return Numeral(at, at + 3, float(worth) / 2, float(worth) / 2, scale=float(worth))
    share = _share(tokens, at, end)
    if share:
        return Numeral(at, at + 1, share, share, sign="share")
    if kind == "ordinal":
        return Numeral(at, at + 1, float(value), float(value), ordinal=True)
    if kind not in ("unit", "scale"):
        return None
    total, part, last, scale = 0.0, 0.0, at, 1.0
    if kind == "scale":  # "a dozen", "a million", but no bare "million"
        if at == 0 or tokens[at - 1].lower not in ("a", "per", "one", "the", "several"):
            return None
        part = 1.0
    while last < end:
        value, kind = _entry(tokens[last])[:2]
        if kind == "unit":
            if part and not (20 <= part % 100 <= 90 and part % 10 == 0 and float(value) < 10) and part % 100:
                break
            part += float(value)
        elif kind == "scale":
            scale = float(value)
            part = (part or 1.0) * scale
            if scale >= 1000:
                total, part = total + part, 0.0
        elif not _joins(tokens, last, end):
            break
        last += 1
    return Numeral(at, last, total + part, total + part, scale=scale)


def _share(tokens: Sequence[Token], at: int, end: int) -> float:
    """The worth of "half" in "half of the", of "third" in "a third of the"; 0 where it is none."""
    value, kind = _entry(tokens[at])[:2]
    of = _lower(tokens, at + 1, end)
    if kind == "fraction" and of in (("of", "the", "its", "their", "all") if tokens[at].lower == "half" else ("of",)):
        return float(value) if tokens[at].lower == "half" or _lower(tokens, at - 1, end) == "a" else 0.0
    if kind == "ordinal" and float(value) > 2 and of == "of" and at and tokens[at - 1].lower == "a":
        return 1 / float(value)
    return 0.0


def _joins(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the hyphen or "and" at *at* stands inside a numeral: "twenty-five", "two hundred and six"."""
    if at + 1 >= end or _entry(tokens[at + 1])[1] != "unit":
        return False
    before = _entry(tokens[at - 1])
    if tokens[at].text == "-":
        return before[1] == "unit" and float(before[0]) >= 20
    return tokens[at].lower == "and" and before[1] == "scale"


def _ratio(tokens: Sequence[Token], one: Numeral, end: int) -> Numeral | None:
    """Odds and fractions: "one in three", "1-in-3", "two-thirds", "three-quarters" (worth a share of 1)."""
    at = one.last
    dash = _lower(tokens, at, end) == "-"
    word = at + dash
    if one.low >= 1 and word < end:
        value, kind = _entry(tokens[word])[:2]
        if kind == "fraction" and one.low < 20:
            share = one.low * float(value)
            return replace(one, last=word + 1, low=share, high=share, sign="share")
        if tokens[word].lower == "third" and one.low in (1, 2):
            return replace(one, last=word + 1, low=one.low / 3, high=one.low / 3, sign="share")
        if tokens[word].lower == "in":
            base = word + 1 + (_lower(tokens, word + 1, end) == "-")
            other = _single(tokens, base, end) if base < end else None
            if (
                other
                and 1 < other.low <= 1000
                and one.low < other.low
                and other.digits == one.digits
                and not other.ordinal
            ):
                share = one.low / other.low
                return replace(one, last=other.last, low=share, high=share, sign="share")
    return None


def _range(tokens: Sequence[Token], one: Numeral, end: int) -> Numeral | None:
    """ "18 to 24", "25-30", "between five and 12", "two or three": the upper end must be the greater."""
    at = one.last
    between = one.first > 0 and tokens[one.first - 1].lower == "between"
    joints = ("to", "-", "or") + (("and",) if between else ())
    if _lower(tokens, at, end) not in joints or at + 1 >= end:
        return None
    other = _single(tokens, at + 1, end)
    if other is None or other.ordinal or other.vague or (one.sign and other.sign not in ("", one.sign)):
        return None
    low = one.low
    if one.scale == 1 and other.scale > 1 and low < other.low / other.scale:
        low *= other.scale  # "5 to 10 million"
    if low >= other.high:
        return None
    return replace(one, last=other.last, low=low, high=other.high, sign=one.sign or other.sign, scale=other.scale)


def _lower(tokens: Sequence[Token], at: int, end: int) -> str:
    return tokens[at].lower if at < end else ""
