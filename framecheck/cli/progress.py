"""How far a long run has come, on standard error: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_EVERY: Final = 30.0  # seconds between lines in a log


class Lines:
    """A line every half minute, so that a run that is soon over writes none."""

    def __init__(self) -> None:
        self._stage, self._total, self._done = "", None, 0  # type: tuple[str, int | None, int]
        self._began = self._told = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to put away."""

    def stage(self, name: str, total: int | None) -> None:
        """A new stage begins."""
        self._stage, self._total, self._done, self._began = name, total, 0, time.monotonic()

    def advance(self) -> None:
        """One more is done."""
        self._done += 1
        now = time.monotonic()
        if now - self._told >= _EVERY:
            self._told = now
            of = f" of {self._total:,}" if self._total else ""
            rate = self._done / max(now - self._began, 1e-9)
            sys.stderr.write(f"framecheck: {self._stage}: {self._done:,}{of}, {rate:.1f} a second\n")
            sys.stderr.flush()

    def pause(self) -> None:
        """Lines are in nobody's way."""

    def resume(self) -> None:
        """Nothing was paused."""


class Screen:
    """A bar with stage, count, rate and time left, which goes away when the run ends."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        columns = (
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
        )  # fmt: skip
        console = Console(stderr=True)
        self._bar: Bar = Progress(
            *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
        )
        self._task = self._bar.add_task("", total=None, visible=False, rate="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def stage(self, name: str, total: int | None) -> None:
        """A new stage begins."""
        self._bar.remove_task(self._task)
        self._task = self._bar.add_task(name, total=total, rate="")

    def advance(self) -> None:
        """One more is done."""
        self._bar.advance(self._task)
        speed = self._bar.tasks[0].finished_speed or self._bar.tasks[0].speed
        if speed:
            self._bar.update(self._task, rate=f"{speed:.1f}/s")

    def pause(self) -> None:
        """Take the bar off the screen while a report is written there."""
        self._bar.stop()

    def resume(self) -> None:
        """Show the bar again."""
        self._bar.start()


def shown(asked: bool | None) -> Lines | Screen:
    """A bar where standard error is a terminal, unless told otherwise; else lines."""
    return Screen() if (sys.stderr.isatty() if asked is None else asked) else Lines()
