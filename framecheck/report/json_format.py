"""The machine contract: plain dicts for ``--format json``, offsets in code points, line and column from 1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from framecheck import __version__
from framecheck.locate import locate
from framecheck.records.alignment import Alignment
from framecheck.records.article import Article, Notice
from framecheck.records.finding import Report, Severity
from framecheck.records.result import ArticleInfo, LocatedFinding, Outcome, Passage, Run, StoryResult
from framecheck.report.view import View
from framecheck.text import Span

SCHEMA = "framecheck/1"
HEAD: dict[str, Any] = {"schema": SCHEMA, "tool": {"name": "framecheck", "version": __version__}}


def _span(span: Span, article: Article) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(article.text)}


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
        for pair in alignment.listed
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
    articles = [asdict(article) for article in locate(Report(alignment, ())).articles]
    return HEAD | {"articles": articles, "alignments": _alignments(alignment), "claims": _claims(alignment)}


def _side(side: Passage, articles: Sequence[ArticleInfo]) -> dict[str, Any]:
    place: dict[str, Any] = dict.fromkeys(("start", "end", "line", "column", "end_line", "end_column", "text"))
    if side.span is not None and side.start and side.end:
        place = {
            "start": side.span.start, "end": side.span.end, "line": side.start.line, "column": side.start.column,
            "end_line": side.end.line, "end_column": side.end.column, "text": side.text,
        }  # fmt: skip
    sentence = None
    if side.sentence is not None:
        sentence = {"start": side.sentence.start, "end": side.sentence.end, "text": side.sentence_text}
    return {"article": articles[side.article].id, "role": side.role.value, **place, "sentence": sentence}


def finding_document(finding: LocatedFinding, articles: Sequence[ArticleInfo]) -> dict[str, Any]:
    """One finding as it stands in every JSON format."""
    known = finding.suppression
    return {
        "code": finding.code,
        "name": finding.name,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "score": finding.score,
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
        "suppression": {"kind": known.kind.value, "reason": known.reason, "place": known.place} if known else None,
        "sides": [_side(side, articles) for side in finding.sides],
    }


def notice_document(notice: Notice) -> dict[str, Any]:
    """One notice as it stands in every JSON format."""
    told: dict[str, Any] = {"level": notice.level, "place": notice.place, "message": notice.message}
    return told | {"count": notice.count} if notice.count > 1 else told


def story_document(story: StoryResult) -> dict[str, Any]:
    """One story: what ``compare`` and ``check`` write, without the head; alignments where the result holds the story."""
    aligned = (
        {"alignments": _alignments(story.report.alignment), "claims": _claims(story.report.alignment)}
        if story.report
        else {}
    )
    active = [f.severity for f in story.findings if not f.suppressed]
    return {
        "articles": [asdict(article) for article in story.articles],
        **aligned,
        "findings": [finding_document(f, story.articles) for f in story.findings],
        "notices": [notice_document(n) for n in story.notices],
        "summary": {
            "articles": len(story.articles),
            "findings": len(active),
            "suppressed": len(story.findings) - len(active),
            "hidden": story.hidden,
            **{s.value: active.count(s) for s in Severity},
        },
    }


def findings_document(report: Report) -> dict[str, Any]:
    """The output of ``framecheck compare --format json``."""
    return HEAD | story_document(locate(report, keep=True))


def renderer(view: View) -> Json:
    """A renderer of this format."""
    return Json()


class Json:
    """One document: of the one story for ``compare`` and ``check``, with a list of stories for ``lint``."""

    def __init__(self) -> None:
        self._many = False
        self._stories = 0

    def begin(self, run: Run) -> str:
        """The head of a document of many stories."""
        self._many = run.command == "lint"
        if not self._many:
            return ""
        return json.dumps(HEAD, ensure_ascii=False)[:-1] + ', "stories": ['

    def story(self, story: StoryResult) -> str:
        """The whole document of one story, or one of many."""
        if not self._many:
            return json.dumps(HEAD | story_document(story), ensure_ascii=False, indent=2) + "\n"
        self._stories += 1
        document = {"id": story.id} | story_document(story)
        return (",\n" if self._stories > 1 else "\n") + json.dumps(document, ensure_ascii=False)

    def end(self, outcome: Outcome) -> str:
        """What belongs to no story, and the totals of all."""
        if not self._many:
            return ""
        told = outcome.totals
        tail = {
            "notices": [notice_document(n) for n in outcome.notices],
            "summary": {
                "stories": told.stories,
                "articles": told.articles,
                "findings": sum(told.findings.values()),
                "suppressed": told.suppressed,
                "hidden": told.hidden,
                **{s.value: told.findings.get(s, 0) for s in Severity},
                "complete": outcome.complete,
            },
        }
        return "\n], " + json.dumps(tail, ensure_ascii=False)[1:] + "\n"
