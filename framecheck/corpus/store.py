"""A file that keeps bytes by key: SQLite, shared by runs that go on at once, never trusted further than its keys and checks.

Everything in it can be made again. So what goes wrong with the file is never an error of a run: a file that is damaged or of
another version is made anew, one that cannot be written is done without, and the reason is told.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

_WAIT: Final = 30.0  # seconds that a run waits for another that writes
_TOGETHER: Final = 256  # entries that are written in one transaction at most
_OFTEN: Final = 0.1  # seconds after which entries are written
_UNUSED: Final = 30  # days after which an entry that no run asked for goes
_DAY: Final = 86400

_SCHEMA: Final = (
    "CREATE TABLE entry (key BLOB PRIMARY KEY, data BLOB NOT NULL, used INTEGER NOT NULL)",
    "CREATE INDEX entry_used ON entry (used)",
    "CREATE TABLE program (version TEXT NOT NULL)",
)
_SETTINGS: Final = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA journal_mode = WAL",  # who reads does not wait for who writes
    "PRAGMA synchronous = NORMAL",
)
_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_BROKEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})


class Store:
    """The entries of *version* in the file *path*; *tell* is told in a sentence what went wrong with it."""

    def __init__(self, path: Path, version: str, tell: Callable[[str], None]) -> None:
        self._path, self._version, self._tell = path, version, tell
        self._file: sqlite3.Connection | None = None
        self._waiting: dict[bytes, bytes] = {}
        self._seen: set[bytes] = set()  # entries that were asked for and had not been on this day
        self._written = time.monotonic()
        self._today = int(time.time()) // _DAY

    def __enter__(self) -> Self:
        try:
            if not self._path.parent.is_dir():
                self._path.parent.mkdir(parents=True)
                _aside(self._path.parent)
            self._open()
        except OSError as error:
            self._without(error.strerror or str(error))
        except sqlite3.Error as error:
            self._failed(error)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write()
        self._close()

    def get(self, key: bytes) -> bytes | None:
        """What is kept under *key*."""
        if key in self._waiting or self._file is None:
            return self._waiting.get(key)
        try:
            row = self._file.execute("SELECT data, used FROM entry WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            self._failed(error)
            return None
        if row is None or not isinstance(row[0], bytes):
            return None
        if row[1] != self._today:
            self._seen.add(key)
        return row[0]

    def put(self, key: bytes, data: bytes) -> None:
        """Keep *data* under *key*: on disk within a moment, at once where that long ago the last was."""
        if self._file is not None:
            self._waiting[key] = data
            if len(self._waiting) >= _TOGETHER or time.monotonic() - self._written >= _OFTEN:
                self._write()

    def _write(self) -> None:
        self._written = time.monotonic()
        if self._file is None or not (self._waiting or self._seen):
            return
        try:
            self._file.execute("BEGIN IMMEDIATE")
            with self._file:  # commits, or takes back what an interruption cuts
                rows = [(key, data, self._today) for key, data in self._waiting.items()]
                self._file.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", rows)
                used = [(self._today, key) for key in self._seen]
                self._file.executemany("UPDATE entry SET used = ? WHERE key = ?", used)
        except sqlite3.Error as error:
            self._failed(error)
            return
        self._waiting.clear()
        self._seen.clear()

    def _open(self) -> None:
        self._file = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None)
        for setting in _SETTINGS:
            self._file.execute(setting)
        self._file.execute("BEGIN IMMEDIATE")
        with self._file:
            there = [row[0] for row in self._file.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")]
            if not there:
                for statement in _SCHEMA:
                    self._file.execute(statement)
            elif sorted(there) != sorted(_SCHEMA):
                raise sqlite3.DatabaseError("is no cache of framecheck")
            versions = self._file.execute("SELECT version FROM program").fetchall()
            if versions != [(self._version,)]:
                if versions:
                    self._tell(f"{self._path}: was made by another version of framecheck; begun anew")
                self._file.execute("DELETE FROM entry")
                self._file.execute("DELETE FROM program")
                self._file.execute("INSERT INTO program VALUES (?)", (self._version,))
            self._file.execute("DELETE FROM entry WHERE used < ?", (self._today - _UNUSED,))

    def _failed(self, error: sqlite3.Error) -> None:
        """Make a damaged file anew; leave the entries out that another run did not let in; else do without."""
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        self._waiting.clear()
        if code in _BUSY and self._file is not None:
            return
        self._close()
        if code not in _BROKEN:
            self._without(str(error))
            return
        try:
            for end in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + end).unlink(missing_ok=True)
            self._open()
        except (OSError, sqlite3.Error) as again:
            self._close()
            self._without(str(again))
        else:
            self._tell(f"{self._path}: was damaged ({error}); begun anew")

    def _without(self, reason: str) -> None:
        self._tell(f"{self._path}: cannot be used ({reason}); going on without a cache")

    def _close(self) -> None:
        if self._file is not None:
            with contextlib.suppress(sqlite3.Error):
                self._file.close()
        self._file = None


def _aside(folder: Path) -> None:
    """Say to version control and backups that *folder* holds nothing of worth, as other tools' caches do."""
    (folder / ".gitignore").write_text("*\n", encoding="ascii")
    (folder / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n", encoding="ascii")
