"""What a baseline file lists, for people."""

from __future__ import annotations

from collections.abc import Sequence

from framecheck.report.safe import safe
from framecheck.report.view import View, render
from framecheck.suppress.baseline import Entry


def baseline_screen(known: Sequence[Entry], place: str, view: View) -> str:
    """A line or two an entry: story, code, how often, message."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    for title in ("story", "code", "count"):
        table.add_column(title, no_wrap=True)
    table.add_column("message", ratio=1)
    for entry in sorted(known):
        table.add_row(
            Text(safe(entry.story)), Text(safe(entry.code), "bold"), str(entry.count), Text(safe(entry.message))
        )
    count = sum(entry.count for entry in known)
    return render([Text(f"{place}: {count} known finding{'' if count == 1 else 's'}", "dim"), table], view)
