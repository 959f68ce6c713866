"""The public functions: compare, check and lint from Python, as ``framecheck compare``, ``check`` and ``lint`` do from a shell.

An article is given as the path of a file, the path of a folder (all articles in it) or an ``(outlet, text)`` pair. Nothing is
printed or written, no configuration file is read. Findings that ``settings.baseline`` lists are marked, as on the command line.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from framecheck.errors import InputError

if TYPE_CHECKING:
    from framecheck.records.article import Article, Notice
    from framecheck.records.result import StoryResult
    from framecheck.settings import Settings

Source = str | os.PathLike[str] | tuple[str, str]
"""A path, or an outlet and what it published."""


def compare(*sources: Source, settings: Settings | None = None, story: str = "story") -> StoryResult:
    """Where the outlets of one *story* part.

    The findings are in order, the most severe first; ``result.report`` holds the aligned story. Raises ``FramecheckError`` for a
    path that does not exist or fewer than two outlets; what cannot be read otherwise is among the result's ``notices``.
    """
    from framecheck.locate import locate
    from framecheck.pipeline import compare_articles
    from framecheck.readers import need_two

    articles, notices = _articles(sources)
    need_two(articles)
    return _marked(locate(compare_articles(articles, story, notices, settings), keep=True), settings)


def check(draft: Source, *against: Source, settings: Settings | None = None, story: str = "story") -> StoryResult:
    """What *draft* tells unlike the articles it is checked *against*, lacks of what most of them have, and has that none of
    them has. ``result.draft`` is its index; it goes by the name "draft".

    Raises ``FramecheckError`` for a path that does not exist, a draft that cannot be read, or nothing to check it against.
    """
    from framecheck.locate import locate
    from framecheck.pipeline import check_articles
    from framecheck.readers.outlets import as_draft

    drafts, notices = _articles([draft])
    if len(drafts) != 1:
        raise InputError(f"{_name(draft)}: gives {len(drafts)} articles that can be read; the draft is one")
    wires, remarks = _articles(against)
    if not wires:
        raise InputError(f"{_name(draft)}: there is no article that could be read to check it against")
    article, others = as_draft(drafts[0], wires)
    return _marked(locate(check_articles(article, others, story, [*notices, *remarks], settings), keep=True), settings)


def lint(
    *paths: str | os.PathLike[str],
    settings: Settings | None = None,
    group_by: str = "auto",
    story_key: str | None = None,
    notices: list[Notice] | None = None,
) -> Iterator[StoryResult]:
    """The result of every story of a corpus that two outlets tell, one after the other.

    *group_by* (auto, folder, id, text) and *story_key* are those of the command line; ``settings.jobs`` is the number of worker
    processes (``None``: this one alone), ``settings.cache`` the folder that keeps what was found (``None``: nothing is kept).
    What could not be read or judged goes to *notices*. Raises ``FramecheckError`` for a path that does not exist or a corpus in
    which nothing can be read.
    """
    from framecheck.corpus.cache import opened
    from framecheck.corpus.judge import Asked
    from framecheck.corpus.lint import Corpus, Stories
    from framecheck.corpus.lint import lint as judged
    from framecheck.corpus.survey import Grouping
    from framecheck.corpus.workers import Workers
    from framecheck.settings import Settings
    from framecheck.suppress.baseline import known_by

    asked = settings or Settings()
    corpus = Corpus(tuple(os.fspath(path) for path in paths), Grouping(group_by), story_key)
    with (
        Workers(asked.jobs or 1) as workers,
        opened(asked.cache) as cache,
        Stories(corpus, workers, cache=cache) as stories,
    ):
        results = judged(stories, Asked(asked), workers, cache=cache)
        known = known_by(asked, stories.names)
        yield from map(known.mark, results) if known else results
        if notices is not None:
            notices += stories.notices


def _articles(sources: Iterable[Source]) -> tuple[list[Article], list[Notice]]:
    """The articles of *sources*, those of paths first, and what could not be read."""
    from framecheck.readers import read_paths
    from framecheck.readers.outlets import name_articles
    from framecheck.readers.text_file import read_text
    from framecheck.records.article import Article

    given = list(sources)
    articles, notices = read_paths([os.fspath(s) for s in given if not isinstance(s, tuple)])
    for outlet, text in (s for s in given if isinstance(s, tuple)):
        for item in read_text(text, outlet):
            if isinstance(item, Article):
                articles.append(replace(item, outlet=outlet))
            else:
                notices.append(item)
    named, clashes = name_articles(articles, {})
    return named, notices + [c for c in clashes if c not in notices]


def _marked(result: StoryResult, settings: Settings | None) -> StoryResult:
    """*result* with the findings marked that the baseline of *settings* knows."""
    from framecheck.suppress.baseline import known_by

    known = known_by(settings, [result.id]) if settings else None
    return known.mark(result) if known else result


def _name(source: Source) -> str:
    return source[0] if isinstance(source, tuple) else os.fspath(source)
