"""Findings that the articles themselves or the configuration say are known; directives that say nothing useful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from framecheck.readers.files import fits
from framecheck.records.article import Article, Directive, Notice
from framecheck.records.finding import Finding, Role, Side, Suppression, SuppressionKind
from framecheck.settings import Settings
from framecheck.text import Lines

_SIC: Final = re.compile(r"\[\s*sic\s*\]", re.IGNORECASE)
_BESIDE: Final = 8  # code points around words that differ in which "[sic]" is about them
_QUOTATIONS: Final = "QUO"
_TELLING: Final = (Role.VARIANT, Role.MISSING)

Used = set[tuple[int, int, str]]
"""Directives that hid something: document, number of the directive there, code as written."""


def suppress(
    articles: Sequence[Article], findings: Sequence[Finding], settings: Settings
) -> tuple[tuple[Finding, ...], list[Notice]]:
    """*findings* about *articles*, the known ones marked, and notices about directives that cannot be followed or hide nothing.

    A finding is known where one of the sides that tell or lack the fact lies in the scope of what says so.
    """
    if not settings.suppress:
        return tuple(findings), []
    used: Used = set()
    marked = tuple(replace(f, suppression=_known(f, articles, settings, used)) for f in findings)
    return marked, list(_remarks(articles, settings, used))


def _known(finding: Finding, articles: Sequence[Article], settings: Settings, used: Used) -> Suppression | None:
    sides = [(s, articles[s.document]) for s in finding.sides if s.role in _TELLING]
    found: Suppression | None = None
    for side, article in sides:
        for number, directive in enumerate(article.directives):
            for code in directive.codes:
                if finding.code.startswith(code) and _in_scope(side, directive):
                    used.add((side.document, number, code))
                    found = found or Suppression(SuppressionKind.INLINE, directive.reason, _place(article, directive))
    return found or next(_sic(finding, sides), None) or next(_by_file(finding, sides, settings), None)


def _in_scope(side: Side, directive: Directive) -> bool:
    if directive.whole:
        return True
    # a side without a place, or with an anchor only, counts where it would stand
    where = side.span if side.span and side.span.end > side.span.start else side.sentence
    return where is not None and directive.scope is not None and directive.scope.overlap(where) > 0


def _sic(finding: Finding, sides: Sequence[tuple[Side, Article]]) -> Iterator[Suppression]:
    """``[sic]`` beside quoted words says that they were said so."""
    if not finding.code.startswith(_QUOTATIONS):
        return
    for side, article in sides:
        if side.role is Role.VARIANT and side.span:
            first = max(0, side.span.start - _BESIDE)
            if mark := _SIC.search(article.text, first, side.span.end + _BESIDE):
                place = f"{article.path}:{Lines(article.text).place(mark.start())[0]}"
                yield Suppression(SuppressionKind.INLINE, "[sic]", place)


def _by_file(finding: Finding, sides: Sequence[tuple[Side, Article]], settings: Settings) -> Iterator[Suppression]:
    for asked in settings.file_ignores:
        if any(code == "ALL" or finding.code.startswith(code) for code in asked.codes) and any(
            fits(article.path, asked.glob, asked.folder) for _, article in sides
        ):
            yield Suppression(SuppressionKind.CONFIG, f"ignored in {asked.glob}", asked.origin)


def _remarks(articles: Sequence[Article], settings: Settings, used: Used) -> Iterator[Notice]:
    from framecheck.rules.registry import catalogue

    codes = [entry.rule.code for entry in catalogue()] if any(a.directives for a in articles) else []
    speaking = [code for code in codes if settings.selection.allows(code)]
    for index, article in enumerate(articles):
        for number, directive in enumerate(article.directives):
            place = _place(article, directive)
            if directive.problem:
                yield Notice("warning", place, f"malformed suppression: {directive.problem}")
            for code in directive.codes:
                if not any(known.startswith(code) for known in codes):
                    yield Notice("warning", place, f"malformed suppression: no rule starts with '{code}'")
                elif (index, number, code) not in used and any(known.startswith(code) for known in speaking):
                    yield Notice("note", place, f"unused suppression: {code} finds nothing here")


def _place(article: Article, directive: Directive) -> str:
    if directive.span is None:
        return article.path
    return f"{article.path}:{Lines(article.text).place(directive.span.start)[0]}"
