"""The checking sheet of a fact-check desk: every checkable fact of a draft in order, what the wire says to it, a box to tick.

For people only, in Markdown; ``framecheck check`` alone has a draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from framecheck.drafts.facts import FactKind
from framecheck.drafts.support import Checked, Support, supports
from framecheck.records.difference import Place
from framecheck.records.finding import Category, Finding, Report, Role, Severity, Side
from framecheck.records.result import Outcome, Run, StoryResult
from framecheck.report.concise import summary
from framecheck.report.markdown import code, escape
from framecheck.report.outlets import outlet_names
from framecheck.report.view import View
from framecheck.text import Lines, Span

MATCH: Final = "match"
CONFLICT: Final = "conflict"
NO_SUPPORT: Final = "no support"

_LONGEST: Final = 160  # code points of the words of one cell
_NUMBERS: Final = frozenset((Category.COUNT, Category.DATE_TIME, Category.SCOPE))
# which findings speak of the fact itself, not of other words that overlap it
_ABOUT: Final = {
    FactKind.NAME: frozenset((Category.NAMING, Category.PLACE_NAME, Category.STATUS)),
    FactKind.TITLE: frozenset((Category.NAMING, Category.STATUS)),
    FactKind.NUMBER: _NUMBERS,
    FactKind.TIME: _NUMBERS,
    FactKind.QUOTATION: frozenset((Category.QUOTE, Category.ATTRIBUTION)),
    FactKind.SUPERLATIVE: frozenset((Category.SCOPE, Category.COUNT)),
}


def renderer(view: View) -> Worksheet:
    """A renderer of this format."""
    return Worksheet()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the sheet: words of the draft at *span*, what kind of fact they are, their status, what the wire has."""

    span: Span
    kind: str
    status: str
    wire: str


class Worksheet:
    """A sheet a draft."""

    def begin(self, run: Run) -> str:
        """Nothing: the sheet begins with its draft."""
        return ""

    def story(self, story: StoryResult) -> str:
        """The whole sheet. Raises ``ValueError`` for a result without a draft or without its report."""
        report = story.report
        if report is None or report.draft is None:
            raise ValueError("a worksheet is of a draft: check_articles, then locate(report, keep=True)")
        return "\n".join(_lines(report, report.draft)) + "\n"

    def end(self, outcome: Outcome) -> str:
        """How many findings there are."""
        return f"\n{summary(outcome)}\n"


def rows(report: Report, draft: int) -> list[Row]:
    """The facts of the draft and the findings that speak of something else in it, by place. A conflict that somebody said to
    know is one still where it is about a fact."""
    told = [f for f in report.findings if f.sides[0].role is Role.VARIANT]
    used: set[str] = set()
    found = []
    for checked in supports(report.alignment, draft):
        about = [f for f in told if _speaks_of(f, checked, draft)]
        used.update(f.fingerprint for f in told if any(s.span == checked.fact.span for s in _mine(f, draft)))
        used.update(f.fingerprint for f in about)
        found.append(_row(report, checked, about, draft))
    for finding in told:
        if finding.fingerprint not in used and finding.severity is not Severity.NOTE and not finding.suppressed:
            kind = finding.category.value.replace("_", " ")
            wire = _told(report, finding.sides, draft)
            found += [Row(s.span, kind, CONFLICT, wire) for s in _mine(finding, draft)[:1] if s.span]
    return sorted(found, key=lambda r: (r.span.start, -r.span.end))


def _speaks_of(finding: Finding, checked: Checked, draft: int) -> bool:
    """Whether *finding* says that a wire has the fact otherwise."""
    if finding.severity is Severity.NOTE or finding.category not in _ABOUT[checked.fact.kind]:
        return False
    return any(s.span and s.span.overlap(checked.fact.span) for s in _mine(finding, draft))


def _mine(finding: Finding, draft: int) -> list[Side]:
    return [s for s in finding.sides if s.document == draft and s.role is Role.VARIANT]


def _row(report: Report, checked: Checked, about: Sequence[Finding], draft: int) -> Row:
    fact = checked.fact
    if about:
        return Row(fact.span, fact.kind.value, CONFLICT, "<br>".join(_against(report, f, draft) for f in about))
    places = [_place(report, p) for p in checked.places]
    match checked.support:
        case Support.GIVEN:
            return Row(fact.span, fact.kind.value, MATCH, "<br>".join(places))
        case Support.ELSEWHERE:
            return Row(fact.span, fact.kind.value, NO_SUPPORT, "but see " + "<br>".join(places))
    return Row(fact.span, fact.kind.value, NO_SUPPORT, "")


def _against(report: Report, finding: Finding, draft: int) -> str:
    """Who has it otherwise, and why that is known, if it is."""
    known = finding.suppression
    why = f"<br>known: {escape(known.reason or known.kind.value)}" if known else ""
    return _told(report, finding.sides, draft) + why


def _place(report: Report, place: Place) -> str:
    return _side(report, place.document, place.span)


def _told(report: Report, sides: Sequence[Side], draft: int) -> str:
    """Who has it otherwise, once a wording and wire, then who has it as the draft."""
    others = [s for s in sides if s.role is Role.VARIANT and s.document != draft and s.variant and s.span]
    same = [s for s in sides if s.role is Role.VARIANT and s.document != draft and not s.variant]
    firsts = {(s.variant, s.document): s for s in reversed(others)}  # an outlet may say it eight times
    told = [_side(report, s.document, s.span) for _, s in sorted(firsts.items()) if s.span]
    names = outlet_names(report.alignment.story)
    if same:
        told.append(f"as the draft: {', '.join(dict.fromkeys(f'**{escape(names[s.document])}**' for s in same))}")
    return "<br>".join(dict.fromkeys(told))


def _side(report: Report, document: int, span: Span) -> str:
    story = report.alignment.story
    text = story.documents[document].article.text
    line = Lines(text).place(span.start)[0]
    return f"**{escape(outlet_names(story)[document])}** (line {line}): “{_words(text, span)}”"


def _words(text: str, span: Span) -> str:
    words = " ".join(span.of(text).split())
    return escape(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")


def _lines(report: Report, draft: int) -> Iterator[str]:
    documents = report.alignment.story.documents
    names = [escape(name) for name in outlet_names(report.alignment.story)]
    article = documents[draft].article
    yield f"# Checking sheet: {escape(article.headline or article.path)}"
    yield ""
    yield f"Draft: {code(article.path)}"
    yield ""
    for number, document in enumerate(documents):
        if number != draft:
            yield f"- **{names[number]}**: {escape(document.article.headline or '')} ({code(document.article.path)})"
    for notice in report.notices:
        yield f"- {notice.level}: {escape(notice.place)}: {escape(notice.message)}"
    found = rows(report, draft)
    count = {status: sum(r.status == status for r in found) for status in (MATCH, CONFLICT, NO_SUPPORT)}
    yield ""
    yield f"{len(found)} to check: " + ", ".join(f"{n} {status}" for status, n in count.items()) + "."
    yield ""
    yield "| | line | kind | the draft | status | the wire |"
    yield "|---|---|---|---|---|---|"
    lines = Lines(article.text)
    for row in found:
        status = row.status if row.status == MATCH else f"**{row.status}**"
        line = lines.place(row.span.start)[0]
        yield f"| ☐ | {line} | {row.kind} | {_words(article.text, row.span)} | {status} | {row.wire} |"
    lacking = [f for f in report.findings if not f.suppressed and f.sides[0].role is Role.MISSING]
    if lacking:
        yield ""
        yield "The wire has, and the draft lacks:"
        yield ""
        for finding in lacking:
            at = finding.sides[0].span
            near = f" (near line {lines.place(at.start)[0]})" if at else ""
            told = [s for s in finding.sides if s.role is Role.VARIANT and s.span]
            words = dict.fromkeys(_side(report, s.document, s.span) for s in told if s.span)
            yield f"- ☐{near} {'; '.join(words)}"
