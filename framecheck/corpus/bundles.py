"""From a survey to bundles: the articles of one story each, ready to go to a worker."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import Final

from framecheck.corpus.cache import Cache
from framecheck.corpus.index import Index
from framecheck.corpus.progress import Progress
from framecheck.corpus.shelf import Shelf, pack, unpack
from framecheck.corpus.survey import Grouping, Survey
from framecheck.corpus.terms import Terms, terms
from framecheck.corpus.workers import Engine
from framecheck.readers.formats import Format
from framecheck.records.article import Article, Notice
from framecheck.records.notices import Notices

_BATCH: Final = 32  # articles that go to a worker at once while the pile is read
_SLUG: Final = 8  # words of a headline that name a story


@dataclass(frozen=True, slots=True)
class Bundle:
    """One story before it is judged. ``by`` says what makes it one: its folder, the id its articles give, or their words. Its
    articles are files (``paths``) or packed ones (``packed``)."""

    id: str
    by: Grouping
    paths: tuple[str, ...] = ()
    packed: tuple[bytes, ...] = ()

    def __len__(self) -> int:
        return len(self.paths) + len(self.packed)


@dataclass(frozen=True, slots=True)
class Group:
    """A story of the pile: the numbers of its entries."""

    id: str
    by: Grouping
    members: tuple[int, ...]


def folder_bundles(found: Survey, names: Counter[str]) -> Iterator[Bundle]:
    """The folders that are stories. *names* counts the names that stories have so far."""
    for story in found.stories:
        yield Bundle(_unique(story.name, names), Grouping.FOLDER, paths=story.paths)


class Pile:
    """The articles of a corpus that no folder groups: read once, kept on disk, grouped by story id or words."""

    def __init__(self) -> None:
        self._shelf = Shelf()
        self.index = Index()

    def read(
        self,
        paths: Sequence[str],
        story_key: str | None,
        notices: Notices,
        workers: Engine,
        progress: Progress,
        cache: Cache | None = None,
        kind: Format | None = None,
    ) -> None:
        """Read every article at *paths*, or take from *cache* what is known of them; what cannot be read goes to *notices*."""
        from framecheck.readers import read_file

        read = cache.read if cache else read_file
        progress.stage("reading", None)
        empty: list[Notice] = []  # files of something else that lie beside articles
        under_way: deque[list[tuple[Article, bytes, Terms | None]]] = deque()  # batches, in order

        def batches() -> Iterator[list[bytes]]:
            found = (item for path in paths for item in read(path, story_key, kind))
            while batch := list(islice(found, _BATCH)):
                for item in batch:
                    if isinstance(item, Notice):
                        (empty if item.level == "note" else notices).append(item)
                articles = [item for item in batch if isinstance(item, Article)]
                under_way.append([(a, pack(a), cache.terms(a) if cache else None) for a in articles])
                yield [packed for _, packed, known in under_way[-1] if known is None]

        for counted in workers.map(_terms_of, batches(), lambda batch: None if batch else []):
            fresh = iter(counted)
            for article, packed, known in under_way.popleft():
                if (found := known) is None:
                    found = next(fresh)
                    if cache:
                        cache.keep_terms(article, found)
                self.index.add(article, self._shelf.put(packed), found)
                progress.advance()
        notices += empty if len(empty) == 1 else []
        if len(empty) > 1:
            notices.append(Notice("note", empty[0].place, f"{empty[0].message}; {len(empty) - 1} more such files"))

    def __len__(self) -> int:
        return len(self.index.entries)

    def groups(self, grouping: Grouping, names: Counter[str]) -> list[Group]:
        """Every group of two or more, in the order of first articles. *names* counts the names that stories have so far."""
        from framecheck.corpus.cluster import clusters

        by_id: dict[str, list[int]] = {}
        rest = []
        for number, entry in enumerate(self.index.entries):
            if entry.story and grouping in (Grouping.AUTO, Grouping.ID):
                by_id.setdefault(entry.story, []).append(number)
            else:
                rest.append(number)
        found = [(members, Grouping.ID) for members in by_id.values()]
        if grouping in (Grouping.AUTO, Grouping.TEXT):
            found += [(members, Grouping.TEXT) for members in clusters(self.index, rest)]
        several = sorted((members, by) for members, by in found if len(members) > 1)
        return [Group(_unique(self._named(by, members), names), by, tuple(members)) for members, by in several]

    def bundle(self, group: Group) -> Bundle:
        """The articles of a group, taken from the shelf."""
        packed = tuple(self._shelf.take(self.index.entries[i].place) for i in group.members)
        return Bundle(group.id, group.by, packed=packed)

    def _named(self, by: Grouping, members: Sequence[int]) -> str:
        """The id that the articles give, else the words of their first headline, else the name of the first file."""
        entries = [self.index.entries[i] for i in members]
        if by is Grouping.ID:
            return entries[0].story
        headline = next((entry.headline for entry in entries if entry.headline), "")
        slug = "-".join(re.findall(r"\w+", headline.lower().replace("\u2019", "").replace("'", ""))[:_SLUG])
        return slug or PurePath(entries[0].path).stem

    def close(self) -> None:
        """Remove what was kept on disk."""
        self._shelf.close()


def _terms_of(batch: list[bytes]) -> list[Terms]:
    return [terms(unpack(packed)) for packed in batch]


def _unique(name: str, names: Counter[str]) -> str:
    """*name*, with a number if another story has it already."""
    wanted = name
    while names[wanted]:
        names[name] += 1
        wanted = f"{name}-{names[name]}"
    names[wanted] += 1
    return wanted
