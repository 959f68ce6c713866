"""Which folders of a corpus are stories and which files make up the pile, by names alone: no file is opened."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from framecheck.readers.files import STANDARD_INPUT, find_files, in_folder
from framecheck.readers.formats import suffix_of
from framecheck.records.article import Notice
from framecheck.records.notices import Notices

MOST: Final = 50
"""Files that a folder of one story holds at most: a folder of more is a pile."""

_ROWS: Final = frozenset(
    {".jsonl", ".ndjson", ".rss", ".atom", ".warc"}
)  # a file of many articles is no article of a story


class Grouping(StrEnum):
    """What makes articles a story."""

    AUTO = "auto"  # their folder, else the story they say they belong to, else their words
    FOLDER = "folder"
    ID = "id"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class FolderStory:
    """A folder that is one story: its name and its files."""

    name: str
    paths: tuple[str, ...]


@dataclass(slots=True)
class Survey:
    """What stands at the paths of a corpus, in the order of the paths and of names in a folder."""

    stories: list[FolderStory] = field(default_factory=list)
    pile: list[str] = field(default_factory=list)
    notices: Notices = field(default_factory=Notices)


def survey(paths: Sequence[str], grouping: Grouping = Grouping.AUTO) -> Survey:
    """The stories and the pile at *paths*: files, folders, ``-``.

    A folder inside a given one, at any depth, is a story of the files that it holds itself; so is a given folder beside other
    given ones. A folder given alone that holds articles itself is a pile, as is any folder of more than ``MOST`` files; JSON
    Lines always are. *grouping* FOLDER makes every folder a story, ID and TEXT none. Links to folders are not followed, so
    that no loop is entered. Raises ``InputError`` for a path that does not exist.
    """
    found = Survey()
    folders = [path for path in paths if path != STANDARD_INPUT and os.path.isdir(path)]  # noqa: PTH112 - "\0" is no error
    for path in paths:
        if path in folders:
            for folder, depth in _folders(path, found):
                alone = len(folders) == 1 and depth == 0
                _add(found, path, folder, grouping, alone)
        else:
            _sort(find_files([path]), found, found.pile)
    return found


def holds_many(path: str) -> bool:
    """Whether the name of a file says that it holds many articles."""
    return suffix_of(path) in _ROWS


def _folders(root: str, found: Survey) -> Iterator[tuple[str, int]]:
    """*root* and all folders inside it, in the order of their names, with their depth. Hidden ones are passed over."""
    depth = 0
    waiting = [(root, depth)]
    while waiting:
        folder, depth = waiting.pop()
        yield folder, depth
        try:
            with os.scandir(folder) as entries:
                inner = [e.name for e in entries if not e.name.startswith(".") and e.is_dir(follow_symlinks=False)]
        except OSError:  # told where its files are looked up
            continue
        waiting += [(os.path.join(folder, name), depth + 1) for name in sorted(inner, reverse=True)]  # noqa: PTH118


def _add(found: Survey, root: str, folder: str, grouping: Grouping, alone: bool) -> None:
    files: list[str] = []
    _sort(in_folder(folder, silent=True), found, files)
    single = [path for path in files if not holds_many(path)]
    story = grouping is Grouping.FOLDER or (grouping is Grouping.AUTO and not alone and len(single) <= MOST)
    if story and single:
        found.stories.append(FolderStory(_name(root, folder), tuple(single)))
        found.pile += [path for path in files if holds_many(path)]
    else:
        found.pile += files


def _sort(items: Iterator[str | Notice], found: Survey, files: list[str]) -> None:
    for item in items:
        if isinstance(item, Notice):
            found.notices.append(item)
        else:
            files.append(item)


def _name(root: str, folder: str) -> str:
    """The folder seen from the given one, or the given one's own name."""
    inside = Path(folder).relative_to(root).as_posix()
    return inside if inside != "." else Path(root).resolve().name or "story"
