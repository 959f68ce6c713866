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
_PUBLISHED: Final = re.compile(r"\b(?:publi|post|date|issued)|发布|发表|\u65f6\u95f4|\u65e5\u671f", re.IGNORECASE)
_BESIDE: Final = re.compile(
    r"\b(?:publi(?:shed|cation)|updated|posted|modified|last|first|date|on|at|by|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|"
    r"day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|a\.?m|p\.?m|e[ds]?t|p[ds]?t|c[ds]?t|gmt|utc|bst|ist|cet|\d{1,2}:\d\d(?::\d\d)?)\b",
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
    """Whether *line* is a date with nothing beside it but words such as "Published on", a weekday and a time.

    >>> is_date_line("Updated: Thursday, March 6, 2025 at 10:30 PM GMT"), is_date_line("He left on March 6, 2025")
    (True, False)
    """
    if len(line) > 100 or not (found := find_date(line)):
        return False
    _, start, end = found
    return not re.search(r"[^\W_]", _BESIDE.sub("", line[:start] + " " + line[end:]))


def publication_date(plain: str, blocks: Sequence[Block]) -> date | None:
    """The date in the furniture of a page: a dated line that says "published", else the first dated one."""
    dated = []
    for block in blocks:
        line = block.span.of(plain)
        if block.kind in {BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.DATELINE} and len(line) <= 150:
            found = find_date(line)
            if found and (is_date_line(line) or block.kind is not BlockKind.BOILERPLATE or _PUBLISHED.search(line)):
                dated.append((not _PUBLISHED.search(line), block.span.start, found[0]))
    return min(dated)[2] if dated else None
