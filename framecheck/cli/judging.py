"""From paths on the command line to a judged story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framecheck.cli.reading import read_draft, read_story
from framecheck.records.result import StoryResult
from framecheck.settings import Settings


def compared(paths: Sequence[str], outlets: Mapping[str, str], settings: Settings) -> StoryResult:
    """The articles at *paths*, compared with one another. Raises what ``read_story`` raises."""
    story, articles, notices = read_story(paths, outlets, settings.outlets)
    from framecheck.pipeline import compare_articles
    from framecheck.report.locate import locate

    return locate(compare_articles(articles, story, notices, settings), keep=True)


def checked(draft: str, against: Sequence[str], outlets: Mapping[str, str], settings: Settings) -> StoryResult:
    """The *draft*, checked against the wires at *against*. Raises what ``read_draft`` raises."""
    story, article, wires, notices = read_draft(draft, against, outlets, settings.outlets)
    from framecheck.pipeline import check_articles
    from framecheck.report.locate import locate

    return locate(check_articles(article, wires, story, notices, settings), keep=True)
