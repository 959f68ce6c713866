"""HTML pages: the article in a page and what its metadata (JSON-LD, Open Graph, meta tags) says, by trafilatura.

The text shown is the extracted article, not the page: lines and columns count in it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Final

from framecheck.readers.json_fields import day_of, host_of
from framecheck.readers.parts import Parts, assemble
from framecheck.records.article import Article, Notice

MAX_PAGE: Final = 8 * 1024 * 1024
"""Bytes of the longest page that is read: extraction takes seconds a megabyte."""


def read(stream: BinaryIO, path: str, story_key: str | None = None) -> Iterator[Article | Notice]:
    """The one article of the page in *stream*."""
    data = stream.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        yield Notice("error", path, f"is a page of more than {MAX_PAGE >> 20} MB, which no article is; skipped")
        return
    yield from read_page(data, path)


def read_page(data: bytes, path: str, origin: str = "html", known: Parts | None = None) -> Iterator[Article | Notice]:
    """The article of a page; *known* gives outlet and date where the page does not say them."""
    parts = _parts(data)
    if parts is None:
        yield Notice("warning", path, "is a page without an article; skipped")
        return
    if known is not None:
        parts = replace(parts, outlet=parts.outlet or known.outlet, date=parts.date or known.date)
    yield from assemble(parts, path, origin)


def _parts(data: bytes) -> Parts | None:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read, the notice says
    found = trafilatura.bare_extraction(
        data, with_metadata=True, include_comments=False, include_tables=False, favor_precision=True
    )
    told = found if found is None or isinstance(found, dict) else found.as_dict()
    if not told or not (body := told.get("text")):
        return None
    return Parts(
        # the extractor writes a paragraph a line; an empty line between them keeps them apart whatever their width
        "\n\n".join(filter(None, (line.strip() for line in body.split("\n")))),
        headline=told.get("title") or "",
        outlet=told.get("sitename") or told.get("hostname") or host_of(told.get("url") or ""),
        date=day_of(told.get("date")),
        language=(told.get("language") or "").split("-")[0],
    )
