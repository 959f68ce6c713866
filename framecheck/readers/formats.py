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
    """A format: its ``module`` in this package and the file ``suffixes`` that mark it in a folder."""

    name: str
    module: str
    suffixes: tuple[str, ...]

    def reader(self) -> Reader:
        """The ``read`` of the format's module, imported now."""
        reader: Reader = import_module(f"framecheck.readers.{self.module}").read
        return reader


TEXT: Final = Format("text", "text_file", (".txt", ".text", ".md"))
JSON: Final = Format("json", "json_file", (".json", ".jsonl", ".ndjson"))
FORMATS: Final = (TEXT, JSON)

_OBJECT: Final = re.compile(rb"\s*(?:\[\s*)?\{\s*[\"}]")

# what people hand over by mistake, by its first bytes: the notice can say what it is
_FOREIGN: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive in a gzip archive"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"<!doctype html", "an HTML page"),
    (b"<html", "an HTML page"),
)


def suffixes() -> frozenset[str]:
    """The file suffixes that are read in a folder, lower case with the point."""
    return frozenset(suffix for entry in FORMATS for suffix in entry.suffixes)


def format_of(path: str, head: bytes) -> Format | str:
    """The format of a file by its first bytes and its suffix, or in words what it is instead ("a PDF")."""
    start = head.lstrip().lower()
    for magic, name in _FOREIGN:
        if start.startswith(magic.lower()):
            return name
    if looks_binary(head):
        return "a binary file"
    suffix = suffix_of(path)
    by_name = next((entry for entry in FORMATS if suffix in entry.suffixes), None)
    return by_name or (JSON if _OBJECT.match(head) else TEXT)


def suffix_of(path: str) -> str:
    """The suffix that says what a file holds, in lower case: that of its name before ``.gz``.

    >>> suffix_of("wire/2024.JSONL.gz"), suffix_of("notes.txt")
    ('.jsonl', '.txt')
    """
    name = PurePath(path)
    return PurePath(name.stem if name.suffix.lower() == ".gz" else name.name).suffix.lower()
