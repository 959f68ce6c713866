"""Little stories for tests: outlet to text, run through the real stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from framecheck.pipeline import align_articles, check_articles, compare_articles
from framecheck.readers.outlets import DRAFT
from framecheck.records.alignment import Alignment
from framecheck.records.article import Article, Block, BlockKind
from framecheck.records.finding import Finding
from framecheck.records.house import House
from framecheck.settings import Settings
from framecheck.text import Span


def article(outlet: str, text: str, kind: BlockKind = BlockKind.BODY) -> Article:
    """An article whose lines are blocks of one kind."""
    return Article(outlet, f"{outlet}.txt", outlet, text, tuple(Block(kind, span) for span in _lines(text)))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line.rstrip("\n")))
        start += len(line)


def alignment(texts: Mapping[str, str]) -> Alignment:
    """The aligned story of these outlets."""
    return align_articles([article(outlet, text) for outlet, text in texts.items()])


def findings(texts: Mapping[str, str], code: str | None = None) -> list[Finding]:
    """Findings of these outlets, of one rule if *code* is given, however unsure: tests of rules do not hang on weights. A
    first outlet "draft" is checked against the others; a line of "house style" ("Kyiv = Kiev") names other forms of a name."""
    told = dict(texts)
    canonical, _, others_forms = told.pop("house style", "").partition(" = ")
    house = House(((canonical, tuple(others_forms.split(", "))),)) if canonical else House()
    first, *others = (article(outlet, text) for outlet, text in told.items())
    settings = Settings(min_score=0.0, house=house)
    if first.outlet == DRAFT:
        report = check_articles(first, others, settings=settings)
    else:
        report = compare_articles([first, *others], settings=settings)
    return [f for f in report.findings if code in (None, f.code)]


def words(found: Finding, texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The words each outlet uses in a finding, in order."""
    outlets = list(texts)
    told: dict[str, list[str]] = {}
    for side in found.sides:
        if side.span is not None:
            told.setdefault(outlets[side.document], []).append(side.span.of(texts[outlets[side.document]]))
    return told
