"""GitLab's code quality report: a list of issues. GitLab shows the description alone, so it names the code and who says what.

GitLab drops an issue whose fingerprint it has seen, so a fingerprint that comes again gets a number.
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter

from framecheck.records.finding import Severity
from framecheck.records.result import LocatedFinding, Outcome, Run, StoryResult
from framecheck.report.passages import active, bounds, file_of
from framecheck.report.safe import safe
from framecheck.report.view import View

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def renderer(view: View) -> GitLab:
    """A renderer of this format."""
    return GitLab()


class GitLab:
    """Suppressed findings and notices have no place in this format."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def begin(self, run: Run) -> str:
        """The opening of the list."""
        return "["

    def story(self, story: StoryResult) -> str:
        """The issues of one story."""
        pieces = []
        for finding in active(story):
            comma = ",\n" if self._seen else "\n"
            pieces.append(comma + json.dumps(self._issue(finding, story), ensure_ascii=False))
        return "".join(pieces)

    def end(self, outcome: Outcome) -> str:
        """The close of the list."""
        return "\n]\n"

    def _issue(self, finding: LocatedFinding, story: StoryResult) -> dict[str, object]:
        first = finding.sides[0]
        article = story.articles[first.article]
        start, end = bounds(first, article)
        path = file_of(article)
        key = f"{finding.fingerprint}\0{path}"
        self._seen[key] += 1
        return {
            "description": f"{finding.code}: {safe(finding.message)}",
            "check_name": finding.code,
            "fingerprint": hashlib.sha256(f"{key}\0{self._seen[key]}".encode("utf-8", "replace")).hexdigest()[:32],
            "severity": _SEVERITY[finding.severity],
            "location": {
                "path": path,
                "positions": {
                    "begin": {"line": start.line, "column": start.column},
                    "end": {"line": end.line, "column": end.column},
                },
            },
        }
