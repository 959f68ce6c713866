"""The head of a screen: the story, its outlets, who retells whom, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from framecheck.records.document import Document
from framecheck.records.finding import Report
from framecheck.records.notices import few
from framecheck.records.story import Story
from framecheck.report.excerpt import shorten
from framecheck.report.notices import notice_line
from framecheck.report.outlets import outlet_names
from framecheck.report.safe import safe
from framecheck.report.view import View

if TYPE_CHECKING:
    from rich.console import RenderableType


def header(report: Report, view: View) -> Iterator[RenderableType]:
    """One line for the story, one for each outlet, one for each notice."""
    from rich.table import Table
    from rich.text import Text

    story = report.alignment.story
    sentences = sum(len(d.sentences) for d in story.documents)
    told = sum(len({m.document for m in c.members}) > 1 for c in report.alignment.claims)
    if report.draft is None:
        title = f"  {safe(story.id)}  "
        counts = [f"{len(story.documents)} articles", f"{sentences} sentences"]
        counts += [f"{told} shared claims"] if told else [f"{len(report.alignment.pairs)} aligned pairs"]
    else:
        title = f" check  {safe(story.documents[report.draft].article.path)}  "
        wires = len(story.documents) - 1
        counts = [f"against {wires} wire{'s' if wires > 1 else ''}"]
    yield Text.assemble(("framecheck", "bold"), title, (f" {view.dot} ".join(counts), "dim"))
    names = outlet_names(story)
    left = min(max(map(len, names), default=1), max(12, view.width // 4))
    credits_ = [_retells(story, i) for i in range(len(names))]
    right = min(max(map(len, credits_), default=0), max(12, view.width // 3))
    middle = view.width - left - right - 18
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column(width=left, no_wrap=True)
    grid.add_column(width=middle, no_wrap=True)
    grid.add_column(width=13, no_wrap=True, justify="right")
    grid.add_column(width=right, no_wrap=True)
    for document, name, credit in zip(story.documents, names, credits_, strict=True):
        headline = shorten(_headline(document), middle, view.ellipsis)
        told = len(document.sentences)
        count = f"{told} sentence{'' if told == 1 else 's'}"
        shown = Text(shorten(credit, right, view.ellipsis)) if right else Text()
        grid.add_row("", Text(shorten(name, left), "bold"), Text(headline), Text(count, "dim"), shown)
    yield grid
    for notice in report.notices if view.everything else few(report.notices):
        yield notice_line(notice)


def _headline(document: Document) -> str:
    """The headline, or else how the article begins."""
    return document.article.headline or next((document.words(s.span) for s in document.sentences), "(no text)")


def _retells(story: Story, document: int) -> str:
    """Which originals a document credits."""
    originals = [safe(line.original) for line in story.lineages if document in line.documents and line.original]
    return "after " + ", ".join(originals) if originals else ""
