"""Plain text files: one article a file, its parts told apart by how the lines look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from framecheck.readers.blocks import cap, find_blocks
from framecheck.readers.dates import publication_date
from framecheck.readers.encoding import decode
from framecheck.readers.language import guess_language
from framecheck.records.article import Article, BlockKind, Notice
from framecheck.text import Lines, fold

MAX_BYTES: Final = 32 * 1024 * 1024
"""No article is larger; a larger file is skipped with a notice."""

MAX_TOLD: Final = 150_000
"""Code points of told text that are judged: several times the longest feature; keeps the cost of any file bounded."""


def read(stream: BinaryIO, path: str) -> Iterator[Article | Notice]:
    """The one article in *stream*, with notices about its encoding, size and language."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield Notice("warning", path, f"is larger than {MAX_BYTES >> 20} MB, which no article is; skipped")
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
    blocks = find_blocks(text, plain)
    blocks, cut = cap(blocks, plain, MAX_TOLD)
    if cut is not None:
        line, column = Lines(text).place(cut)
        message = f"only the first {MAX_TOLD:,} characters are compared (up to column {column} of this line)"
        yield Notice("warning", f"{path}:{line}", message)
    if not any(block.kind.told for block in blocks):
        yield Notice("warning", path, "holds nothing that reads like an article; skipped")
        return
    language = guess_language(" ".join(b.span.of(plain) for b in blocks if b.kind.told))
    if language is None:
        yield Notice(
            "warning", path, "does not read like English, the language framecheck judges; findings may be wrong"
        )
    headline = next((b.span.of(text) for b in blocks if b.kind is BlockKind.HEADLINE), None)
    yield Article("", path, "", text, tuple(blocks), headline, publication_date(plain, blocks), language, plain=plain)
