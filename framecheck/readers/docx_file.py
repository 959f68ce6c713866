"""Word documents (``.docx``), as drafts often come: the title or first heading, then a paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, Final
from zipfile import BadZipFile, ZipFile

from framecheck.readers.parts import Parts, assemble
from framecheck.readers.text_file import MAX_BYTES
from framecheck.records.article import Article, Notice

_HEADLINES: Final = ("Title", "Heading 1")


def read(stream: BinaryIO, path: str, story_key: str | None = None) -> Iterator[Article | Notice]:
    """The one article of the document in *stream*. Text in tables, notes and boxes is left out."""
    data = stream.read(MAX_BYTES + 1)
    try:
        with ZipFile(BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except BadZipFile as error:
        yield Notice("error", path, f"is a broken Word document ({error}); skipped")
        return
    if max(len(data), unpacked) > MAX_BYTES:
        yield Notice("error", path, f"is a document of more than {MAX_BYTES >> 20} MB, which no article is; skipped")
        return
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        paragraphs = docx.Document(BytesIO(data)).paragraphs
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError) as error:
        yield Notice("error", path, f"is no Word document ({str(error) or type(error).__name__}); skipped")
        return
    told = [(p.style.name if p.style else "", p.text.strip()) for p in paragraphs if p.text.strip()]
    headline = told[0][1] if told and told[0][0] in _HEADLINES else ""
    body = "\n\n".join(text for _, text in told[bool(headline) :])
    if not body:
        yield Notice("warning", path, "is empty; skipped")
        return
    yield from assemble(Parts(body, headline), path, "docx")
