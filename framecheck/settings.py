"""What a run is asked to do, from wherever it was asked: one frozen dataclass."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from framecheck.records.finding import Severity
from framecheck.rules.selection import Selection


class FailLevel(StrEnum):
    """The least severe finding that makes a command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of *severity* is at or above this level."""
        return self is not FailLevel.NEVER and severity.rank <= Severity(self.value).rank


@dataclass(frozen=True, slots=True)
class Settings:
    """``min_score`` is the least score of a finding that is shown (``None``: as calibrated)."""

    selection: Selection = field(default_factory=Selection)
    min_score: float | None = None
    fail_level: FailLevel = FailLevel.NEVER
    exit_zero: bool = False

    def codes(self) -> tuple[str, ...]:
        """The codes of the rules that speak."""
        from framecheck.rules.registry import catalogue

        return tuple(e.rule.code for e in catalogue() if self.selection.allows(e.rule.code))
