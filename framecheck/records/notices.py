"""Notices as they gather: the first of each cause as they are, how many more there are in one line.

A folder of a hundred thousand empty files has one thing wrong with it, not a hundred thousand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Self

from framecheck.records.article import Notice

KEPT: Final = 1000
"""Notices of one cause that a run keeps, and programs are given."""

SHOWN: Final = 10
"""Notices of one cause that people are shown."""

_CAUSES: Final = 200
"""Causes that are told apart."""

_OTHER: Final = "other"
_ITEM: Final = re.compile(r"(?::\d+)?(?:\[\d+\])*$")
_SUFFIX: Final = re.compile(r"\.\w{1,8}(?:\.(?:gz|zst))?$", re.IGNORECASE)
_OF_ITS_OWN: Final = re.compile(r"\S*[/\\]\S*|[\"'“‘].*?[\"'”’]|\d+")  # paths, quoted words, numbers


@dataclass(slots=True)
class _Group:
    """Notices of one cause: the number of those kept, and of the others how many there are, the last of them and the folder or
    file that holds them all, in its parts."""

    level: str
    cause: str
    message: str
    suffix: str
    kept: int = 0
    more: int = 0
    last: str = ""
    where: tuple[str, ...] = ()


class Notices:
    """A list of notices that only grows. Of one level and cause, in files of one format, it holds the first *most*; behind them
    stands one that counts the others and says where they are."""

    def __init__(self, found: Iterable[Notice] = (), most: int = KEPT) -> None:
        self._most = most
        self._kept: list[tuple[Notice, _Group, bool]] = []  # with whether it is the last that its group keeps
        self._groups: dict[tuple[str, str], _Group] = {}
        self.extend(found)

    def append(self, notice: Notice) -> None:
        """One more notice."""
        file = _ITEM.sub("", notice.place)
        found = _SUFFIX.search(file)
        suffix = found[0].lower() if found else ""
        cause = notice.cause or f"{suffix} {_OF_ITS_OWN.sub('#', notice.message)}"
        if (notice.level, cause) not in self._groups and len(self._groups) >= _CAUSES:
            cause = _OTHER
        group = self._groups.setdefault((notice.level, cause), _Group(notice.level, cause, notice.message, suffix))
        if group.kept < self._most and not notice.cause:
            group.kept += 1
            self._kept.append((notice, group, group.kept == self._most))
            return
        parts = PurePath(file).parts
        group.where = _common(group.where, parts) if group.more else parts
        group.more += notice.count
        group.last = notice.place

    def extend(self, found: Iterable[Notice]) -> None:
        """More notices."""
        for notice in found:
            self.append(notice)

    def __iadd__(self, found: Iterable[Notice]) -> Self:
        self.extend(found)
        return self

    def __iter__(self) -> Iterator[Notice]:
        for notice, group, last in self._kept:
            yield notice
            if last and group.more:
                yield _counting(group, self._most)
        for group in self._groups.values():
            if group.more and group.kept < self._most:  # only counted where they come from
                yield _counting(group, group.kept)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, list | Notices) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # it grows

    def __len__(self) -> int:
        return len(self._kept) + sum(group.more > 0 for group in self._groups.values())


def few(notices: Iterable[Notice]) -> list[Notice]:
    """As many of *notices* as people are shown."""
    return list(Notices(notices, SHOWN))


def _counting(group: _Group, most: int) -> Notice:
    other = group.cause == _OTHER
    kind = f"{group.suffix} " if group.suffix and not other else ""
    place = str(PurePath(*group.where))
    told = f"{group.more:,} more {kind}{f'like the {most:,} above' if most else ''}"
    told += ", for other reasons" if other else f": {group.message}"
    if group.more > 1 and group.last != place:
        told += f" (the last: {group.last})"
    return Notice(group.level, place, told, group.more, group.cause)


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return a[:same]
