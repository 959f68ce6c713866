"""What a command's exit code says."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from framecheck.records.finding import Finding
from framecheck.settings import Settings


class ExitCode(IntEnum):
    """0 and 1 judge the articles; 2 says that they could not be judged as asked. They are never mixed."""

    OK = 0
    FINDINGS = 1
    FAILED = 2
    INTERRUPTED = 130


def exit_code(findings: Iterable[Finding], settings: Settings) -> ExitCode:
    """Whether any finding is at or above the fail level."""
    if settings.exit_zero:
        return ExitCode.OK
    failed = any(settings.fail_level.fails(f.severity) for f in findings if not f.suppressed)
    return ExitCode.FINDINGS if failed else ExitCode.OK
