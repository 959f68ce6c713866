"""The coverage matrix: which outlet tells which claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from framecheck.records.alignment import Alignment, Claim
from framecheck.report.excerpt import shorten
from framecheck.report.outlets import outlet_names
from framecheck.report.view import View

if TYPE_CHECKING:
    from rich.console import RenderableType

SHOWN: Final = 8
_CELL: Final = 10


def coverage(alignment: Alignment, view: View) -> Iterator[RenderableType]:
    """Claims by outlet, those told by most first; a cell gives the line where the outlet tells it."""
    story = alignment.story
    claims = shared_claims(alignment)
    if not claims:
        return
    from rich.table import Table
    from rich.text import Text

    from framecheck.text import Lines

    kept = claims if view.everything else claims[:SHOWN]
    names = outlet_names(story)
    lines = [Lines(d.article.text) for d in story.documents]
    cell = min(_CELL, max(map(len, names)))
    words = view.width - 3 - len(names) * (cell + 2)
    yield Text()
    rest = f", {len(claims) - len(kept)} more not shown" if len(kept) < len(claims) else ""
    yield Text.assemble(("WHO TELLS WHAT", "bold"), (f"  claims by outlet, with the line{rest}", "dim"))
    grid = Table(box=None, padding=(0, 1), show_edge=False, header_style="dim")
    grid.add_column("", width=max(words, 16), no_wrap=True)
    for name in names:
        grid.add_column(Text(shorten(name, cell, view.ellipsis)), width=cell, no_wrap=True, justify="right")
    for claim in kept:
        first = min(claim.members)
        document = story.documents[first.document]
        text = shorten(document.words(document.sentences[first.sentence].span), max(words, 16), view.ellipsis)
        cells = []
        for index, told in enumerate(story.documents):
            at = [m for m in claim.members if m.document == index]
            line = lines[index].place(told.sentences[min(at).sentence].span.start)[0] if at else None
            cells.append(Text(str(line)) if line else Text("-", "dim"))
        grid.add_row(Text(text), *cells)
    yield grid


def shared_claims(alignment: Alignment) -> list[Claim]:
    """The claims of several outlets, those told by most first."""
    return sorted((c for c in alignment.claims if _spread(c) > 1), key=lambda c: (-_spread(c), min(c.members)))


def _spread(claim: Claim) -> int:
    return len({m.document for m in claim.members})
