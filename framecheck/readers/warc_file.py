"""WARC archives of crawlers (CC-NEWS and the like): the article of every HTML page in them, one after the other.

The path of an article is ``FILE[N]``: the Nth response record, from 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from framecheck.readers.html_page import MAX_PAGE, read_page
from framecheck.readers.json_fields import day_of, host_of
from framecheck.readers.parts import Parts
from framecheck.records.article import Article, Notice

_PAGES: Final = ("text/html", "application/xhtml+xml")


def read(stream: BinaryIO, path: str, story_key: str | None = None) -> Iterator[Article | Notice]:
    """The articles of the pages in *stream*; at most one page is held at a time."""
    try:
        yield from _pages(stream, path)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how fastwarc fails, which is no ``Exception``
            raise
        yield Notice("error", path, "is a WARC archive that is broken; not read further")


def _pages(stream: BinaryIO, path: str) -> Iterator[Article | Notice]:
    from fastwarc import ArchiveIterator, WarcRecordType

    records = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True)
    pages = 0
    for number, record in enumerate(records):
        place = f"{path}[{number}]"
        if not (record.http_content_type or "").startswith(_PAGES):
            continue
        pages += 1
        data = record.reader.read(MAX_PAGE + 1)
        if len(data) > MAX_PAGE:
            yield Notice("warning", place, f"is a page of more than {MAX_PAGE >> 20} MB, which no article is; skipped")
            continue
        if len(data) < record.content_length:
            yield Notice("warning", place, "ends before the length that it gives; read as far as it goes")
        address = record.headers.get("WARC-Target-URI") or ""
        known = Parts("", outlet=host_of(address), date=day_of(record.headers.get("WARC-Date")))
        yield from read_page(data, place, "warc", known)
    if not pages:
        yield Notice("error", path, "is a WARC archive without an HTML page; skipped")
