"""GitHub workflow commands: each finding an annotation on the file that it looks at first.

An annotation has one place, so the other outlets' words stand in its text, a line each (``%0A``). GitHub refuses columns when
a range spans lines. Columns count code points, the unit of the other tools that write this format; GitHub names none.
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from framecheck.records.article import Notice
from framecheck.records.finding import Severity
from framecheck.records.notices import few
from framecheck.records.result import LocatedFinding, Outcome, Run, StoryResult
from framecheck.report.passages import active, bounds, file_of, names, path_of, related, says
from framecheck.report.safe import safe
from framecheck.report.view import View

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_LEVEL = {"error": "error", "warning": "warning", "note": "notice"}


def renderer(view: View) -> GitHub:
    """A renderer of this format."""
    return GitHub()


class GitHub:
    """Suppressed findings give no annotation."""

    def begin(self, run: Run) -> str:
        """Nothing: each command is a line of its own."""
        return ""

    def story(self, story: StoryResult) -> str:
        """A command for each notice and finding."""
        outlets = names(story)
        told = [_annotation(finding, story, outlets) for finding in active(story)]
        return "".join([*map(_notice, few(story.notices)), *told])

    def end(self, outcome: Outcome) -> str:
        """The notices of no story."""
        return "".join(map(_notice, few(outcome.notices)))


def _annotation(finding: LocatedFinding, story: StoryResult, outlets: list[str]) -> str:
    first = finding.sides[0]
    article = story.articles[first.article]
    start, end = bounds(first, article)
    properties = {"title": f"{finding.code} {finding.name}", "file": file_of(article)}
    properties |= {"line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:
        properties |= {"col": str(start.column), "endColumn": str(max(end.column, start.column))}
    lines = [safe(finding.message)]
    for side in related(finding):
        at = f" ({path_of(story.articles[side.article])}:{side.start.line}:{side.start.column})" if side.start else ""
        lines.append(safe(says(side, outlets[side.article], finding.category)) + at)
    return _command(_COMMAND[finding.severity], properties, "\n".join(lines))


def _notice(notice: Notice) -> str:
    return _command(_LEVEL[notice.level], {"title": "framecheck"}, safe(f"{notice.place}: {notice.message}"))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_escape(value, property=True)}" for key, value in properties.items())
    return f"::{name} {told}::{_escape(message)}\n"


def _escape(text: str, property: bool = False) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if property else escaped
