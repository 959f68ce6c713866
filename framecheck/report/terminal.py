"""The screen an editor reads: who tells the story, where they part, who is called what, who tells what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from framecheck.records.finding import Finding, Report, Severity
from framecheck.report.choice import shown
from framecheck.report.coverage import coverage
from framecheck.report.discrepancies import discrepancies
from framecheck.report.header import header
from framecheck.report.labels import labels
from framecheck.report.packing import packed
from framecheck.report.view import SEVERITY_STYLE, View, render

if TYPE_CHECKING:
    from rich.console import RenderableType


def report_screen(report: Report, view: View) -> str:
    """The whole report as text, with ANSI styles if *view* allows colour."""
    return render(_parts(report, view), view)


def _parts(report: Report, view: View) -> Iterator[RenderableType]:
    findings = shown(report, view)
    yield from header(report, view)
    yield from discrepancies(report, findings, view)
    yield from labels(report.alignment.story, view)
    yield from coverage(report.alignment, view)
    yield from _footer(report, findings, view)


def _footer(report: Report, findings: Sequence[Finding], view: View) -> Iterator[RenderableType]:
    """What the codes stand for, how many findings there are, what to run next."""
    from rich.text import Text

    yield Text()
    if not view.everything:
        names = sorted({f"{f.code} {f.name}" for f in findings})
        for row in packed(names, view.width, f" {view.dot} ", end=view.ellipsis):
            yield Text(row, "dim")
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
    tail = len(report.findings) - len(findings) + report.hidden
    hints = [f"--all shows {tail} more and every wording"] if tail else []
    if report.findings:
        hints.append(f"framecheck explain {report.findings[0].code} says what a code means")
    hints.append("--format json for machines")
    for row in packed(hints, view.width, f" {view.dot} ", end=view.ellipsis):
        yield Text(row, "dim")
