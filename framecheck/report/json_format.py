"""The machine contract: plain dicts for ``--format json``, offsets in code points, line and column from 1."""

from __future__ import annotations

from typing import Any

from framecheck import __version__
from framecheck.records.alignment import Alignment
from framecheck.records.article import Article
from framecheck.records.finding import Finding, Report, Severity, Side
from framecheck.records.story import Story
from framecheck.text import Lines, Span

SCHEMA = "framecheck/1"


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "path": article.path,
        "outlet": article.outlet,
        "headline": article.headline,
        "date": article.date.isoformat() if article.date else None,
        "language": article.language,
        "origin": article.origin,
    }


def _span(span: Span, article: Article) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(article.text)}


def _head(story: Story) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "tool": {"name": "framecheck", "version": __version__},
        "articles": [_article(d.article) for d in story.documents],
    }


def _alignments(alignment: Alignment) -> list[dict[str, Any]]:
    documents = alignment.story.documents
    return [
        {
            "sides": [
                {"article": d.article.id, **_span(d.sentences[ref.sentence].span, d.article)}
                for ref in (pair.a, pair.b)
                for d in (documents[ref.document],)
            ],
            "score": round(pair.score, 4),
            "level": pair.level.value,
        }
        for pair in alignment.pairs
    ]


def _claims(alignment: Alignment) -> list[dict[str, Any]]:
    documents = alignment.story.documents
    return [
        {
            "id": claim.id,
            "sides": [
                {"article": d.article.id, **_span(d.sentences[ref.sentence].span, d.article)}
                for ref in claim.members
                for d in (documents[ref.document],)
            ],
        }
        for claim in alignment.claims
    ]


def alignment_document(alignment: Alignment) -> dict[str, Any]:
    """The output of ``framecheck align --format json``."""
    return _head(alignment.story) | {"alignments": _alignments(alignment), "claims": _claims(alignment)}


def _side(side: Side, article: Article, lines: Lines) -> dict[str, Any]:
    place: dict[str, Any] = dict.fromkeys(("start", "end", "line", "column", "end_line", "end_column", "text"))
    if side.span is not None:
        line, column = lines.place(side.span.start)
        end_line, end_column = lines.place(side.span.end)
        place = {
            "start": side.span.start, "end": side.span.end, "line": line, "column": column,
            "end_line": end_line, "end_column": end_column, "text": side.span.of(article.text),
        }  # fmt: skip
    sentence = _span(side.sentence, article) if side.sentence is not None else None
    return {"article": article.id, "role": side.role.value, **place, "sentence": sentence}


def _finding(finding: Finding, story: Story, lines: list[Lines]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "score": finding.score,
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
        "sides": [_side(s, story.documents[s.document].article, lines[s.document]) for s in finding.sides],
    }


def findings_document(report: Report) -> dict[str, Any]:
    """The output of ``framecheck compare --format json``."""
    story = report.alignment.story
    lines = [Lines(d.article.text) for d in story.documents]
    severities = [f.severity for f in report.findings]
    return _head(story) | {
        "alignments": _alignments(report.alignment),
        "claims": _claims(report.alignment),
        "findings": [_finding(f, story, lines) for f in report.findings],
        "notices": [{"level": n.level, "place": n.place, "message": n.message} for n in report.notices],
        "summary": {
            "articles": len(story.documents),
            "findings": len(report.findings),
            "hidden": report.hidden,
            **{s.value: severities.count(s) for s in Severity},
        },
    }
