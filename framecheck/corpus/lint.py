"""The whole way of ``lint``: a corpus in, the results of its stories out, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from framecheck.corpus.bundles import Bundle, Group, Pile, folder_bundles
from framecheck.corpus.cache import Cache
from framecheck.corpus.far import judged_far
from framecheck.corpus.judge import Asked, Passed, judge, recall
from framecheck.corpus.progress import Progress, Silent
from framecheck.corpus.survey import Grouping, survey
from framecheck.corpus.workers import Engine, unknown
from framecheck.errors import InputError
from framecheck.readers.formats import Format
from framecheck.records.article import Notice
from framecheck.records.notices import Notices
from framecheck.records.result import StoryResult

if TYPE_CHECKING:
    from framecheck.corpus.describe import StoryInfo


@dataclass(frozen=True, slots=True)
class Corpus:
    """What to read and how stories are told apart; ``story_key`` names a further field of JSON that does, ``kind`` the format
    where files are not to be asked."""

    paths: tuple[str, ...]
    grouping: Grouping = Grouping.AUTO
    story_key: str | None = None
    kind: Format | None = None


class Stories:
    """The stories of a corpus of two articles or more: folders first, then what its pile holds.

    Entering the context reads the pile and finds its stories; ``names`` are then those of all stories, ``notices`` what could not
    be read. Raises ``InputError`` for a path that does not exist and where nothing could be read at all.
    """

    def __init__(
        self, corpus: Corpus, workers: Engine, progress: Progress | None = None, cache: Cache | None = None
    ) -> None:
        self._corpus, self._workers, self._progress = corpus, workers, progress or Silent()
        self._cache = cache
        self._pile = Pile()
        self._folders: list[Bundle] = []
        self._groups: list[Group] = []
        self.notices = Notices()

    def __enter__(self) -> Self:
        try:
            self._find()
        except BaseException:
            self._pile.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pile.close()

    def _find(self) -> None:
        found = survey(self._corpus.paths, self._corpus.grouping)
        self.notices += found.notices
        names: Counter[str] = Counter()
        self._folders = list(folder_bundles(found, names))
        if found.pile:
            self._pile.read(
                found.pile,
                self._corpus.story_key,
                self.notices,
                self._workers,
                self._progress,
                self._cache,
                self._corpus.kind,
            )
            self._progress.stage("grouping", None)
            self._groups = self._pile.groups(self._corpus.grouping, names)
        if not self._folders and not len(self._pile):
            first = next((f"; {n.place}: {n.message}" for n in self.notices if n.level != "note"), "")
            raise InputError(f"{listed(self._corpus.paths)}: holds no article that could be read{first}")
        if alone := len(self._pile) - sum(len(group.members) for group in self._groups):
            self.notices.append(
                Notice("note", listed(self._corpus.paths), f"{articles(alone)} of no story; not judged")
            )

    def __len__(self) -> int:
        return len(self._folders) + len(self._groups)

    @property
    def names(self) -> list[str]:
        """The names of the stories, in their order."""
        return [bundle.id for bundle in self._folders] + [group.id for group in self._groups]

    def __iter__(self) -> Iterator[Bundle]:
        yield from self._folders
        yield from map(self._pile.bundle, self._groups)


def lint(
    stories: Stories, asked: Asked, workers: Engine, progress: Progress | None = None, cache: Cache | None = None
) -> Iterator[StoryResult]:
    """The result of every story that two outlets tell, in the order of *stories*, whatever the number of workers and whatever
    *cache* holds of them; what could not be judged goes to ``stories.notices``."""
    progress = progress or Silent()
    progress.stage("judging", len(stories))
    passed, alone = 0, 0
    for result in (_here if workers.near else judged_far)(stories, asked, workers, cache):
        progress.advance()
        if isinstance(result, Passed):
            stories.notices += result.notices
            passed += 1
            alone += result.articles
        else:
            yield result
    if alone:
        what = "a story" if passed == 1 else f"{passed:,} stories"
        told = f"{articles(alone)} of {what} that one outlet tells, or several in the same words; not judged"
        stories.notices.append(Notice("note", "corpus", told))


def _here(
    stories: Iterable[Bundle], asked: Asked, workers: Engine, cache: Cache | None
) -> Iterator[StoryResult | Passed]:
    """What comes of every story, read and judged by workers that have the files."""
    work = partial(judge, asked=asked, version=cache.program if cache else None)
    known = partial(recall, asked=asked, kept=cache) if cache else unknown
    for judged in workers.map(work, stories, known):
        if cache:
            cache.keep(judged.kept)
        yield judged.result


def listing(
    stories: Stories, asked: Asked, workers: Engine, progress: Progress | None = None, cache: Cache | None = None
) -> Iterator[StoryInfo]:
    """Who tells every story, in the order of *stories*, whatever *cache* holds of them."""
    from framecheck.corpus import describe

    progress = progress or Silent()
    progress.stage("listing", len(stories))
    work = partial(describe.describe, asked=asked, version=cache.program if cache else None)
    known = partial(describe.recall, asked=asked, cache=cache) if cache else unknown
    for described in workers.map(work, stories, known):
        if cache:
            cache.keep(described.kept)
        progress.advance()
        yield described.story


def articles(number: int) -> str:
    """A number of articles in words."""
    return "1 article" if number == 1 else f"{number:,} articles"


def listed(paths: Sequence[str]) -> str:
    """The first few of *paths*."""
    return ", ".join(paths[:3]) + (" …" if len(paths) > 3 else "")
