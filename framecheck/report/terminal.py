"""The screen an editor reads: who tells the story, where they part, who is called what, who tells what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from framecheck.records.finding import Finding, Report, Severity
from framecheck.records.result import Outcome, Run, StoryResult
from framecheck.report.choice import shown
from framecheck.report.coverage import coverage
from framecheck.report.discrepancies import discrepancies
from framecheck.report.header import header
from framecheck.report.labels import labels
from framecheck.report.packing import packed
from framecheck.report.story_lines import closing_lines, story_lines
from framecheck.report.view import SEVERITY_STYLE, View, render

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


def report_screen(report: Report, view: View) -> str:
    """The whole report as text, with ANSI styles if *view* allows colour."""
    return render(_parts(report, view), view)


def renderer(view: View) -> Terminal:
    """A renderer of this format."""
    return Terminal(view)


class Terminal:
    """A whole screen for the one story of ``compare`` and ``check``, some lines for each of the many of ``lint``."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._many = False

    def begin(self, run: Run) -> str:
        """Nothing: the screen begins with its story."""
        self._many = run.command == "lint"
        return ""

    def story(self, story: StoryResult) -> str:
        """The screen of one story, or its lines. Raises ``ValueError`` for a screen without the report."""
        if self._many:
            return _rendered(story_lines(story, self._view), self._view)
        if story.report is None:
            raise ValueError("a screen shows the aligned story: locate(report, keep=True)")
        return report_screen(story.report, self._view)

    def end(self, outcome: Outcome) -> str:
        """The notices and totals of many stories."""
        return _rendered(closing_lines(outcome, self._view), self._view) if self._many else ""


def _rendered(lines: Iterable[Text], view: View) -> str:
    parts = list(lines)
    return render(parts, view) if parts else ""


def _parts(report: Report, view: View) -> Iterator[RenderableType]:
    known = sum(f.suppressed for f in report.findings)
    report = replace(report, findings=tuple(f for f in report.findings if not f.suppressed))
    findings = shown(report, view)
    yield from header(report, view)
    yield from discrepancies(report, findings, view)
    if report.draft is None or view.everything:  # an editor of a draft asks what differs, not who says what
        yield from labels(report.alignment.story, view)
        yield from coverage(report.alignment, view)
    yield from _footer(report, findings, known, view)


def _footer(report: Report, findings: Sequence[Finding], known: int, view: View) -> Iterator[RenderableType]:
    """What the codes stand for, how many findings there are and how many more are *known*, what to run next."""
    from rich.text import Text

    yield Text()
    if not view.everything:
        names = sorted({f"{f.code} {f.name}" for f in findings})
        for row in packed(names, view.width, f" {view.dot} ", end=view.ellipsis):
            yield Text(row, "dim")
    if not report.findings:
        nothing = "Nothing to show at this threshold." if report.hidden else "No discrepancies found."
        yield Text("Nothing new." if known else nothing, "bold")
    else:
        count = {s: sum(f.severity is s for f in report.findings) for s in Severity}
        line = Text()
        for severity, number in count.items():
            if number:
                noun = f"{number} {severity.value}{'s' if number > 1 else ''}"
                line.append(f" {view.dot} " if line else "").append(noun, SEVERITY_STYLE[severity])
        yield line
    if known:
        yield Text(f"{known} more known: suppressed by the articles, the configuration or a baseline", "dim")
    tail = len(report.findings) - len(findings) + report.hidden
    hints = [f"--all shows {tail} more and every wording"] if tail else []
    if report.findings:
        hints.append(f"framecheck explain {report.findings[0].code} says what a code means")
    hints.append(
        "--format json for machines" if report.draft is None else "--format worksheet lists every fact to check"
    )
    for row in packed(hints, view.width, f" {view.dot} ", end=view.ellipsis):
        yield Text(row, "dim")
