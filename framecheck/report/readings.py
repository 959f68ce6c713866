"""What was read of files, as a screen and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from framecheck.records.article import Article, Notice
from framecheck.records.notices import few
from framecheck.report.excerpt import shorten
from framecheck.report.json_format import HEAD, notice_document
from framecheck.report.notices import notice_line
from framecheck.report.safe import safe
from framecheck.report.view import View, render
from framecheck.text import Lines

if TYPE_CHECKING:
    from rich.text import Text

SHOWN: Final = 8
"""Blocks of an article on a screen that does not show everything."""

_KIND: Final = 12  # cells of the column of kinds
_LINE: Final = 6  # cells of the column of lines


def readings_screen(articles: Sequence[Article], notices: Sequence[Notice], view: View) -> str:
    """A head an article, then a line a block: its kind, its line, how it begins."""
    return render(list(_lines(articles, notices, view)), view)


def _lines(articles: Sequence[Article], notices: Sequence[Notice], view: View) -> Iterator[Text]:
    from rich.text import Text

    for article in articles:
        told = f" {view.dot} ".join(
            [article.origin, article.date.isoformat() if article.date else "no date", article.language or "no language"]
        )
        room = view.width - len(told) - len(safe(article.outlet)) - 4
        head = Text.assemble(
            (safe(article.outlet) or "(no outlet)", "bold"), "  ", shorten(article.path, room, view.ellipsis)
        )
        yield head.append(f"  {told}", "dim")
        lines = Lines(article.text)
        blocks = article.blocks if view.everything else article.blocks[:SHOWN]
        for block in blocks:
            line = str(lines.place(block.span.start)[0])
            words = shorten(block.span.of(article.text), view.width - _KIND - _LINE - 3, view.ellipsis)
            style = "" if block.kind.told else "dim"
            yield Text(f" {block.kind.value:{_KIND}}{line:>{_LINE}}  {words}", style)
        if rest := len(article.blocks) - len(blocks):
            yield Text(f" {rest} more with --all", "dim")
        yield Text()
    for notice in notices if view.everything else few(notices):
        yield notice_line(notice)
    yield Text(f"{len(articles):,} {'article' if len(articles) == 1 else 'articles'}")


def readings_document(articles: Sequence[Article], notices: Sequence[Notice]) -> dict[str, Any]:
    """What ``framecheck read --format json`` writes: each article with its text and its blocks as spans of it."""
    return HEAD | {
        "articles": [
            {
                "id": article.id,
                "path": article.path,
                "outlet": article.outlet,
                "headline": article.headline,
                "date": article.date.isoformat() if article.date else None,
                "language": article.language,
                "origin": article.origin,
                "story": article.story or None,
                "text": article.text,
                "blocks": [
                    {
                        "kind": block.kind.value,
                        "start": block.span.start,
                        "end": block.span.end,
                        "told": block.kind.told,
                    }
                    for block in article.blocks
                ],
            }
            for article in articles
        ],
        "notices": [notice_document(notice) for notice in notices],
    }
