"""The one way through the house: articles → documents → story → alignment → differences → findings."""

from __future__ import annotations

from collections.abc import Iterable

from framecheck.records.alignment import Alignment
from framecheck.records.article import Article, Notice
from framecheck.records.finding import Report


def align_articles(articles: Iterable[Article], story_id: str = "story") -> Alignment:
    """The articles of one story with their aligned sentences."""
    from framecheck.align import align
    from framecheck.facts import analyse
    from framecheck.link import link

    return align(link(story_id, tuple(analyse(article) for article in articles)))


def compare_articles(articles: Iterable[Article], story_id: str = "story", notices: Iterable[Notice] = ()) -> Report:
    """Everything found in the articles of one story."""
    from framecheck.diff import compare
    from framecheck.rules.engine import judge

    alignment = align_articles(articles, story_id)
    return Report(alignment, tuple(judge(alignment.story, compare(alignment))), tuple(notices))
