"""The discrepancies, grouped by severity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from framecheck.records.finding import Finding, Report, Severity
from framecheck.report.long_form import long_form
from framecheck.report.sheet import Sheet
from framecheck.report.short_form import short_form
from framecheck.report.view import SEVERITY_STYLE, View

if TYPE_CHECKING:
    from rich.console import RenderableType

MEANING: Final = {
    Severity.ERROR: "both cannot be right as stated",
    Severity.WARNING: "a change of commitment, sourcing, precision or framing",
    Severity.NOTE: "style",
}


def discrepancies(report: Report, findings: Sequence[Finding], view: View) -> Iterator[RenderableType]:
    """The *findings* of a report by severity: each in a line or two, or in full if the view shows everything."""
    from rich.text import Text

    sheet = Sheet.of(report.alignment.story, findings, view)
    for severity in Severity:
        group = [f for f in findings if f.severity is severity]
        if not group:
            continue
        count = sum(f.severity is severity for f in report.findings)
        title = f"{count} {severity.value}{'s' if count > 1 else ''}".upper()
        meaning = f"  {_meaning(severity, report)}"
        if len(group) < count:
            meaning += f" {view.dot} {len(group)} shown"
        if view.everything or group[0] is findings[0]:
            yield Text()
        yield Text.assemble((title, SEVERITY_STYLE[severity]), (meaning, "dim"))
        for finding in group:
            yield from (long_form if view.everything else short_form)(finding, sheet)


def _meaning(severity: Severity, report: Report) -> str:
    """What findings of a severity are; notes of a draft are also what it alone has."""
    alone = report.draft is not None and severity is Severity.NOTE
    return "style, what no wire has, what wires tell differently" if alone else MEANING[severity]
