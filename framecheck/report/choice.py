"""Which findings a screen has room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from framecheck.records.finding import Finding, Report, Severity
from framecheck.records.result import LocatedFinding
from framecheck.report.view import View

# How many findings of a severity a screen shows: five articles fit a screen or two. ``--all`` lifts it.
ROOM: Final = {Severity.ERROR: 10, Severity.WARNING: 16, Severity.NOTE: 8}
# What each further finding of one rule counts of the one before it.
FADING: Final = 0.85


Found = TypeVar("Found", Finding, LocatedFinding)


def shown(report: Report, view: View) -> list[Finding]:
    """The findings that this view has room for, in the order of the report."""
    return list(report.findings) if view.everything else chosen(report.findings, ROOM)


def chosen(findings: Sequence[Found], rooms: Mapping[Severity, int]) -> list[Found]:
    """As many *findings* of each severity as there is room for, in their order.

    Within a severity they are chosen by score and for breadth: each further finding of a rule counts a little less. Scores of
    one rule lie close together, so by score alone a few rules would fill the screen, and an editor should see every kind
    of divergence before the fourth of one kind.
    """
    kept: set[int] = set()
    for severity, room in rooms.items():
        turns: Counter[str] = Counter()
        order = []
        for index, finding in enumerate(findings):
            if finding.severity is severity:
                order.append((-finding.score * FADING ** turns[finding.code], index))
                turns[finding.code] += 1
        kept.update(index for _, index in sorted(order)[:room])
    return [finding for index, finding in enumerate(findings) if index in kept]
