"""From a report, whose sides are spans of documents, to a story result, whose sides carry words, lines and columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from framecheck.records.article import Article, Notice
from framecheck.records.finding import Finding, Report, Side
from framecheck.records.result import ArticleInfo, LocatedFinding, Passage, Point, StoryResult
from framecheck.text import Lines


def locate(report: Report, keep: bool = False) -> StoryResult:
    """*report* as a story result; *keep* says to hold the report itself too, for renderers that show the aligned story."""
    story = report.alignment.story
    articles = [document.article for document in story.documents]
    result = located(story.id, articles, report.findings, report.notices, report.hidden)
    return replace(result, draft=report.draft, report=report if keep else None)


def located(
    story: str, articles: Sequence[Article], findings: Iterable[Finding], notices: Iterable[Notice], hidden: int
) -> StoryResult:
    """The result of a story of *articles*, whose indexes the sides of *findings* hold."""
    lines = [Lines(article.text) for article in articles]
    return StoryResult(
        story,
        tuple(map(info, articles)),
        tuple(_finding(finding, articles, lines) for finding in findings),
        tuple(notices),
        hidden,
    )


def info(article: Article) -> ArticleInfo:
    """What a report says of *article*."""
    day = article.date.isoformat() if article.date else None
    return ArticleInfo(
        article.id, article.path, article.outlet, article.headline, day, article.language, article.origin
    )


def _finding(finding: Finding, articles: Sequence[Article], lines: Sequence[Lines]) -> LocatedFinding:
    return LocatedFinding(
        finding.code,
        finding.name,
        finding.category,
        finding.severity,
        finding.message,
        finding.score,
        finding.fingerprint,
        tuple(_passage(side, articles[side.document].text, lines[side.document]) for side in finding.sides),
        finding.suppression,
    )


def _passage(side: Side, text: str, lines: Lines) -> Passage:
    start = end = words = None
    if side.span is not None:
        start, end, words = (
            _point(text, lines, side.span.start),
            _point(text, lines, side.span.end),
            side.span.of(text),
        )
    sentence = side.sentence.of(text) if side.sentence is not None else None
    return Passage(side.document, side.role, side.variant, side.span, start, end, words, side.sentence, sentence)


def _point(text: str, lines: Lines, offset: int) -> Point:
    line, column = lines.place(offset)
    before = text[offset - column + 1 : offset]
    # a lone surrogate is one code unit of UTF-16 and three bytes of UTF-8, as editors count it
    return Point(
        line,
        column,
        len(before.encode("utf-8", "surrogatepass")) + 1,
        len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1,
    )
