"""What all findings of a screen share: the story, the names of its outlets, the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framecheck.records.finding import Finding, Side
from framecheck.records.story import Story
from framecheck.report.excerpt import excerpt
from framecheck.report.marks import marks
from framecheck.report.outlets import outlet_names
from framecheck.report.variants import Row, context, variants
from framecheck.report.view import View
from framecheck.text import Lines, Span

if TYPE_CHECKING:
    from rich.text import Text


@dataclass(frozen=True, slots=True)
class Sheet:
    """``outlets`` is the width, in cells, of the column of outlets."""

    story: Story
    names: Sequence[str]
    lines: Sequence[Lines]
    view: View
    outlets: int

    @classmethod
    def of(cls, story: Story, findings: Sequence[Finding], view: View) -> Sheet:
        """A sheet for *findings*; its column of outlets takes a fifth of the width at most."""
        names = outlet_names(story)
        lines = [Lines(d.article.text) for d in story.documents]
        rows = [row for f in findings for row in (*variants(f, story, names), *context(f, names))]
        widest = max([4, *(len(", ".join(row.outlets)) for row in rows)])
        return cls(story, names, lines, view, min(widest, max(12, view.width // 5)))

    def stretches(self, row: Row) -> list[Span]:
        """The words to mark in a row."""
        assert row.side.span is not None  # only missing sides have none
        text = self.story.documents[row.side.document].article.text
        return marks(text, row.side.span, row.against) if row.against else [row.side.span]

    def words(self, row: Row, width: int) -> Text:
        """The words of a row, marked, with as much of their sentence as fits *width* cells."""
        text = self.story.documents[row.side.document].article.text
        found = excerpt(text, self.stretches(row), row.side.sentence, width, self.view.ellipsis, self.view.signs)
        return found.text(self.view)

    def place(self, row: Row) -> str:
        """Line and column of a row."""
        return self.at(row.side)

    def at(self, side: Side) -> str:
        """Line and column of a side that has a place."""
        assert side.span is not None
        line, column = self.lines[side.document].place(side.span.start)
        return f"{line}:{column}"
