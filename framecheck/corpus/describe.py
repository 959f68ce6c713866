"""What ``stories`` lists: who tells a story, and who copies whom."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from framecheck.corpus.bundles import Bundle
from framecheck.corpus.cache import Cache, Unknown, terms_entry
from framecheck.corpus.judge import Asked, Reads, Work, articles_of
from framecheck.corpus.survey import Grouping
from framecheck.corpus.terms import COPY, Terms, resemblance, terms
from framecheck.locate import info
from framecheck.readers.formats import Format
from framecheck.records.article import Article, Notice
from framecheck.records.result import ArticleInfo


@dataclass(frozen=True, slots=True)
class StoryInfo:
    """A story: its articles, and ``voices``, groups of their indexes, each of which retells one text in nearly its words."""

    id: str
    by: Grouping
    articles: tuple[ArticleInfo, ...]
    voices: tuple[tuple[int, ...], ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """A story, and what there is to keep of the work on it."""

    story: StoryInfo
    kept: tuple[tuple[bytes, bytes], ...] = ()


class Counts(Reads, Protocol):
    """The two steps that cost: reading files and counting articles."""

    def terms(self, article: Article) -> Terms:
        """What ``terms`` gives."""


class _Work(Work):
    """The steps, done."""

    def terms(self, article: Article) -> Terms:
        """What ``terms`` gives."""
        found = terms(article)
        if self.version is not None:
            self.keep(*terms_entry(article, found, self.version))
        return found


@dataclass(frozen=True, slots=True)
class _Kept:
    """The steps, looked up. Both raise ``Unknown``."""

    cache: Cache

    def items(self, path: str, kind: Format | None) -> Iterable[Article | Notice]:
        """What ``read_file`` gives."""
        return self.cache.items(path, kind)

    def terms(self, article: Article) -> Terms:
        """What ``terms`` gives."""
        if (found := self.cache.terms(article)) is None:
            raise Unknown
        return found


def describe(bundle: Bundle, asked: Asked, version: str | None = None) -> Described:
    """Who tells the story of *bundle*. *version* is that of the program where there is a cache to keep what it costs, else
    ``None``."""
    work = _Work(version)
    return Described(_described(bundle, asked, work), tuple(work.kept))


def recall(bundle: Bundle, asked: Asked, cache: Cache) -> Described | None:
    """What ``describe`` gives, where *cache* holds all that costs; else ``None``."""
    try:
        return Described(_described(bundle, asked, _Kept(cache)))
    except Unknown:
        return None


def _described(bundle: Bundle, asked: Asked, steps: Counts) -> StoryInfo:
    articles, notices = articles_of(bundle, asked, steps)
    told = voices([steps.terms(article).sketch for article in articles])
    return StoryInfo(bundle.id, bundle.by, tuple(map(info, articles)), told, tuple(notices))


def voices(sketches: Sequence[array[int]]) -> tuple[tuple[int, ...], ...]:
    """The numbers of articles that are one voice. An article joins the first voice that one of whose articles it copies; only
    those that share a run of words with it are asked."""
    found: list[list[int]] = []
    voice_of: list[int] = []
    having: dict[int, list[int]] = {}  # hash of a run → the articles that have it
    for number, sketch in enumerate(sketches):
        near = sorted(
            {other for run in sketch for other in having.get(run, ())}, key=lambda other: (voice_of[other], other)
        )
        voice = next((voice_of[o] for o in near if resemblance(sketch, sketches[o]) >= COPY), len(found))
        if voice == len(found):
            found.append([])
        found[voice].append(number)
        voice_of.append(voice)
        for run in sketch:
            having.setdefault(run, []).append(number)
    return tuple(map(tuple, found))
