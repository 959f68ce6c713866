"""One finding a line, as editors and ``grep`` know it: ``path:line:column: severity CODE message``."""

from __future__ import annotations

from framecheck.records.finding import Severity
from framecheck.records.result import LocatedFinding, Outcome, Run, StoryResult
from framecheck.report.safe import safe
from framecheck.report.view import SEVERITY_STYLE, View, render


def renderer(view: View) -> Concise:
    """A renderer of this format."""
    return Concise(view)


class Concise:
    """Suppressed findings are left out; the last line counts the others."""

    def __init__(self, view: View) -> None:
        self._view = view

    def begin(self, run: Run) -> str:
        """Nothing: the first line is a finding."""
        return ""

    def story(self, story: StoryResult) -> str:
        """A line for each notice and each finding."""
        notices = [f"{safe(n.place)}: {n.level} {safe(n.message)}\n" for n in story.notices]
        return "".join(notices) + "".join(self._line(f, story) for f in story.findings if not f.suppressed)

    def end(self, outcome: Outcome) -> str:
        """Notices of the run and how many findings there are."""
        notices = "".join(f"{safe(n.place)}: {n.level} {safe(n.message)}\n" for n in outcome.notices)
        return notices + summary(outcome) + "\n"

    def _line(self, finding: LocatedFinding, story: StoryResult) -> str:
        from rich.text import Text

        place = place_of(finding, story)
        if not self._view.colour:
            return f"{place}: {finding.severity} {finding.code} {safe(finding.message)}\n"
        style = SEVERITY_STYLE[finding.severity]
        line = Text.assemble(
            (place, "bold"), ": ", (f"{finding.severity} {finding.code}", style), f" {safe(finding.message)}"
        )
        line.no_wrap, line.overflow = True, "ignore"
        return render([line], self._view)


def place_of(finding: LocatedFinding, story: StoryResult) -> str:
    """``path:line:column`` of the side to look at first, the path alone where it has no place."""
    side = finding.sides[0]
    path = safe(story.articles[side.article].path)
    return f"{path}:{side.start.line}:{side.start.column}" if side.start else path


def summary(outcome: Outcome) -> str:
    """How many findings of each severity, in words."""
    told = outcome.totals.findings
    parts = [f"{n} {s}{'s' if n > 1 else ''}" for s in Severity if (n := told.get(s, 0))]
    line = ", ".join(parts) or "no findings"
    return f"{line} ({outcome.totals.suppressed} suppressed)" if outcome.totals.suppressed else line
