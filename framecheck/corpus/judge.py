"""One story of a corpus: its articles read, named and compared. What worker processes do."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from framecheck.corpus.bundles import Bundle
from framecheck.corpus.shelf import unpack
from framecheck.records.article import Article, Notice
from framecheck.records.result import StoryResult
from framecheck.settings import Settings

MOST: Final = 24
"""Articles of one story that are compared: cost grows with the square of their sentences."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is asked to do, as far as one story is concerned; ``outlets`` maps paths to names."""

    settings: Settings
    outlets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passed:
    """A story that was not judged: how many articles it has, and what was noticed when they were read."""

    articles: int
    notices: tuple[Notice, ...]


def judge(bundle: Bundle, asked: Asked) -> StoryResult | Passed:
    """The findings of one story. It is passed over where it has fewer than two outlets with texts of their own; a failure of ours
    is a notice, so that one story does not cost the others."""
    notices: list[Notice] = []
    try:
        articles, notices = articles_of(bundle, asked)
        if len({article.outlet for article in articles}) < 2:
            return Passed(len(articles), tuple(notices))
        return _compared(bundle.id, articles, notices, asked.settings)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{PurePath(where.filename).name}:{where.lineno}"
        failed = f"could not be judged: {type(error).__name__} in {place}: {error}; this is a bug in framecheck, please report it"
        return Passed(0, (*notices, Notice("error", bundle.id, failed)))


def articles_of(bundle: Bundle, asked: Asked) -> tuple[list[Article], list[Notice]]:
    """The articles of a story, each text once, with outlets and ids."""
    from framecheck.readers import read_file, select

    items = (item for path in bundle.paths for item in read_file(path))
    return select([*items, *map(unpack, bundle.packed)], asked.outlets, asked.settings.outlets)


def _compared(story: str, articles: Sequence[Article], notices: list[Notice], settings: Settings) -> StoryResult:
    from framecheck.pipeline import compare_articles
    from framecheck.report.locate import locate

    kept = fewer(articles)
    if len(kept) < len(articles):
        left = f"has {len(articles)} articles; the first of each outlet are compared, {len(kept)} in all"
        notices.append(Notice("warning", story, left))
    return locate(compare_articles(kept, story, notices, settings))


def fewer(articles: Sequence[Article]) -> list[Article]:
    """At most ``MOST`` of *articles*, in their order: the first of every outlet before the second of any."""
    turns: dict[str, int] = {}
    ranked = []
    for number, article in enumerate(articles):
        turns[article.outlet] = turns.get(article.outlet, 0) + 1
        ranked.append((turns[article.outlet], number))
    return [articles[number] for number in sorted(number for _, number in sorted(ranked)[:MOST])]
