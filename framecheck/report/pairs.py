"""The screen of ``framecheck align``: aligned sentences, best first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from framecheck.records.alignment import Alignment, Level, SentenceRef
from framecheck.records.finding import Report
from framecheck.report.excerpt import shorten
from framecheck.report.header import header
from framecheck.report.outlets import outlet_names
from framecheck.report.view import View, render
from framecheck.text import Lines

if TYPE_CHECKING:
    from rich.console import RenderableType

SHOWN: Final = 40


def alignment_screen(report: Report, view: View) -> str:
    """Aligned pairs with score and level; ``report.findings`` is not used."""
    return render(_parts(report, view), view)


def _parts(report: Report, view: View) -> Iterator[RenderableType]:
    from rich.text import Text

    yield from header(report, view)
    pairs = report.alignment.listed
    kept = pairs if view.everything else pairs[:SHOWN]
    yield Text()
    if pairs:
        yield _table(report.alignment, len(kept), view)
    count = {level: sum(p.level is level for p in pairs) for level in Level}
    yield Text()
    line = f" {view.dot} ".join(f"{n} {level.value}" for level, n in count.items())
    yield Text(line if pairs else "No two sentences of different outlets say the same.", "bold")
    hints = [f"--all shows {len(pairs) - len(kept)} more"] if len(kept) < len(pairs) else []
    yield Text(f" {view.dot} ".join([*hints, "--format json for machines"]), "dim")


def _table(alignment: Alignment, shown: int, view: View) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    story = alignment.story
    names = outlet_names(story)
    lines = [Lines(d.article.text) for d in story.documents]
    left = min(max(map(len, names)) + 5, view.width // 4)
    words = view.width - left - 9
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=4, no_wrap=True)
    grid.add_column(width=left, no_wrap=True)
    grid.add_column(width=words, no_wrap=True)
    for pair in alignment.listed[:shown]:
        style = "bold" if pair.level is Level.EQUIVALENT else ""
        for score, ref in ((f"{pair.score:.2f}", pair.a), ("=" if style else "~", pair.b)):
            document = story.documents[ref.document]
            line = lines[ref.document].place(document.sentences[ref.sentence].span.start)[0]
            place = shorten(f"{names[ref.document]}:{line}", left, view.ellipsis)
            grid.add_row(
                Text(score, style, justify="right"), Text(place, "dim"), Text(_sentence(alignment, ref, words, view))
            )
    return grid


def _sentence(alignment: Alignment, ref: SentenceRef, width: int, view: View) -> str:
    document = alignment.story.documents[ref.document]
    return shorten(document.words(document.sentences[ref.sentence].span), width, view.ellipsis)
