"""A run in counts: findings by severity, by rule, by who differs from whom."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Final, TypeVar

from framecheck.records.finding import Role, Severity
from framecheck.records.result import StoryResult
from framecheck.report.passages import active

_PAIRS: Final = 20  # rows of the longest table


class Statistics:
    """Counts of the findings that nobody said to know."""

    def __init__(self) -> None:
        self._severities: Counter[Severity] = Counter()
        self._rules: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()

    def add(self, story: StoryResult) -> None:
        """Count one more story. Two outlets differ in a finding where they tell its fact in different wordings or where one of
        them lacks it."""
        for finding in active(story):
            self._severities[finding.severity] += 1
            self._rules[f"{finding.code} {finding.name}"] += 1
            told: dict[str, set[int]] = {}
            for side in finding.sides:
                if side.role is not Role.CONTEXT:
                    told.setdefault(story.articles[side.article].outlet, set()).add(side.variant)
            pairs = combinations(sorted(told), 2)
            self._pairs.update(pair for pair in pairs if told[pair[0]].isdisjoint(told[pair[1]]))

    def tables(self) -> list[tuple[str, list[tuple[str, int]]]]:
        """Title and rows of each table, the highest count first."""
        severities = [(s.value, self._severities[s]) for s in Severity if self._severities[s]]
        pairs = [(f"{a} / {b}", number) for (a, b), number in _ranked(self._pairs)]
        shown = f", the first {_PAIRS} of {len(pairs):,}" if len(pairs) > _PAIRS else ""
        return [
            ("Findings by severity", severities),
            ("Findings by rule", _ranked(self._rules)),
            (f"Findings by pair of outlets{shown}", pairs[:_PAIRS]),
        ]


T = TypeVar("T", str, tuple[str, str])


def _ranked(counts: Counter[T]) -> list[tuple[T, int]]:
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))
