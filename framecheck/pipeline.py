"""The one way through the house: articles → documents → story → alignment → differences → findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from framecheck.records.alignment import Alignment
from framecheck.records.article import Article, Notice
from framecheck.records.finding import Report
from framecheck.records.house import House

if TYPE_CHECKING:
    from framecheck.settings import Settings


def align_articles(articles: Iterable[Article], story_id: str = "story", house: House | None = None) -> Alignment:
    """The articles of one story with their aligned sentences, read in the style of *house*."""
    from framecheck.align import align
    from framecheck.facts import analyse
    from framecheck.link import link

    return align(link(story_id, tuple(analyse(article, house) for article in articles)))


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
    alignment = align_articles(articles, story_id, settings.house)
    every = judge(alignment.story, compare(alignment), min_score=0.0, allows=settings.selection.allows)
    least = MIN_SCORE if settings.min_score is None else settings.min_score
    shown = [f for f in every if f.score >= least]
    return gated(Report(alignment, tuple(shown), tuple(notices), hidden=len(every) - len(shown)), settings)


def check_articles(
    draft: Article,
    wires: Iterable[Article],
    story_id: str = "story",
    notices: Iterable[Notice] = (),
    settings: Settings | None = None,
) -> Report:
    """What *draft* tells unlike the *wires*, lacks of what most of them have, and has that none of them has. The draft is the
    report's first document."""
    from framecheck.diff import compare
    from framecheck.drafts.house_names import house_names
    from framecheck.drafts.judging import judge_draft
    from framecheck.drafts.unsupported import unsupported
    from framecheck.rules.engine import MIN_SCORE, ranked
    from framecheck.settings import Settings

    settings = settings or Settings()
    alignment = align_articles((draft, *wires), story_id, settings.house)
    every = judge_draft(alignment, 0, compare(alignment), settings.selection.allows)
    least = MIN_SCORE if settings.min_score is None else settings.min_score
    told = [f for f in every if f.score >= least]
    extra = chain(unsupported(alignment, 0, told), house_names(alignment, 0))
    alone = judge_draft(alignment, 0, extra, settings.selection.allows)
    report = Report(
        alignment, tuple(ranked([*told, *alone], draft=0)), tuple(notices), hidden=len(every) - len(told), draft=0
    )
    return gated(report, settings)


def gated(report: Report, settings: Settings) -> Report:
    """*report* with its findings as severe as *settings* say, the most severe first, and those marked that somebody said are
    known."""
    from framecheck.suppress.inline import suppress

    told = [replace(f, severity=settings.severity(f.code, f.severity)) for f in report.findings]
    marked, remarks = suppress(report.alignment.story, sorted(told, key=lambda f: f.severity.rank), settings)
    return replace(report, findings=marked, notices=(*report.notices, *remarks))
