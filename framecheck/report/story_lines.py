"""The screen of many stories: a head for each, two lines for a finding, at the end what could not be judged and the totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from framecheck.records.finding import Role, Severity
from framecheck.records.notices import few
from framecheck.records.result import LocatedFinding, Outcome, Passage, StoryResult
from framecheck.report.choice import chosen
from framecheck.report.concise import place_of
from framecheck.report.excerpt import excerpt, shares, shorten
from framecheck.report.notices import notice_line
from framecheck.report.outlets import listed
from framecheck.report.passages import active, names, related
from framecheck.report.view import SEVERITY_STYLE, View
from framecheck.text import Span

if TYPE_CHECKING:
    from rich.text import Text

ROOM: Final = {Severity.ERROR: 10, Severity.WARNING: 5}
"""Findings of a story that are shown; notes are only counted. ``--all`` shows every one."""

_NOTICES: Final = 20
_CODE: Final = 8
_GAP: Final = 2
_OUTLETS: Final = 24  # room from which the outlets of a story are named
_ABREAST: Final = 132  # from this width on three wordings share a line


def story_lines(story: StoryResult, view: View) -> Iterator[Text]:
    """The lines of a story; none for one without findings that count or notices worth a line."""
    from rich.text import Text

    told = active(story)
    notices = story.notices if view.everything else [n for n in few(story.notices) if n.level != "note"]
    if not told and not notices:
        return
    counts = _counts(Counter(f.severity for f in told), view)
    outlets = ", ".join(names(story))
    head = Text(shorten(story.id, view.width // 2, view.ellipsis), "bold")
    left = view.width - head.cell_len - counts.cell_len - 2 * _GAP
    number = f"{len(story.articles)} articles"
    whole = f"{number}: {outlets}" if left >= _OUTLETS else number
    head.append(" " * _GAP).append(shorten(whole, left, view.ellipsis), "dim")
    yield head.append(" " * (_GAP if told else 0)).append_text(counts)
    for notice in notices:
        yield notice_line(notice)
    kept = told if view.everything else chosen(told, ROOM)
    for finding in kept:
        yield _first_line(finding, story, view)
        yield _second_line(finding, story, view)
    if rest := len(told) - len(kept):
        yield Text(f"{' ' * _CODE}and {rest} more", "dim")
    yield Text()


def closing_lines(outcome: Outcome, view: View) -> Iterator[Text]:
    """Notices that belong to no story, the gravest first, and the totals."""
    from rich.text import Text

    ranked = sorted(outcome.notices if view.everything else few(outcome.notices), key=lambda n: Severity(n.level).rank)
    shown = ranked if view.everything else ranked[:_NOTICES]
    for notice in shown:
        yield notice_line(notice)
    if len(shown) < len(ranked):
        yield Text(f"and {sum(n.count for n in ranked[len(shown) :]):,} more notices", "dim")
    if shown:
        yield Text()
    totals = outcome.totals
    line = Text(f"{_number(totals.stories, 'story', 'stories')}, {_number(totals.articles, 'article')}: ")
    line.append_text(_counts(totals.findings, view) if sum(totals.findings.values()) else Text("no findings"))
    aside = [(totals.suppressed, "suppressed"), (totals.hidden, "below the least score")]
    if more := f" {view.dot} ".join(f"{number:,} {what}" for number, what in aside if number):
        line.append(f" ({more})", "dim")
    yield line


def _number(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _counts(count: dict[Severity, int] | Counter[Severity], view: View) -> Text:
    from rich.text import Text

    line = Text()
    for severity in Severity:
        if number := count.get(severity, 0):
            line.append(f" {view.dot} " if line else "").append(
                _number(number, severity.value), SEVERITY_STYLE[severity]
            )
    return line


def _first_line(finding: LocatedFinding, story: StoryResult, view: View) -> Text:
    """Code, place of the side to look at first, and the rule's name where there is room."""
    from rich.text import Text

    line = Text(" ").append(finding.code, SEVERITY_STYLE[finding.severity])
    line.append(" " * (_CODE - line.cell_len)).append(place_of(finding, story))
    if line.cell_len + _GAP + len(finding.name) <= view.width:
        line.append(" " * _GAP).append(finding.name, "dim")
    line.no_wrap, line.overflow = True, "ignore"  # a place is never broken: it is copied and clicked
    return line


def _second_line(finding: LocatedFinding, story: StoryResult, view: View) -> Text:
    """What each outlet says, side by side: two wordings, three on a wide screen, and who lacks the fact."""
    from rich.text import Text

    outlets = names(story)
    told = _told([finding.sides[0], *related(finding)])
    lacking = [outlets[s.article] for s in finding.sides if s.role is Role.MISSING]
    absent = f"not in {listed(lacking, view.width // 4)}" if lacking else ""
    cells = told[: 3 if view.width >= _ABREAST else 2]
    more = f" +{len(told) - len(cells)}" if len(told) > len(cells) else ""
    room = view.width - _CODE - len(more) - _GAP * (len(cells) - 1) - (len(absent) + _GAP if absent else 0)
    line = Text(" " * _CODE)
    for number, (passage, width) in enumerate(zip(cells, shares([room] * len(cells), room), strict=True)):
        name = shorten(outlets[passage.article], max(8, width // 3), view.ellipsis)
        line.append(" " * _GAP if number else "").append(f"{name}: ", "bold")
        line.append_text(_words(passage, width - len(name) - 2, view))
    if absent:
        line.append(" " * _GAP if cells else "").append(absent, "dim")
    return line.append(more, "dim")


def _told(sides: Iterable[Passage]) -> list[Passage]:
    """One passage a wording."""
    seen: set[int] = set()
    kept = []
    for side in sides:
        if side.role is Role.VARIANT and side.variant not in seen:
            seen.add(side.variant)
            kept.append(side)
    return kept


def _words(passage: Passage, width: int, view: View) -> Text:
    """The words with as much of their sentence as fits."""
    text, sentence, span = passage.sentence_text or "", passage.sentence, passage.span
    if sentence is None or span is None or not sentence.holds(span):
        text, sentence = passage.text or "", span or Span(0, 0)
        span = sentence
    mark = Span(span.start - sentence.start, span.end - sentence.start)
    return excerpt(text, [mark], Span(0, len(text)), max(width, 8), view.ellipsis, view.signs).text(view)


def statistics_lines(counted: Sequence[tuple[str, Sequence[tuple[str, int]]]], view: View) -> Iterator[Text]:
    """Tables of counts, one below the other: a title, then a number and what it counts a line."""
    from rich.text import Text

    for title, rows in counted:
        if rows:
            yield Text()
            yield Text(title, "bold")
            wide = max(len(f"{number:,}") for _, number in rows)
            for what, number in rows:
                yield Text(f" {number:>{wide},}  {shorten(what, view.width - wide - 3, view.ellipsis)}")
