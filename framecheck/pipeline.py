"""The one way through the house: articles → documents → story → alignment → differences → findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from framecheck.records.alignment import Alignment
from framecheck.records.article import Article, Notice
from framecheck.records.finding import Finding, Report
from framecheck.records.house import House

if TYPE_CHECKING:
    from framecheck.settings import Settings


def align_articles(articles: Iterable[Article], story_id: str = "story", house: House | None = None) -> Alignment:
    """The articles of one story with their aligned sentences, read in the style of *house*."""
    from framecheck.align import align
    from framecheck.facts import analyse_all
    from framecheck.link import link

    return align(link(story_id, analyse_all(articles, house)))


def compare_articles(
    articles: Iterable[Article],
    story_id: str = "story",
    notices: Iterable[Notice] = (),
    settings: Settings | None = None,
) -> Report:
    """Everything found in the articles of one story, as far as *settings* ask for it."""
    from framecheck.settings import Settings

    settings = settings or Settings()
    alignment = align_articles(articles, story_id, settings.house)
    told = [document.article for document in alignment.story.documents]
    findings, remarks, hidden = gated(findings_of(alignment), told, settings)
    return Report(alignment, findings, (*notices, *remarks), hidden)


def findings_of(alignment: Alignment) -> tuple[Finding, ...]:
    """Every finding in a story, in no order, whatever its rule and score: what ``gated`` takes, with any settings."""
    from framecheck.diff import compare
    from framecheck.rules.engine import candidates

    return tuple(finding for finding, _ in candidates(alignment.story, compare(alignment)))


def gated(
    found: Iterable[Finding], articles: Sequence[Article], settings: Settings
) -> tuple[tuple[Finding, ...], list[Notice], int]:
    """What *settings* ask for of all that was *found* in *articles*, as severe as they say, the most severe first; remarks about
    directives; how many findings lie below the least score."""
    from framecheck.rules.engine import ranked

    every = ranked([finding for finding in found if settings.selection.allows(finding.code)])
    least = settings.least_score()
    shown = [finding for finding in every if finding.score >= least]
    return *_marked(shown, articles, settings), len(every) - len(shown)


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
    from framecheck.rules.engine import ranked
    from framecheck.settings import Settings

    settings = settings or Settings()
    alignment = align_articles((draft, *wires), story_id, settings.house)
    every = judge_draft(alignment, 0, compare(alignment), settings.selection.allows)
    least = settings.least_score()
    told = [f for f in every if f.score >= least]
    extra = chain(unsupported(alignment, 0, told), house_names(alignment, 0))
    alone = judge_draft(alignment, 0, extra, settings.selection.allows)
    articles = [document.article for document in alignment.story.documents]
    findings, remarks = _marked(ranked([*told, *alone], draft=0), articles, settings)
    return Report(alignment, findings, (*notices, *remarks), hidden=len(every) - len(told), draft=0)


def _marked(
    findings: Iterable[Finding], articles: Sequence[Article], settings: Settings
) -> tuple[tuple[Finding, ...], list[Notice]]:
    """*findings* as severe as *settings* say, the most severe first, and those marked that somebody said are known; remarks
    about directives."""
    from framecheck.suppress.inline import suppress

    told = [replace(f, severity=settings.severity(f.code, f.severity)) for f in findings]
    return suppress(articles, sorted(told, key=lambda f: f.severity.rank), settings)
