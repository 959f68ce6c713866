"""What an article is about, as counts of stems: enough to find its story, cheap enough for a hundred thousand articles."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple
from zlib import crc32

from framecheck.facts.tokens import stem
from framecheck.lexicons import table, words
from framecheck.records.article import Article

LEAD: Final = 500
"""Code points of told text that count as the lead, where news says what happened (the inverted pyramid)."""

SKETCH: Final = 64
"""Hashes in a sketch."""

COPY: Final = 0.5
"""The share of runs of five words from which two articles are one text, edited."""

# a word, or a number of two digits or more: sums and counts tell reports of one kind apart, which share all their words
_WORD: Final = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*|(?<![\w.,/-])\d+(?:[.,/-]\d+)*(?!\w)")
_COMMON: Final = re.compile(r"(?:19|20)\d\d|\d")  # years and digits stand everywhere
_OPENS: Final = re.compile(r"(?:^|[.!?:\"]\s+|\n)\W*$")
_SHINGLE: Final = 5  # words
_LONGEST: Final = 20_000  # code points of told text that are looked at: the rest of a long feature adds nothing


@dataclass(frozen=True, slots=True)
class Terms:
    """The counts of one article. ``stems`` in the order of their first use, numbers among them; parallel to them how often each
    stands in the ``text``, as a ``name`` and in the ``lead`` (at most 255). ``sketch`` holds the ``SKETCH`` smallest hashes of
    its runs of five words, ascending: two sketches tell how much of the words two articles share (Broder 1997)."""

    stems: tuple[str, ...]
    counts: tuple[array[int], ...]
    sketch: array[int]


class _Word(NamedTuple):
    """What is known of a word wherever it stands: ``low``, what a sketch is made of (nothing for a number), its ``root`` (``""``
    for one that says nothing), whether it may be a ``name``, and whether it stands in ``small`` letters."""

    low: bytes
    root: str
    name: bool
    small: bool


@lru_cache(maxsize=1 << 16)  # an archive has words and numbers without end
def _word(token: str) -> _Word:
    if token[0].isdecimal():
        return _Word(b"", "" if _COMMON.fullmatch(token) else token.replace(",", ""), False, False)
    word = token.removesuffix("'s").rstrip(".")
    low = word.lower()
    plain = low.encode("utf-8", "replace")
    if low in words("function_words"):
        return _Word(plain, "", False, False)
    capital = word[0].isupper()
    return _Word(plain, stem(low), capital and low not in _dates(), not capital)


def terms(article: Article) -> Terms:
    """The counts and the sketch of the told text of *article*. Function words are left out."""
    told = "\n".join(b.span.of(article.plain) for b in article.blocks if b.kind.told)[:_LONGEST]
    text: dict[str, int] = {}
    lead: dict[str, int] = {}
    names: dict[str, int] = {}
    opening: dict[str, int] = {}  # capitalised where any word would be
    small: set[str] = set()  # stems that also stand in small letters
    lower: list[bytes] = []
    for match in _WORD.finditer(told):
        low, root, name, is_small = _word(match[0])
        if low:
            lower.append(low)
        if not root:
            continue
        start = match.start()
        text[root] = text.get(root, 0) + 1
        if start < LEAD:
            lead[root] = text[root]
        if is_small:
            small.add(root)
        elif name:
            held = opening if _OPENS.search(told, max(0, start - 6), start) else names
            held[root] = held.get(root, 0) + 1
    for root, often in opening.items():
        if root not in small or root in names:
            names[root] = names.get(root, 0) + often
    counts = ([c.get(root, 0) for root in text] for c in (text, names, lead))
    return Terms(tuple(text), tuple(array("B", [min(255, n) for n in c]) for c in counts), _sketch(lower))


@cache
def _dates() -> frozenset[str]:
    """Months and days: capitalised, and no names of anybody."""
    return frozenset(word.rstrip(".") for word, kind in table("calendar").items() if kind[0] in ("weekday", "month"))


def _sketch(lower: list[bytes]) -> array[int]:
    runs = set(map(b" ".join, zip(*(lower[at:] for at in range(_SHINGLE)), strict=False))) or {b" ".join(lower)}
    return array("I", sorted(set(map(crc32, runs)))[:SKETCH])


def resemblance(a: array[int], b: array[int]) -> float:
    """The share of runs of words that two articles have in common, 0 to 1, estimated from their sketches."""
    union = sorted({*a, *b})[:SKETCH]
    both = {*a} & {*b}
    return sum(h in both for h in union) / len(union) if union else 0.0
