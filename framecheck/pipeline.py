"""The one way through the house: articles → documents → story → alignment → differences → findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from framecheck.records.alignment import Alignment
from framecheck.records.article import Article, Notice
from framecheck.records.finding import Report

if TYPE_CHECKING:
    from framecheck.settings import Settings


def align_articles(articles: Iterable[Article], story_id: str = "story") -> Alignment:
    """The articles of one story with their aligned sentences."""
    from framecheck.align import align
    from framecheck.facts import analyse
    from framecheck.link import link

    return align(link(story_id, tuple(analyse(article) for article in articles)))


def compare_articles(
    articles: Iterable[Article],
    story_id: str = "story",
    notices: Iterable[Notice] = (),
    settings: Settings | None = None,
) -> Report:
    """Everything found in the articles of one story, as far as *settings* ask for it."""
    from framecheck.diff import compare
    from framecheck.rules.engine import MIN_SCORE, judge
    from framecheck.settings import Settings

    settings = settings or Settings()
    alignment = align_articles(articles, story_id)
    every = judge(alignment.story, compare(alignment), min_score=0.0, allows=settings.selection.allows)
    least = MIN_SCORE if settings.min_score is None else settings.min_score
    shown = [replace(f, severity=settings.severity(f.code, f.severity)) for f in every if f.score >= least]
    findings = tuple(sorted(shown, key=lambda f: f.severity.rank))
    return Report(alignment, findings, tuple(notices), hidden=len(every) - len(findings))
