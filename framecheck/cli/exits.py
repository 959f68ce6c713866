"""What a command's exit code says."""

from __future__ import annotations

from enum import IntEnum

from framecheck.records.result import Outcome
from framecheck.settings import Settings


class ExitCode(IntEnum):
    """0 and 1 judge the articles; 2 says that they could not be judged as asked. They are never mixed."""

    OK = 0
    FINDINGS = 1
    FAILED = 2
    INTERRUPTED = 130


def exit_code(outcome: Outcome, settings: Settings) -> ExitCode:
    """Whether all could be judged as asked, and if so whether a finding that is not suppressed is at or above the fail level."""
    if outcome.failed and not settings.skip_unreadable:
        return ExitCode.FAILED
    if settings.exit_zero:
        return ExitCode.OK
    if outcome.stale and settings.strict_baseline:
        return ExitCode.FINDINGS
    told = outcome.totals.findings
    return ExitCode.FINDINGS if any(told[s] and settings.fail_level.fails(s) for s in told) else ExitCode.OK
