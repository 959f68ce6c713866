"""Reviewdog Diagnostic Format: one object with all diagnostics, the other sides as related locations.

Columns count UTF-8 bytes from 1, ends are exclusive.
https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json

from framecheck.records.finding import Severity
from framecheck.records.result import LocatedFinding, Outcome, Passage, Run, StoryResult
from framecheck.report.passages import active, bounds, file_of, names, related, says
from framecheck.report.safe import safe
from framecheck.report.view import View

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def renderer(view: View) -> Rdjson:
    """A renderer of this format."""
    return Rdjson()


class Rdjson:
    """Suppressed findings and notices have no place in this format."""

    def __init__(self) -> None:
        self._count = 0

    def begin(self, run: Run) -> str:
        """The head of the object."""
        return '{"source": {"name": "framecheck"}, "diagnostics": ['

    def story(self, story: StoryResult) -> str:
        """The diagnostics of one story."""
        outlets = names(story)
        pieces = []
        for finding in active(story):
            comma = ",\n" if self._count else "\n"
            self._count += 1
            pieces.append(comma + json.dumps(_diagnostic(finding, story, outlets), ensure_ascii=False))
        return "".join(pieces)

    def end(self, outcome: Outcome) -> str:
        """The close of the object."""
        return "\n]}\n"


def _diagnostic(finding: LocatedFinding, story: StoryResult, outlets: list[str]) -> dict[str, object]:
    return {
        "message": safe(finding.message),
        "location": _location(finding.sides[0], story),
        "severity": _SEVERITY[finding.severity],
        "code": {"value": finding.code},
        "related_locations": [
            {"message": safe(says(side, outlets[side.article], finding.category)), "location": _location(side, story)}
            for side in related(finding)
        ],
    }


def _location(passage: Passage, story: StoryResult) -> dict[str, object]:
    article = story.articles[passage.article]
    start, end = bounds(passage, article)
    return {
        "path": file_of(article),
        "range": {
            "start": {"line": start.line, "column": start.utf8},
            "end": {"line": end.line, "column": end.utf8},
        },
    }
