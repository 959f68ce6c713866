"""What an article is about, as counts of stems: enough to find its story, cheap enough for a hundred thousand articles."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final
from zlib import crc32

from framecheck.facts.tokens import stem
from framecheck.lexicons import table, words
from framecheck.records.article import Article

LEAD: Final = 500
"""Code points of told text that count as the lead, where news says what happened (the inverted pyramid)."""

SKETCH: Final = 64
"""Hashes in a sketch."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*")
_OPENS: Final = re.compile(r"(?:^|[.!?:\"]\s+|\n)\W*$")
_SHINGLE: Final = 5  # words
_LONGEST: Final = 20_000  # code points of told text that are looked at: the rest of a long feature adds nothing


@dataclass(frozen=True, slots=True)
class Terms:
    """The counts of one article. ``stems`` in the order of their first use; parallel to them how often each stands in the
    ``text``, as a ``name``, in the ``lead`` and as a name in the lead (at most 255). ``sketch`` holds the ``SKETCH`` smallest
    hashes of its runs of five words, ascending: two sketches tell how much of the words two articles share (Broder 1997)."""

    stems: tuple[str, ...]
    counts: tuple[array[int], ...]
    sketch: array[int]


def terms(article: Article) -> Terms:
    """The counts and the sketch of the told text of *article*. Function words are left out."""
    told = "\n".join(b.span.of(article.plain) for b in article.blocks if b.kind.told)[:_LONGEST]
    light = words("function_words")
    dates = _dates()
    text: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    names: Counter[str] = Counter()
    lead_names: Counter[str] = Counter()
    opening: dict[
        str, tuple[int, int]
    ] = {}  # capitalised where any word would be: how often, and how often in the lead
    small: set[str] = set()  # stems that also stand in small letters
    lower: list[str] = []
    for match in _WORD.finditer(told):
        word = match[0].removesuffix("'s").rstrip(".")
        low = word.lower()
        lower.append(low)
        if low in light:
            continue
        root, early = stem(low), match.start() < LEAD
        text[root] += 1
        lead[root] += early
        if not word[0].isupper():
            small.add(root)
        elif low not in dates:
            if _OPENS.search(told[max(0, match.start() - 6) : match.start()]):
                often, first = opening.get(root, (0, 0))
                opening[root] = often + 1, first + early
            else:
                names[root] += 1
                lead_names[root] += early
    for root, (often, first) in opening.items():
        if root not in small or root in names:
            names[root] += often
            lead_names[root] += first
    counted = (text, names, lead, lead_names)
    return Terms(tuple(text), tuple(array("B", (min(255, c[s]) for s in text)) for c in counted), _sketch(lower))


@cache
def _dates() -> frozenset[str]:
    """Months and days: capitalised, and no names of anybody."""
    return frozenset(word.rstrip(".") for word, kind in table("calendar").items() if kind[0] in ("weekday", "month"))


def _sketch(lower: list[str]) -> array[int]:
    runs = {" ".join(lower[at : at + _SHINGLE]) for at in range(max(1, len(lower) - _SHINGLE + 1))}
    return array("I", sorted({crc32(run.encode("utf-8", "replace")) for run in runs})[:SKETCH])


def resemblance(a: array[int], b: array[int]) -> float:
    """The share of runs of words that two articles have in common, 0 to 1, estimated from their sketches."""
    union = sorted({*a, *b})[:SKETCH]
    both = {*a} & {*b}
    return sum(h in both for h in union) / len(union) if union else 0.0
