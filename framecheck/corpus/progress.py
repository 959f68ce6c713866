"""Who is told how far a run has come."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Something that shows progress."""

    def stage(self, name: str, total: int | None) -> None:
        """A new stage begins; *total* is how much it has to do, if that is known."""

    def advance(self) -> None:
        """One more is done."""


class Silent:
    """Shows nothing."""

    def stage(self, name: str, total: int | None) -> None:
        """Nothing."""

    def advance(self) -> None:
        """Nothing."""
