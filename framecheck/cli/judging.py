"""From paths on the command line to judged stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framecheck.cli.output import warn
from framecheck.cli.reading import read_draft, read_story
from framecheck.readers.formats import Format
from framecheck.records.article import Notice
from framecheck.records.result import StoryResult
from framecheck.settings import Settings


def compared(
    paths: Sequence[str], outlets: Mapping[str, str], settings: Settings, kind: Format | None = None
) -> StoryResult:
    """The articles at *paths*, compared with one another; *kind* is the format where files are not to be asked. Raises what
    ``read_story`` raises."""
    story, articles, notices = read_story(paths, outlets, settings.outlets, kind)
    from framecheck.locate import locate
    from framecheck.pipeline import compare_articles

    return locate(compare_articles(articles, story, notices, settings), keep=True)


def checked(
    draft: str,
    against: Sequence[str],
    outlets: Mapping[str, str],
    settings: Settings,
    kind: Format | None = None,
) -> StoryResult:
    """The *draft*, checked against the wires at *against*; *kind* is as in ``compared``. Raises what ``read_draft`` raises."""
    story, article, wires, notices = read_draft(draft, against, outlets, settings.outlets, kind)
    from framecheck.locate import locate
    from framecheck.pipeline import check_articles

    return locate(check_articles(article, wires, story, notices, settings), keep=True)


def linted(
    paths: Sequence[str], outlets: Mapping[str, str], settings: Settings, kind: Format | None = None
) -> tuple[list[StoryResult], list[Notice]]:
    """Every story of the corpus at *paths*, and what belongs to none; *kind* is as in ``compared``. Raises what
    ``corpus.lint.Stories`` raises."""
    from framecheck.corpus.cache import opened
    from framecheck.corpus.judge import Asked
    from framecheck.corpus.lint import Corpus, Stories, lint
    from framecheck.corpus.workers import Workers, cores

    with (
        Workers(settings.jobs or cores()) as workers,
        opened(settings.cache, warn) as cache,
        Stories(Corpus(tuple(paths), kind=kind), workers, cache=cache) as stories,
    ):
        return list(lint(stories, Asked(settings, outlets, kind), workers, cache=cache)), list(stories.notices)


def is_corpus(paths: Sequence[str]) -> bool:
    """Whether *paths* hold folders of stories or files of many articles, not the articles of one story."""
    from framecheck.corpus.survey import holds_many, survey

    found = survey([path for path in paths if path != "-"])
    return len(found.stories) > 0 or any(map(holds_many, found.pile))
