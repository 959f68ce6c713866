"""Characters and offsets: the one place that knows how published text maps to analysed text.

All offsets in framecheck are 0-based code points into the text **as published**, half-open. Analysis reads a folded
copy in which every character is replaced by exactly one other, so an offset means the same in both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

OPENING_MARKS = "\u201c\u201e\u201f\u00ab\u301d"
CLOSING_MARKS = "\u201d\u00bb\u301e"
DOUBLE_MARKS = OPENING_MARKS + CLOSING_MARKS + '"\uff02\u2033'
SINGLE_MARKS = "\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\u2032\u00b4\uff07'"
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028\u2029"
INVISIBLE = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
DASHES = "\u2010\u2011\u2012\u2013\u2212"
LONG_DASHES = "\u2014\u2015"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points in one article."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters the span points at."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """How many code points both share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@cache
def _folding() -> dict[int, str]:
    table = dict.fromkeys(map(ord, DOUBLE_MARKS), '"')
    table |= dict.fromkeys(map(ord, SINGLE_MARKS), "'")
    table |= dict.fromkeys(map(ord, SPACES + INVISIBLE), " ")
    table |= dict.fromkeys(map(ord, DASHES), "-")
    table |= dict.fromkeys(map(ord, LONG_DASHES), "\u2014")
    controls = (*range(9), *range(11, 13), *range(14, 32), *range(127, 160))  # tab and line ends stay
    table |= dict.fromkeys(controls, " ")
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # a lone surrogate cannot be encoded
    return table


def fold(text: str) -> str:
    """Quotation marks, dashes, spaces and control characters made plain, one character for one.

    >>> fold("\u201ctrans\u2011Atlantic\u201d\u00a0aid")
    '"trans-Atlantic" aid'
    """
    return text.translate(_folding())


LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """Line and column (both from 1, columns in code points) of any offset of one text.

    A line ends behind ``\\r\\n``, ``\\n`` or a lone ``\\r``, as in text editors; the characters of the line end belong to the
    line that they close. Other separators (form feed, U+2028) do not end a line.
    """

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """``(line, column)`` of *offset*, which may be the end of the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
