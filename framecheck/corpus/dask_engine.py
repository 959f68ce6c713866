"""Work on a Dask cluster that is already there, with results in the order of the work.

Every piece of work is independent and may be done twice, so a worker that dies costs no more than what it had under way: the
scheduler gives that to another.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from framecheck.corpus.version import program
from framecheck.corpus.workers import WorkerError, unknown
from framecheck.errors import FramecheckError, UsageError

if TYPE_CHECKING:
    from distributed import Client

_AHEAD: Final = 4  # pieces of work a thread of the cluster that are under way or wait to be taken
_LEAST: Final = 16  # pieces, however few threads there are: workers may join
_SECONDS: Final = 15  # in which the scheduler must answer

T = TypeVar("T")
R = TypeVar("R")


class Cluster:
    """The workers that the scheduler at *address* has. Entering raises ``UsageError`` where none can be reached."""

    near = False

    def __init__(self, address: str) -> None:
        self._address = address
        self._client: Client

    def __enter__(self) -> Self:
        try:
            from distributed import Client
        except ModuleNotFoundError as error:
            raise UsageError(f"--engine dask needs {error.name}: install framecheck-news[dask]") from None
        try:
            self._client = Client(self._address, timeout=_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:  # a time-out is an OSError
            why = str(error).splitlines()[0]
            raise UsageError(f"--scheduler {self._address}: no scheduler answers there ({why})") from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()  # which also gives up the work that nobody waits for any more

    def map(
        self, function: Callable[[T], R], items: Iterable[T], known: Callable[[T], R | None] = unknown
    ) -> Iterator[R]:
        """See ``workers.Engine``."""
        work = partial(_alike, function, program())
        ahead = max(_LEAST, _AHEAD * sum(self._client.nthreads().values()))
        waiting: deque[Any] = deque()  # futures of distributed and of the standard library, in the order of the items
        for item in items:
            if (found := known(item)) is None:
                waiting.append(self._client.submit(work, item, pure=False))
            else:
                waiting.append(Future())
                waiting[-1].set_result(found)
            while waiting and (len(waiting) >= ahead or waiting[0].done()):
                yield self._result(waiting.popleft())
        while waiting:
            yield self._result(waiting.popleft())

    def _result(self, future: Any) -> Any:
        try:
            return future.result()
        except FramecheckError:
            raise
        except Exception as error:
            why = f"{type(error).__name__}: {error}".splitlines()[0]
            raise WorkerError(f"a worker of {self._address} could not do its work ({why})") from error


def _alike(function: Callable[[T], R], version: str, item: T) -> R:
    """*function* of *item*, on a worker that runs the same program. Raises ``WorkerError`` on another."""
    if program() != version:
        raise WorkerError(f"a worker has framecheck {program()}, this machine {version}; install the same on both")
    return function(item)
