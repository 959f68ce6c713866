"""The rules as a table, and one rule explained: both from the rule modules' docstrings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from framecheck.report.view import SEVERITY_STYLE, View, render
from framecheck.rules.registry import Entry


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
    """One rule's documentation as plain text."""
    from rich.padding import Padding
    from rich.text import Text

    rule = entry.rule
    head = Text.assemble((rule.code, SEVERITY_STYLE[rule.severity]), " ", (rule.name, "bold"))
    head.append(f"  {rule.category.value}, {rule.severity.value}", "dim")
    body = []
    for paragraph in entry.doc.strip().split("\n\n"):
        lines = paragraph.split("\n")
        if paragraph.startswith(" ") or lines[0].endswith(":"):
            body.append(Text("\n".join(lines)))
        else:
            body.append(Text(" ".join(lines)))
        body.append(Text())
    narrow = min(view.width, 100)
    return render([head, Text(), *(Padding(b, (0, 0)) for b in body[:-1])], View(narrow, view.colour, view.plain))
