"""A finding in full, as ``--all`` shows it: its message, then one row a variant and one a context place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from framecheck.records.finding import Finding
from framecheck.report.outlets import listed
from framecheck.report.safe import safe
from framecheck.report.sheet import Sheet
from framecheck.report.variants import Row, context, missing, variants
from framecheck.report.view import SEVERITY_STYLE

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

_INDENT: Final = 2


def long_form(finding: Finding, sheet: Sheet) -> Iterator[RenderableType]:
    """The title and the rows of a finding."""
    yield _title(finding, sheet)
    yield _rows(finding, sheet)


def _title(finding: Finding, sheet: Sheet) -> Text:
    """Code, name, what differs, and who says nothing of it."""
    from rich.text import Text

    title = Text.assemble((finding.code, SEVERITY_STYLE[finding.severity]), " ", (finding.name, "bold"), "  ")
    title.append(safe(finding.message))
    if lacking := missing(finding, sheet.names):
        title.append(f" {sheet.view.dot} not in {listed(lacking, sheet.view.width // 4)}")
    return title


def _rows(finding: Finding, sheet: Sheet) -> Table:
    from rich.table import Table
    from rich.text import Text

    told = [(row, listed(row.outlets, sheet.outlets), "bold") for row in variants(finding, sheet.story, sheet.names)]
    also = [(row, listed((f"also {row.outlets[0]}",), sheet.outlets), "dim") for row in context(finding, sheet.names)]
    places = [_place(row, sheet) for row, _, _ in told + also]
    place = max(map(len, places), default=0)
    words = sheet.view.width - sheet.outlets - place - _INDENT - 3
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_INDENT)
    grid.add_column(width=sheet.outlets, no_wrap=True)
    grid.add_column(width=words, no_wrap=True)
    grid.add_column(width=place, no_wrap=True, justify="right")
    for (row, outlets, style), at in zip(told + also, places, strict=True):
        grid.add_row("", Text(outlets, style), sheet.words(row, words), Text(at, "dim"))
    return grid


def _place(row: Row, sheet: Sheet) -> str:
    times = f"{row.times} times " if row.repeated else ""
    return times + sheet.place(row)
