"""The rules as a table, and one rule explained: both from the rule modules' docstrings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from framecheck.report.view import SEVERITY_STYLE, View, render
from framecheck.rules.registry import Entry

if TYPE_CHECKING:
    from rich.console import RenderableType

SECTIONS: Final = {"Fires": "Fires on", "Silent": "Stays silent on"}
READING_WIDTH: Final = 88  # cells; longer lines of prose are hard to read


def rules_document(entries: Sequence[Entry]) -> dict[str, Any]:
    """The output of ``framecheck rules --format json``."""
    return {
        "schema": "framecheck/1",
        "rules": [
            {
                "code": e.rule.code,
                "name": e.rule.name,
                "category": e.rule.category.value,
                "severity": e.rule.severity.value,
                "summary": e.summary,
            }
            for e in entries
        ],
    }


def rules_screen(entries: Sequence[Entry], view: View) -> str:
    """Every rule on a line or two."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    for title in ("code", "name", "category", "severity"):
        table.add_column(title, no_wrap=True)
    table.add_column("summary", ratio=1)
    for entry in entries:
        rule = entry.rule
        style = SEVERITY_STYLE[rule.severity]
        table.add_row(
            Text(rule.code, style), Text(rule.name, "bold"), rule.category.value, Text(rule.severity.value, style),
            Text(entry.summary),
        )  # fmt: skip
    return render([table], view)


def explanation_screen(entry: Entry, view: View) -> str:
    """One rule's documentation: prose as paragraphs, its little stories as rows of outlet and text."""
    from rich.text import Text

    rule = entry.rule
    head = Text.assemble((rule.code, SEVERITY_STYLE[rule.severity]), " ", (rule.name, "bold"))
    head.append(f"  {rule.category.value}, {rule.severity.value}", "dim")
    return render([head, *_explained(entry.doc)], replace(view, width=min(view.width, READING_WIDTH)))


def _explained(doc: str) -> Iterator[RenderableType]:
    from rich.text import Text

    for paragraph in doc.strip().split("\n\n"):
        yield Text()
        lines = paragraph.split("\n")
        if lines[0].endswith(":") and not lines[0].startswith(" "):
            title = lines.pop(0).removesuffix(":")
            yield Text(SECTIONS.get(title, title), "bold")
        if lines and lines[0].startswith("    "):
            yield _story(lines)
        elif lines:
            yield Text(" ".join(lines))


def _story(lines: Sequence[str]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    told = [line.strip().partition(": ") for line in lines]
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=2)
    grid.add_column(width=max(len(outlet) for outlet, _, _ in told), no_wrap=True)
    grid.add_column(ratio=1)
    for outlet, _, text in told:
        grid.add_row("", Text(outlet, "bold"), Text(text))
    return grid
