"""One story of a corpus: its articles read, named and compared. What worker processes do."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final, Protocol

from framecheck.corpus import cache
from framecheck.corpus.bundles import Bundle
from framecheck.corpus.codec import pack
from framecheck.corpus.shelf import unpack
from framecheck.readers.formats import Format
from framecheck.records.article import Article, Notice
from framecheck.records.finding import Finding
from framecheck.records.house import House
from framecheck.records.result import StoryResult
from framecheck.settings import Settings

MOST: Final = 24
"""Articles of one story that are compared: cost grows with the square of their sentences."""

MOST_TOLD: Final = 240_000
"""Code points that the articles of one story may tell together: some 1,800 sentences, whose pairs take half a gigabyte."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is asked to do, as far as one story is concerned; ``outlets`` maps paths to names, ``kind`` is the format where
    files are not to be asked."""

    settings: Settings
    outlets: Mapping[str, str] = field(default_factory=dict)
    kind: Format | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """A story that was not judged: how many articles it has, and what was noticed when they were read."""

    articles: int
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a story, and what there is to keep of the work on it."""

    result: StoryResult | Passed
    kept: tuple[tuple[bytes, bytes], ...] = ()


class Reads(Protocol):
    """The step that costs where a story is only listed: reading its files."""

    def items(self, path: str, kind: Format | None) -> Iterable[Article | Notice]:
        """What ``read_file`` gives."""


class Steps(Reads, Protocol):
    """The two steps that cost: reading files and finding all there is in articles."""

    def findings(self, articles: Sequence[Article], house: House) -> Sequence[Finding]:
        """What ``pipeline.findings_of`` gives."""


class Work:
    """The steps, done. *version* is that of the program where ``kept`` shall hold what ``Cache`` looks up, else ``None``."""

    def __init__(self, version: str | None = None) -> None:
        self.version = version
        self.kept: list[tuple[bytes, bytes]] = []

    def keep(self, key: bytes, data: bytes) -> None:
        """There is this to keep."""
        self.kept.append((key, data))

    def items(self, path: str, kind: Format | None) -> Iterable[Article | Notice]:
        """What ``read_file`` gives."""
        from framecheck.readers import read_file

        if self.version is None:
            return read_file(path, kind=kind)
        return cache.noted(path, None, kind, self.version, self.keep)

    def findings(self, articles: Sequence[Article], house: House) -> Sequence[Finding]:
        """What ``pipeline.findings_of`` gives."""
        from framecheck.pipeline import align_articles, findings_of

        found = findings_of(align_articles(articles, house=house))
        if self.version is not None:
            self.keep(cache.findings_key(articles, house, self.version), pack(found))
        return found


@dataclass(frozen=True, slots=True)
class Told:
    """A story that can be judged: its articles, each with its outlet, and what was noticed when they were read."""

    id: str
    articles: tuple[Article, ...]
    notices: tuple[Notice, ...]


def judge(bundle: Bundle, asked: Asked, version: str | None = None) -> Judged:
    """The findings of one story. It is passed over where it has fewer than two outlets with texts of their own; a failure of ours
    is a notice, so that one story does not cost the others. *version* is as in ``Work``."""
    work = Work(version)
    told = prepare(bundle, asked, work)
    return Judged(told if isinstance(told, Passed) else finish(told, asked, work), tuple(work.kept))


def recall(bundle: Bundle, asked: Asked, kept: Steps) -> Judged | None:
    """What ``judge`` gives, where *kept* holds all that costs; else ``None``."""
    try:
        told = _told(bundle, asked, kept)
        return Judged(told if isinstance(told, Passed) else _finished(told, asked, kept))
    except Exception:  # ``Unknown``; or what fails in ``judge`` too, which tells of it
        return None


def prepare(bundle: Bundle, asked: Asked, steps: Steps) -> Told | Passed:
    """The articles of a story, read and named: the first half of ``judge``."""
    try:
        return _told(bundle, asked, steps)
    except Exception as error:
        return failed(bundle.id, (), error)


def finish(told: Told, asked: Asked, steps: Steps) -> StoryResult | Passed:
    """What is found in a story: the second half of ``judge``."""
    try:
        return _finished(told, asked, steps)
    except Exception as error:
        return failed(told.id, told.notices, error)


def failed(story: str, notices: Sequence[Notice], error: Exception) -> Passed:
    """What comes of a story where *error* is a failure of ours."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{PurePath(where.filename).name}:{where.lineno}"
    why = f"could not be judged: {type(error).__name__} in {place}: {error}; this is a bug in framecheck, please report it"
    return Passed(0, (*notices, Notice("error", story, why)))


def articles_of(bundle: Bundle, asked: Asked, steps: Reads | None = None) -> tuple[list[Article], list[Notice]]:
    """The articles of a story, each text once, with outlets and ids."""
    from framecheck.readers import select

    items = (steps or Work()).items
    found = (item for path in bundle.paths for item in items(path, asked.kind))
    return select([*found, *map(unpack, bundle.packed)], asked.outlets, asked.settings.outlets)


def _told(bundle: Bundle, asked: Asked, steps: Steps) -> Told | Passed:
    articles, notices = articles_of(bundle, asked, steps)
    if len({article.outlet for article in articles}) < 2:
        return Passed(len(articles), tuple(notices))
    told = fewer(articles)
    if len(told) < len(articles):
        left = f"has {len(articles)} articles; the first of each outlet are compared, {len(told)} in all"
        notices.append(Notice("warning", bundle.id, left))
    return Told(bundle.id, tuple(told), tuple(notices))


def _finished(told: Told, asked: Asked, steps: Steps) -> StoryResult:
    from framecheck.locate import located
    from framecheck.pipeline import gated

    found = steps.findings(told.articles, asked.settings.house)
    findings, remarks, hidden = gated(found, told.articles, asked.settings)
    return located(told.id, told.articles, findings, (*told.notices, *remarks), hidden)


def fewer(articles: Sequence[Article]) -> list[Article]:
    """At most ``MOST`` of *articles* that tell at most ``MOST_TOLD`` together, in their order: the first of every outlet before
    the second of any, and two at least."""
    turns: dict[str, int] = {}
    ranked = []
    for number, article in enumerate(articles):
        turns[article.outlet] = turns.get(article.outlet, 0) + 1
        ranked.append((turns[article.outlet], number))
    chosen: list[int] = []
    room = MOST_TOLD
    for _, number in sorted(ranked)[:MOST]:
        room -= sum(b.span.end - b.span.start for b in articles[number].blocks if b.kind.told)
        if room >= 0 or len(chosen) < 2:
            chosen.append(number)
    return [articles[number] for number in sorted(chosen)]
