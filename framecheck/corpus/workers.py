"""Work on all cores, with results in the order of the work, so that a report does not depend on the number of workers."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from types import TracebackType
from typing import TYPE_CHECKING, Final, Protocol, Self, TypeVar

from framecheck.errors import FramecheckError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_AHEAD: Final = 8  # pieces of work a worker that are under way or wait to be taken
_START: Final = "fork" if sys.platform == "linux" else "spawn"  # a fork has everything imported already

T = TypeVar("T")
R = TypeVar("R")


class WorkerError(FramecheckError):
    """A worker process that is gone."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def unknown(item: object) -> None:
    """Of no item is the result known before it is worked on."""


class Engine(Protocol):
    """What work is given to. ``near`` says that it is done on this machine, which has the files of the corpus."""

    near: bool

    def map(
        self, function: Callable[[T], R], items: Iterable[T], known: Callable[[T], R | None] = unknown
    ) -> Iterator[R]:
        """``function(item)`` of every item, in order; items are taken as they are needed, a few ahead. *known* is asked first, in
        this process: what it gives is the result, unless that is ``None``. *function* and items must be picklable. Raises
        ``WorkerError`` where the work could not be done."""


class Workers:
    """*jobs* processes, or this one alone for 1. Leaving the context while work is under way ends them at once."""

    near = True

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        if self._jobs > 1:
            from concurrent.futures import ProcessPoolExecutor

            self._pool = ProcessPoolExecutor(self._jobs, get_context(_START), _quiet)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is None:
            return
        if kind is not None:
            for process in list(
                (self._pool._processes or {}).values()
            ):  # before 3.14 a pool has no way to end its work
                process.terminate()
        self._pool.shutdown(cancel_futures=True)

    def map(
        self, function: Callable[[T], R], items: Iterable[T], known: Callable[[T], R | None] = unknown
    ) -> Iterator[R]:
        """See ``Engine``."""
        if self._pool is None:
            for item in items:
                yield function(item) if (found := known(item)) is None else found
            return
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool

        waiting: deque[Future[R]] = deque()  # in the order of the items
        try:
            for item in items:
                if (found := known(item)) is None:
                    waiting.append(self._pool.submit(function, item))
                else:
                    waiting.append(Future())
                    waiting[-1].set_result(found)
                while waiting and (len(waiting) >= _AHEAD * self._jobs or waiting[0].done()):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as broken:
            raise WorkerError(
                "a worker process was killed, as happens when memory runs out; try fewer --jobs"
            ) from broken


def _quiet() -> None:
    """Workers leave Ctrl-C to the parent, and look for no garbage in what they share with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)
