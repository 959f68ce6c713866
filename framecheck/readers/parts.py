"""What formats with fields say of an article, and the one way from there to an article.

The text of such an article is its headline, an empty line, and its body: the words that a reader of the outlet's page
would see. Lines, columns and offsets count in this text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from framecheck.readers.text_file import read_text
from framecheck.records.article import Article, Block, BlockKind, Directive, Notice
from framecheck.text import Span


@dataclass(frozen=True, slots=True)
class Parts:
    """What a file says of an article; ``""`` and ``None`` where it says nothing. ``abstract`` marks a ``body`` that is only a
    summary."""

    body: str
    headline: str = ""
    outlet: str = ""
    date: date | None = None
    language: str = ""
    story: str = ""
    directive: Directive | None = None
    abstract: bool = False


def assemble(parts: Parts, path: str, origin: str) -> Iterator[Article | Notice]:
    """The article that *parts* make up, with notices about it. *origin* names the reader."""
    if parts.abstract:
        yield Notice("warning", path, "has no body; its summary is judged")
    headline = " ".join(parts.headline.split())
    first, _, rest = parts.body.lstrip().partition("\n")
    body = rest.lstrip() if headline and " ".join(first.split()) == headline else parts.body
    for found in read_text(f"{headline}\n\n{body}" if headline else body, path):
        yield _with(found, headline, parts, origin) if isinstance(found, Article) else found


def _with(article: Article, headline: str, parts: Parts, origin: str) -> Article:
    """*article* with what its parts say; where they name the headline, no other line is taken for it."""
    blocks = article.blocks
    if headline:
        rest = (block for block in blocks if block.span.start >= len(headline))
        kinds = (
            replace(block, kind=BlockKind.STANDFIRST) if block.kind is BlockKind.HEADLINE else block for block in rest
        )
        blocks = (Block(BlockKind.HEADLINE, Span(0, len(headline))), *kinds)
    return replace(
        article,
        outlet=parts.outlet,
        blocks=blocks,
        headline=headline or article.headline,
        date=parts.date or article.date,
        language=parts.language or article.language,
        origin=origin,
        story=parts.story,
        directives=(*article.directives, *([parts.directive] if parts.directive else [])),
    )
