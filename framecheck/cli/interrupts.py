"""Ctrl-C while a report is written: no piece of it is cut."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Self


class Uncut:
    """Within this context Ctrl-C waits until what is ``whole`` is done; a second one does not wait."""

    def __init__(self) -> None:
        self._writing = False
        self._asked = False
        self._mine = False

    def __enter__(self) -> Self:
        usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if usual and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, self._interrupted)
            self._mine = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._mine:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """What is done here is done to its end. Raises ``KeyboardInterrupt`` behind it where one was waiting."""
        self._writing = True
        try:
            yield
        finally:
            self._writing = False
        if self._asked:
            self._asked = False
            raise KeyboardInterrupt

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        if not self._writing or self._asked:
            raise KeyboardInterrupt
        self._asked = True
