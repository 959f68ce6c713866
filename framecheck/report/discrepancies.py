"""The discrepancies: under each finding one row a variant, with the outlets that tell it so and the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from framecheck.records.finding import Finding, Report, Role, Severity, Side
from framecheck.records.story import Story
from framecheck.report.excerpt import excerpt, shorten
from framecheck.report.marks import marks
from framecheck.report.outlets import listed, outlet_names
from framecheck.report.safe import safe
from framecheck.report.view import SEVERITY_STYLE, View
from framecheck.text import Lines

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

MEANING: Final = {
    Severity.ERROR: "both cannot be right as stated",
    Severity.WARNING: "a change of commitment, sourcing, precision or framing",
    Severity.NOTE: "style",
}
# How many findings of a severity a screen shows: five articles fit a screen or two. ``--all`` lifts it.
SHOWN: Final = {Severity.ERROR: 12, Severity.WARNING: 16, Severity.NOTE: 6}
_INDENT: Final = 2
_CONTEXT: Final = 2  # context places shown under a finding


@dataclass(frozen=True, slots=True)
class Row:
    """One variant or one context place of a finding: who tells it, where it stands first, how often it is told, and the
    words of the variant to compare it with."""

    outlets: tuple[str, ...]
    side: Side
    times: int
    against: str = ""


def shown(report: Report, view: View) -> list[Finding]:
    """The findings that this view has room for, in the order of the report."""
    if view.everything:
        return list(report.findings)
    room = dict(SHOWN)
    kept = []
    for finding in report.findings:
        room[finding.severity] -= 1
        if room[finding.severity] >= 0:
            kept.append(finding)
    return kept


def discrepancies(report: Report, view: View) -> Iterator[RenderableType]:
    """The findings by severity, each with its variants."""
    from rich.text import Text

    findings = shown(report, view)
    screen = _Screen.of(report.alignment.story, findings, view)
    for severity in Severity:
        group = [f for f in findings if f.severity is severity]
        if not group:
            continue
        count = sum(f.severity is severity for f in report.findings)
        title = f"{count} {severity.value}{'s' if count > 1 else ''}"
        yield Text()
        yield Text.assemble((title.upper(), SEVERITY_STYLE[severity]), (f"  {MEANING[severity]}", "dim"))
        for finding in group:
            yield _title(finding, screen)
            yield _rows(finding, screen)


def _title(finding: Finding, screen: _Screen) -> Text:
    """Code, name, what differs, and who says nothing of it; cut to a line unless everything is asked for."""
    from rich.text import Text

    view = screen.view
    title = Text.assemble((finding.code, SEVERITY_STYLE[finding.severity]), " ", (finding.name, "bold"), "  ")
    missing = list(dict.fromkeys(screen.names[s.document] for s in finding.sides if s.role is Role.MISSING))
    lacking = f" {view.dot} not in {listed(missing, view.width // 4)}" if missing else ""
    if view.everything:
        return title.append(safe(finding.message) + lacking)
    room = view.width - title.cell_len - len(lacking)
    return title.append(shorten(finding.message, room, view.ellipsis) + lacking)


def variants(finding: Finding, story: Story, names: Sequence[str]) -> list[Row]:
    """One row a variant, the one to look at first first; in each row the outlet whose words are shown comes first."""
    told = [s for s in finding.sides if s.role is Role.VARIANT and s.span]
    groups = [[s for s in told if s.variant == number] for number in dict.fromkeys(s.variant for s in told)]
    words = [_said(group[0], story) for group in groups]
    # the first variant is set against the second, every other one against the first
    against = [words[1] if len(words) > 1 else "", *words[:1] * (len(words) - 1)]
    return [
        Row(tuple(dict.fromkeys(names[s.document] for s in group)), group[0], len(group), other)
        for group, other in zip(groups, against, strict=False)
    ]


def _said(side: Side, story: Story) -> str:
    return story.documents[side.document].words(side.span) if side.span else ""


def _context(finding: Finding, names: Sequence[str]) -> list[Row]:
    sides = [s for s in finding.sides if s.role is Role.CONTEXT and s.span]
    return [Row((f"also {names[s.document]}",), s, 1) for s in sides[:_CONTEXT]]


@dataclass(frozen=True, slots=True)
class _Screen:
    """What all findings of a screen share, so that their columns line up. Widths in cells."""

    story: Story
    names: Sequence[str]
    lines: Sequence[Lines]
    view: View
    outlets: int
    words: int
    place: int

    @classmethod
    def of(cls, story: Story, findings: Sequence[Finding], view: View) -> _Screen:
        names = outlet_names(story)
        lines = [Lines(d.article.text) for d in story.documents]
        rows = [row for f in findings for row in (*variants(f, story, names), *_context(f, names))]
        outlets = max([4, *(len(", ".join(row.outlets)) for row in rows)])
        outlets = min(outlets, max(12, view.width // 5))
        place = max([4, *(len(_place(row, lines)) for row in rows)])
        return cls(story, names, lines, view, outlets, view.width - outlets - place - _INDENT - 3, place)


def _rows(finding: Finding, screen: _Screen) -> Table:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_INDENT)
    grid.add_column(width=screen.outlets, no_wrap=True)
    grid.add_column(width=screen.words, no_wrap=True)
    grid.add_column(width=screen.place, no_wrap=True, justify="right")
    for row in variants(finding, screen.story, screen.names):
        outlets = Text(listed(row.outlets, screen.outlets), "bold")
        grid.add_row("", outlets, _words(row, screen), Text(_place(row, screen.lines), "dim"))
    for row in _context(finding, screen.names):
        outlets = Text(listed(row.outlets, screen.outlets), "dim")
        grid.add_row("", outlets, _words(row, screen), Text(_place(row, screen.lines), "dim"))
    return grid


def _words(row: Row, screen: _Screen) -> Text:
    assert row.side.span is not None  # only missing sides have none
    text = screen.story.documents[row.side.document].article.text
    stretches = marks(text, row.side.span, row.against) if row.against else [row.side.span]
    return excerpt(text, stretches, row.side.sentence, screen.words, screen.view.ellipsis).text(screen.view)


def _place(row: Row, lines: Sequence[Lines]) -> str:
    assert row.side.span is not None
    line, column = lines[row.side.document].place(row.side.span.start)
    times = f"{row.times} times " if row.times > len(row.outlets) else ""
    return f"{times}{line}:{column}"
