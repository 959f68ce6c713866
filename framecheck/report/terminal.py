"""The screen an editor reads: who tells the story, where they part, who is called what, who tells what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from framecheck.records.finding import Report, Severity
from framecheck.report.coverage import coverage
from framecheck.report.discrepancies import discrepancies, shown
from framecheck.report.header import header
from framecheck.report.labels import labels
from framecheck.report.view import SEVERITY_STYLE, View, render

if TYPE_CHECKING:
    from rich.console import RenderableType


def report_screen(report: Report, view: View) -> str:
    """The whole report as text, with ANSI styles if *view* allows colour."""
    return render(_parts(report, view), view)


def _parts(report: Report, view: View) -> Iterator[RenderableType]:
    yield from header(report, view)
    yield from discrepancies(report, view)
    yield from labels(report.alignment.story, view)
    yield from coverage(report.alignment, view)
    yield from _footer(report, view)


def _footer(report: Report, view: View) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text()
    if not report.findings:
        yield Text("No discrepancies found." if not report.hidden else "Nothing to show at this threshold.", "bold")
    else:
        count = {s: sum(f.severity is s for f in report.findings) for s in Severity}
        line = Text()
        for severity, number in count.items():
            if number:
                noun = f"{number} {severity.value}{'s' if number > 1 else ''}"
                line.append(f" {view.dot} " if line else "").append(noun, SEVERITY_STYLE[severity])
        yield line
    tail = len(report.findings) - len(shown(report, view)) + report.hidden
    hints = [f"--all shows {tail} more"] if tail else []
    if report.findings:
        hints.append(f"framecheck explain {report.findings[0].code} says what a code means")
    hints.append("--format json for machines")
    yield Text(f" {view.dot} ".join(hints), "dim")
