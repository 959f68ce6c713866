"""What flat formats, caches and worker processes take: a story's findings with every place looked up, free of the analysis.

A ``StoryResult`` is small and holds plain values only, so that it can be pickled, stored and streamed. Where a renderer wants
the aligned story too (the screen, the page, the alignments of the JSON document), ``report`` holds it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from framecheck.records.article import Notice
from framecheck.records.finding import Category, Report, Role, Severity, Suppression
from framecheck.text import Span


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What a report says of an article; ``date`` is ISO 8601 or ``None``."""

    id: str
    path: str
    outlet: str
    headline: str | None
    date: str | None
    language: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a text. ``line`` and all columns count from 1; ``column`` counts code points, ``utf8`` bytes, ``utf16``
    code units of UTF-16, each from the start of the line."""

    line: int
    column: int
    utf8: int
    utf16: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A side of a finding with its words. ``article`` indexes ``StoryResult.articles``; ``span``, ``start``, ``end`` and
    ``text`` are ``None`` only for a missing side without an anchor, ``sentence`` likewise."""

    article: int
    role: Role
    variant: int
    span: Span | None
    start: Point | None
    end: Point | None
    text: str | None
    sentence: Span | None
    sentence_text: str | None


@dataclass(frozen=True, slots=True)
class LocatedFinding:
    """A finding whose sides carry their words and places; fields as in ``Finding``."""

    code: str
    name: str
    category: Category
    severity: Severity
    message: str
    score: float
    fingerprint: str
    sides: tuple[Passage, ...]
    suppression: Suppression | None = None

    @property
    def suppressed(self) -> bool:
        """Whether somebody said that this finding is known."""
        return self.suppression is not None


@dataclass(frozen=True, slots=True)
class StoryResult:
    """One judged story. ``draft`` indexes the article that is checked against the others (``None``: all are equal)."""

    id: str
    articles: tuple[ArticleInfo, ...]
    findings: tuple[LocatedFinding, ...]
    notices: tuple[Notice, ...] = ()
    hidden: int = 0
    draft: int | None = None
    report: Report | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Totals:
    """A run in numbers: ``findings`` that are not suppressed by severity, those ``suppressed``, those ``hidden`` below the
    least score, and by rule code how many (suppressed ones not counted);
    ``failed`` counts notices that something could not be judged."""

    stories: int = 0
    articles: int = 0
    findings: dict[Severity, int] = field(default_factory=dict)
    suppressed: int = 0
    hidden: int = 0
    codes: dict[str, int] = field(default_factory=dict)
    failed: int = 0

    def with_story(self, story: StoryResult) -> Totals:
        """These totals with one more story counted."""
        active = [f for f in story.findings if not f.suppressed]
        findings, codes = dict(self.findings), dict(self.codes)
        for finding in active:
            findings[finding.severity] = findings.get(finding.severity, 0) + 1
            codes[finding.code] = codes.get(finding.code, 0) + 1
        return Totals(
            self.stories + 1,
            self.articles + len(story.articles),
            findings,
            self.suppressed + len(story.findings) - len(active),
            self.hidden + story.hidden,
            codes,
            self.failed + sum(n.level == "error" for n in story.notices),
        )


@dataclass(frozen=True, slots=True)
class Run:
    """What is known before the first story: the ``command`` and the ``codes`` of the rules that speak."""

    command: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known after the last story: the totals and the ``notices`` that belong to no story; ``stale`` says that the
    baseline lists findings that are gone, ``complete`` that no story is left out because the run ended early."""

    totals: Totals
    notices: tuple[Notice, ...] = ()
    stale: bool = False
    complete: bool = True

    @property
    def failed(self) -> bool:
        """Whether something that was asked for could not be judged."""
        return bool(self.totals.failed) or any(n.level == "error" for n in self.notices)
