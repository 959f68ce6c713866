"""The day an article was published, read only where the page says so: never from the story it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from framecheck.records.article import Block, BlockKind

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
        rf"\b{_YEAR}\u5e74(?P<month>[01]?\d)\u6708(?P<day>[0-3]?\d)\u65e5",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"\b{_DAY} {_MONTH},? {_YEAR}\b",
        rf"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.{_YEAR}\b",
    )
)
_FURNITURE: Final = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.DATELINE})
_PUBLISHED: Final = re.compile(r"\b(?:publi|post|date|issued)|发布|发表|\u65f6\u95f4|\u65e5\u671f", re.IGNORECASE)
# all that a line of date and time is made of
_OF_DATES: Final = re.compile(
    r"\b(?:first|last|publi(?:shed|cation)|updated|posted|modified|edited|created|date|time|on|at|by|hrs?|noon|midnight"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"|(?:january|february|march|april|august|september|october|november|december)"
    r"|\d{1,4}(?:st|nd|rd|th)?|\d{1,2} ?[ap]m?|[ap]\.? ?m|[a-z]{0,3}t|gmt|utc)\b",
    re.IGNORECASE,
)


def find_date(text: str) -> tuple[date, int, int] | None:
    """The first full calendar date in *text* with its start and end, or ``None``. Day-month orders that could be read both
    ways (03/04/2025) are not read."""
    found = []
    for form in _FORMS:
        for match in form.finditer(text):
            month = match["month"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            try:
                found.append((date(int(match["year"]), number, int(match["day"])), *match.span()))
            except ValueError:  # the thirtieth of February
                continue
            break
    return min(found, key=lambda f: f[1], default=None)


def is_date_line(line: str) -> bool:
    """Whether *line* is a date or a time with nothing beside it but words such as "Published on" and a weekday.

    >>> is_date_line("Updated: Thursday, March 6, 2025 at 10:30 PM GMT"), is_date_line("He left on March 6, 2025")
    (True, False)
    """
    if len(line) > 100 or not any(c.isdigit() for c in line):
        return False
    return not re.search(r"[^\W_]", _OF_DATES.sub("", line))


def publication_date(plain: str, blocks: Sequence[Block]) -> date | None:
    """The date in the furniture of a page: of the first line that says "published", else of the first date line above the
    body. A date line within the body heads an entry of a chronology."""
    body = next((block.span.start for block in blocks if block.kind is BlockKind.BODY), len(plain))
    dated = []
    for block in blocks:
        line = block.span.of(plain)
        if block.kind in _FURNITURE and len(line) <= 150 and (found := find_date(line)):
            published = bool(_PUBLISHED.search(line))
            if published or block.span.start < body:
                dated.append((not published, block.span.start, found[0]))
    return min(dated)[2] if dated else None
