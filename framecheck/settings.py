"""What a run is asked to do, from wherever it was asked: one frozen dataclass."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from framecheck.readers.outlets import OutletRule
from framecheck.records.finding import Severity
from framecheck.records.house import House
from framecheck.rules.selection import Selection, longest


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
class FileIgnore:
    """Codes that do not count where a side of the finding stands in a file that fits *glob*, seen from *folder*;
    ``origin`` says who asked for it."""

    glob: str
    codes: tuple[str, ...]
    folder: Path
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """``severities`` are prefixes of codes with the severity that they get; ``min_score`` is the least score of a finding
    that is shown (``None``: as calibrated); ``suppress`` says whether directives and per-file ignores count; ``jobs`` is the
    number of worker processes (``None``: as many as there are cores), ``cache`` the folder where ``lint`` keeps what it found
    (``None``: nowhere)."""

    selection: Selection = field(default_factory=Selection)
    severities: tuple[tuple[str, Severity], ...] = ()
    min_score: float | None = None
    fail_level: FailLevel = FailLevel.NEVER
    exit_zero: bool = False
    skip_unreadable: bool = False
    suppress: bool = True
    file_ignores: tuple[FileIgnore, ...] = ()
    baseline: Path | None = None
    strict_baseline: bool = False
    outlets: tuple[OutletRule, ...] = ()
    jobs: int | None = None
    house: House = field(default_factory=House)
    cache: Path | None = None

    def least_score(self) -> float:
        """The least score of a finding that is shown."""
        from framecheck.rules.engine import MIN_SCORE

        return MIN_SCORE if self.min_score is None else self.min_score

    def codes(self) -> tuple[str, ...]:
        """The codes of the rules that speak."""
        from framecheck.rules.registry import catalogue

        return tuple(e.rule.code for e in catalogue() if self.selection.allows(e.rule.code))

    def severity(self, code: str, otherwise: Severity) -> Severity:
        """The severity of a finding of the rule *code*: that of the longest prefix asked for, or as the rule judged it."""
        best = longest((prefix for prefix, _ in self.severities), code)
        return dict(self.severities)[best] if best is not None else otherwise
