"""What ``lint`` keeps from run to run, so that a second one pays for what changed only.

Kept are the articles that were read of a file, by the file's content; the terms of an article and the findings of a story, by
what the articles say. Findings are kept before settings choose among them, so that one cache serves all settings but house
style. Every key holds a digest of the program: what another version kept is never found.

Only the process of the run itself opens the file; workers give back what there is to keep.
"""

from __future__ import annotations

import hashlib
import os
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from framecheck.corpus.codec import Damaged, pack, text_of, unpack
from framecheck.corpus.store import Store
from framecheck.corpus.terms import Terms
from framecheck.corpus.version import program
from framecheck.readers import read_file
from framecheck.readers.files import STANDARD_INPUT, regular
from framecheck.readers.formats import Format
from framecheck.records.article import Article, Notice
from framecheck.records.finding import Finding
from framecheck.records.house import House
from framecheck.text import fold

_FILE: Final = "lint.db"
_PART: Final = 64  # articles of a file that are kept together
_SETTLED: Final = 2_000_000_000  # nanoseconds after which a changed file has another time of change

T = TypeVar("T")


class Unknown(Exception):
    """What was asked for is not kept."""


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What the system says of a file without opening it; ``digest`` is that of the bytes it had then, in hexadecimal."""

    size: int
    modified: int
    changed: int
    digest: str


@dataclass(frozen=True, slots=True)
class _Item:
    """What a reader gave: one of the two."""

    article: Article | None
    notice: Notice | None


@dataclass(frozen=True, slots=True)
class _Terms:
    """``Terms`` in plain values."""

    stems: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    sketch: tuple[int, ...]


class Cache:
    """What is kept in *folder*, where *tell* is told what went wrong with it."""

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self.program = program()
        self._store = Store(folder / _FILE, self.program, tell)

    def __enter__(self) -> Self:
        self._store.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.__exit__(kind, error, trace)

    def keep(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep what functions here packed: data by key."""
        for key, data in entries:
            self._store.put(key, data)

    def read(self, path: str, story_key: str | None = None, kind: Format | None = None) -> Iterator[Article | Notice]:
        """What ``read_file`` gives, read from the file only where it is not kept."""
        number = 0
        try:
            for items in self._parts(path, story_key, kind):
                yield from items
                number += 1
        except Unknown:
            yield from islice(noted(path, story_key, kind, self.program, self._store.put), number * _PART, None)

    def items(self, path: str, kind: Format | None = None) -> list[Article | Notice]:
        """What ``read_file`` gives. Raises ``Unknown``."""
        return [item for items in self._parts(path, None, kind) for item in items]

    def findings(self, articles: Sequence[Article], house: House) -> tuple[Finding, ...]:
        """Everything found in *articles*, in no order (see ``pipeline.findings_of``). Raises ``Unknown``."""
        from framecheck.rules.registry import catalogue

        found = self._known(tuple[Finding, ...], findings_key(articles, house, self.program))
        named = {entry.rule.code: (entry.rule.name, entry.rule.category) for entry in catalogue()}
        for finding in found:
            if named.get(finding.code) != (finding.name, finding.category):
                raise Unknown
            if not all(0 <= side.document < len(articles) for side in finding.sides):
                raise Unknown
        return found

    def keep_findings(self, articles: Sequence[Article], house: House, found: Sequence[Finding]) -> None:
        """Keep everything *found* in *articles*."""
        self._store.put(findings_key(articles, house, self.program), pack(found))

    def terms(self, article: Article) -> Terms | None:
        """The terms of *article* if they are kept."""
        try:
            found = self._known(_Terms, _terms_key(article, self.program))
            counts = tuple(array("B", column) for column in found.counts)
            return Terms(found.stems, counts, array("I", found.sketch))
        except (Unknown, OverflowError):
            return None

    def keep_terms(self, article: Article, found: Terms) -> None:
        """Keep the terms of *article*."""
        self._store.put(*terms_entry(article, found, self.program))

    def _known(self, kind: type[T], key: bytes) -> T:
        data = self._store.get(key)
        if data is None:
            raise Unknown
        try:
            return unpack(kind, data)
        except Damaged:
            raise Unknown from None

    def _parts(self, path: str, story_key: str | None, kind: Format | None) -> Iterator[list[Article | Notice]]:
        """What was read of the file as it is now, up to ``_PART`` items at once. Raises ``Unknown`` where more is not kept."""
        now = _stamp(path)
        if now is None:
            raise Unknown
        place = _place_key(path, self.program)
        digest = ""
        with suppress(Unknown):
            known = self._known(_Stamp, place)
            digest = known.digest if replace(now, digest=known.digest) == known else ""
        seen = bool(digest)
        digest = digest or _digest(path)
        number = self._known(int, _part_key(path, story_key, kind, digest, self.program))
        if not seen and _settled(now):
            self._store.put(place, pack(replace(now, digest=digest)))
        for part in range(number):
            items = self._known(tuple[_Item, ...], _part_key(path, story_key, kind, digest, self.program, part))
            yield [item for both in items if (item := both.article or both.notice)]


def noted(
    path: str, story_key: str | None, kind: Format | None, version: str, keep: Callable[[bytes, bytes], None]
) -> Iterator[Article | Notice]:
    """What ``read_file`` gives; *keep* is told what a later run of the program *version* needs to do without it."""
    before = _stamp(path)
    digest = _digest(path) if before else ""
    found = read_file(path, story_key, kind)
    if before is None or not digest:
        yield from found
        return
    number = 0
    while items := list(islice(found, _PART)):
        yield from items
        both = [_Item(_short(i), None) if isinstance(i, Article) else _Item(None, i) for i in items]
        keep(_part_key(path, story_key, kind, digest, version, number), pack(both))
        number += 1
    if _stamp(path) == before:  # else what was read is not what was digested
        keep(_part_key(path, story_key, kind, digest, version), pack(number))
        if _settled(before):
            keep(_place_key(path, version), pack(replace(before, digest=digest)))


def findings_key(articles: Sequence[Article], house: House, version: str) -> bytes:
    """The key of what is found in *articles*, read in the style of *house*."""
    return _key("findings", version, house, [(article.outlet, _said(article)) for article in articles])


def _terms_key(article: Article, version: str) -> bytes:
    return _key("terms", version, _said(article))


def terms_entry(article: Article, found: Terms, version: str) -> tuple[bytes, bytes]:
    """What there is to keep of the terms *found* in *article*: key and data."""
    plain = _Terms(found.stems, tuple(map(tuple, found.counts)), tuple(found.sketch))
    return _terms_key(article, version), pack(plain)


def _part_key(
    path: str, story_key: str | None, kind: Format | None, digest: str, version: str, part: int | None = None
) -> bytes:
    """The key of a part of a file read in one way; of how many there are without a number."""
    return _key("part", version, path, story_key, kind and kind.name, digest, part)


def _place_key(path: str, version: str) -> bytes:
    return _key("file", version, str(Path(path).absolute()))


def _said(article: Article) -> str:
    """A digest of what an article says, wherever it lies and whosever it is."""
    return _key("article", replace(article, id="", path="", outlet="")).hex()


def _key(*parts: object) -> bytes:
    return hashlib.blake2b(text_of(parts), digest_size=20).digest()


def _short(article: Article) -> Article:
    """*article* without what is made of its text again."""
    if article.plain == fold(article.text):
        article = copy(article)
        object.__setattr__(article, "plain", "")
    return article


def _stamp(path: str) -> _Stamp | None:
    """``None`` for standard input and what cannot be asked for."""
    if path == STANDARD_INPUT:
        return None
    try:
        found = os.stat(path)  # noqa: PTH116 - a path may hold what pathlib rejects
    except (OSError, ValueError):
        return None
    return _Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, "")


def _settled(stamp: _Stamp) -> bool:
    """Whether a change from now on would show in the stamp: clocks of file systems are coarse."""
    return time.time_ns() - max(stamp.modified, stamp.changed) > _SETTLED


def _digest(path: str) -> str:
    """A digest of the bytes of a file, ``""`` if it cannot be read."""
    try:
        with regular(path) as file:
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=20)).hexdigest()
    except OSError:
        return ""


@contextmanager
def opened(folder: Path | None, tell: Callable[[str], None] = lambda reason: None) -> Iterator[Cache | None]:
    """The cache in *folder*; none without one."""
    if folder is None:
        yield None
        return
    with Cache(folder, tell) as cache:
        yield cache
