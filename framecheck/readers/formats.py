"""The formats framecheck reads: one row a reader. A new format is a module with ``read`` and a row here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, Final, Protocol

from framecheck.readers.encoding import looks_binary
from framecheck.records.article import Article, Notice

HEAD: Final = 4096
"""How many bytes of a file decide its format."""


class Reader(Protocol):
    """What a format's module offers as ``read``.

    Yields the articles in *stream*, and notices about parts of it that cannot be read, in the order of the file. Articles
    come with an empty ``id``, and with the ``outlet`` that the format itself names, or an empty one.
    """

    def __call__(self, stream: BinaryIO, path: str, story_key: str | None = None) -> Iterator[Article | Notice]:
        """Read *stream*; *path* is for the records and messages only and need not exist. *story_key* names the field that tells
        stories apart, in formats that have fields."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its ``module`` in this package, the file ``suffixes`` that mark it in a folder, and what a file of it is
    ``called``."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    called: str

    def reader(self) -> Reader:
        """The ``read`` of the format's module, imported now."""
        reader: Reader = import_module(f"framecheck.readers.{self.module}").read
        return reader


TEXT: Final = Format("text", "text_file", (".txt", ".text", ".md"), "text")
JSON: Final = Format("json", "json_file", (".json", ".jsonl", ".ndjson"), "JSON")
HTML: Final = Format("html", "html_page", (".html", ".htm", ".xhtml"), "an HTML page")
XML: Final = Format("xml", "xml_news", (".xml", ".rss", ".atom", ".nitf"), "XML")
WARC: Final = Format("warc", "warc_file", (".warc",), "a WARC archive")
DOCX: Final = Format("docx", "docx_file", (".docx",), "a Word document")
FORMATS: Final = (TEXT, JSON, HTML, XML, WARC, DOCX)

PACKING: Final = (".gz", ".zst")
"""Suffixes of packed files, which say nothing of what they hold."""

_OBJECT: Final = re.compile(rb"\s*(?:\[\s*)?\{\s*[\"}]")
_ROOT: Final = re.compile(
    rb"\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)*<([\w:.-]+)", re.I | re.S
)
_ZIP: Final = b"PK\x03\x04"

# what people hand over by mistake, by its first bytes: the notice can say what it is
_FOREIGN: Final = (
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "a gzip archive in a gzip archive"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
)


def suffixes() -> frozenset[str]:
    """The file suffixes that are read in a folder, lower case with the point."""
    return frozenset(suffix for entry in FORMATS for suffix in entry.suffixes)


def format_of(path: str, head: bytes) -> Format | str:
    """The format of a file by its first bytes and its suffix, or in words what it is instead ("a PDF")."""
    start = head.lstrip()
    for magic, name in _FOREIGN:
        if start.startswith(magic):
            return name
    suffix = suffix_of(path)
    if start.startswith(_ZIP):
        return DOCX if suffix in DOCX.suffixes else "a zip archive or office document"
    if start.startswith(b"WARC/"):
        return WARC
    if looks_binary(head):
        return "a binary file"
    return (
        _marked_up(start, suffix)
        or next((f for f in (TEXT, JSON) if suffix in f.suffixes), None)
        or (JSON if _OBJECT.match(head) else TEXT)
    )


def _marked_up(start: bytes, suffix: str) -> Format | str | None:
    """HTML or XML, by the first element rather than by the suffix, which is often wrong."""
    from framecheck.readers.xml_news import ROOTS

    found = _ROOT.match(start.removeprefix(b"\xef\xbb\xbf"))
    if not found:
        # a page may begin with text or a broken tag; XML may not
        return HTML if suffix in HTML.suffixes else "not XML, as its name says" if suffix in XML.suffixes else None
    root = found[1].decode("ascii", "replace").rpartition(":")[2]
    if root in ROOTS:
        return XML
    if suffix in XML.suffixes:
        return f"XML of a kind that framecheck does not know (<{root}>)"
    return HTML if suffix in HTML.suffixes or root.lower() == "html" else None


def named(name: str) -> Format | None:
    """The format called *name* on the command line."""
    return next((entry for entry in FORMATS if entry.name == name), None)


def suffix_of(path: str) -> str:
    """The suffix that says what a file holds, in lower case: that of its name before ``.gz`` or ``.zst``.

    >>> suffix_of("wire/2024.JSONL.gz"), suffix_of("notes.txt")
    ('.jsonl', '.txt')
    """
    name = PurePath(path)
    return PurePath(name.stem if name.suffix.lower() in PACKING else name.name).suffix.lower()
