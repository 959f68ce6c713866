"""Plain text files: one article a file, its parts told apart by how the lines look."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, Final

from framecheck.readers.blocks import cap, find_blocks
from framecheck.readers.dates import publication_date
from framecheck.readers.directives import blanked, find_directives, placed
from framecheck.readers.encoding import decode
from framecheck.readers.language import guess_language
from framecheck.readers.paragraphs import paragraphs
from framecheck.records.article import Article, BlockKind, Notice
from framecheck.text import LINE_END, Lines, fold

MAX_BYTES: Final = 32 * 1024 * 1024
"""No article is larger; a larger file is skipped with a notice."""

MAX_TOLD: Final = 150_000
"""Code points of told text that are judged: several times the longest feature; keeps the cost of any file bounded."""

MAX_LINES: Final = 5_000
"""Lines that are looked at."""


def read(stream: BinaryIO, path: str, story_key: str | None = None) -> Iterator[Article | Notice]:
    """The one article in *stream*, with notices about its encoding, size and language. Text has no fields to tell stories by."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield Notice("error", path, f"is larger than {MAX_BYTES >> 20} MB, which no article is; skipped")
        return
    text, remark = decode(data)
    if remark:
        yield Notice("warning", path, remark)
    yield from read_text(text, path)


def read_text(text: str, path: str) -> Iterator[Article | Notice]:
    """The article that *text* is. ``path`` is for the record; nothing is opened."""
    plain = fold(text)
    if not plain.strip():
        yield Notice("warning", path, "is empty; skipped")
        return
    directives = find_directives(plain)
    plain = blanked(plain, directives)
    room = _line_start(plain, MAX_LINES)
    blocks, cut = cap(find_blocks(text, plain, paragraphs(plain[:room])), plain, MAX_TOLD)
    if cut is None and plain[room:].strip():
        cut = room
    if cut is not None:
        line, column = Lines(text[: cut + 1]).place(cut)
        yield Notice(
            "warning", f"{path}:{line}", f"too long for an article: not read on from column {column} of this line"
        )
    if not any(block.kind.told for block in blocks):
        yield Notice("warning", path, "holds nothing that reads like an article; skipped")
        return
    language = guess_language(" ".join(b.span.of(plain) for b in blocks if b.kind.told))
    if language is None:
        yield Notice(
            "warning", path, "does not read like English, the language framecheck judges; findings may be wrong"
        )
    headline = next((b.span.of(text) for b in blocks if b.kind is BlockKind.HEADLINE), None)
    day = publication_date(plain, blocks)
    scoped, blocks = placed(directives, blocks, plain)
    yield Article("", path, "", text, tuple(blocks), headline, day, language, plain=plain, directives=tuple(scoped))


def _line_start(plain: str, number: int) -> int:
    """Where line *number* (from 0) starts, or the length of the text."""
    end = next(islice(LINE_END.finditer(plain), number - 1, None), None)
    return end.end() if end else len(plain)
