"""JSON and JSON Lines: one article an object, in the field names of ``json_fields``.

The path of an article is ``FILE:LINE`` for an object on a
line of its own, ``FILE`` for the one object of a file, and either with ``[N]`` behind it, from 0, for an object in a list.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, BinaryIO, Final

from framecheck.readers.encoding import decode
from framecheck.readers.json_fields import fields, inner_items, is_about_an_article
from framecheck.readers.json_list import CHUNK, CROWDED, crowded, items
from framecheck.readers.parts import assemble
from framecheck.readers.text_file import MAX_BYTES
from framecheck.records.article import Article, Notice

MAX_NOTICES: Final = 10
"""Notices of one kind that a file gives line by line; further ones are counted."""

_WHITE: Final = b" \t\r\n\xef\xbb\xbf"


def read(stream: BinaryIO, path: str, story_key: str | None = None) -> Iterator[Article | Notice]:
    """The articles in *stream*, line by line where every line is an object, with notices for what is none.

    At most one line, one item of a list or one document that is no list, of ``MAX_BYTES``, is held at a time.
    """
    told: Counter[str] = Counter()
    articles = 0
    for item in _values(stream, path):
        for found in [item] if isinstance(item, Notice) else _articles(*item, story_key):
            if isinstance(found, Article):
                articles += 1
            elif (kind := _kind(found)) in _COUNTED:
                told[kind] += 1
                if told[kind] > MAX_NOTICES or kind == _OTHER:
                    continue
            yield found
    for kind, number in told.items():
        if kind == _OTHER:
            if not articles:
                yield Notice("note", path, f"holds no article: {number} objects without a text, headline or address")
        elif number > MAX_NOTICES:
            yield Notice(_COUNTED[kind], path, f"{number - MAX_NOTICES} more like the {MAX_NOTICES} above: {kind}")


_BROKEN: Final = "is not JSON"
_NO_OBJECT: Final = "is no object"
_NO_TEXT: Final = "has no text"
_OTHER: Final = "is no article"
_COUNTED: Final = {_BROKEN: "error", _NO_OBJECT: "error", _NO_TEXT: "warning", _OTHER: "note"}


def _kind(notice: Notice) -> str:
    return next((kind for kind in _COUNTED if notice.message.startswith(kind)), "")


def _values(stream: BinaryIO, path: str) -> Iterator[tuple[Any, str] | Notice]:
    """Each value with its path: of every line, or of the one document that all lines make up."""
    lines = _lines(stream)
    head = [first for first in [next(lines, None)] if first is not None]
    by_line = path.lower().removesuffix(".gz").removesuffix(".zst").endswith((".jsonl", ".ndjson"))
    if not by_line and head and isinstance(first := head[0][1], bytes) and not isinstance(_parse(first), _Value):
        yield from _document(first, stream, path)
        return
    long = bool(head) and isinstance(head[0][1], _Long)  # nothing behind it can be looked at before it is read
    second = [] if by_line or long else [line for line in [next(lines, None)] if line is not None]
    alone = not by_line and not second
    for number, line in chain(head, second, lines):
        place = path if alone and number == head[0][0] else f"{path}:{number}"
        if isinstance(line, _Long):
            yield from _long(line, place)
        elif isinstance(parsed := _parse(line), _Value):
            yield parsed.value, place
        else:
            yield Notice("error", place, f"{_BROKEN}: {parsed}; skipped")


class _Long:
    """A line of more than ``MAX_BYTES``: its ``head``, and the rest in pieces."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self.head = head
        self._stream = stream
        self._ended = False

    def more(self) -> bytes:
        """The next piece, ``b""`` behind the end of the line."""
        if self._ended:
            return b""
        data = self._stream.readline(CHUNK)
        self._ended = not data or data.endswith(b"\n")
        return data


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | _Long]]:
    """Every line with something on it, numbered from 1."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            long = _Long(line, stream)
            yield number, long
            while long.more():
                pass
        elif line.strip(_WHITE):
            yield number, line


def _long(line: _Long, place: str) -> Iterator[tuple[Any, str] | Notice]:
    if _is_list(line.head):
        yield from _list(line.head, line.more, place)
    else:
        yield Notice("error", place, f"is longer than {MAX_BYTES >> 20} MB and no list, which no article is; skipped")


def _is_list(head: bytes) -> bool:
    return head[:CHUNK].lstrip(_WHITE).startswith(b"[")


def _list(head: bytes, more: Callable[[], bytes], path: str) -> Iterator[tuple[Any, str] | Notice]:
    """The items of the list that begins with *head*."""
    for number, item in enumerate(items(head.lstrip(_WHITE), more, MAX_BYTES)):
        parsed = _parse(item.data) if item.data else item.problem
        if isinstance(parsed, _Value):
            yield _Item(parsed.value), f"{path}[{number}]"
        elif item.problem:
            place = f"{path}[{number}]" if item.problem.endswith("skipped") else path
            yield Notice("error", place, item.problem)
        else:
            yield Notice("error", f"{path}[{number}]", f"{_BROKEN}: {parsed}; skipped")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list: what is no article among them is told."""

    value: Any


class _Value:
    """A value that was parsed, told apart from the reason why one was not."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


def _parse(data: bytes) -> _Value | str:
    """The JSON value of *data*, or in words why there is none."""
    if len(data) > 2 * CHUNK and crowded(data.decode("latin-1")):
        return CROWDED
    try:
        return _Value(json.loads(decode(data)[0].strip()))
    except json.JSONDecodeError as error:
        where = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        return f"{error.msg.lower()} at {where}"
    except RecursionError:
        return "nested too deeply"
    except ValueError as error:  # a number of thousands of digits
        return str(error).split(";")[0].lower()


def _document(head: bytes, stream: BinaryIO, path: str) -> Iterator[tuple[Any, str] | Notice]:
    if _is_list(head):
        yield from _list(head, partial(stream.read, CHUNK), path)
        return
    data = head + stream.read(MAX_BYTES + 1 - len(head))
    if len(data) > MAX_BYTES:
        limit = (
            f"is one JSON document of more than {MAX_BYTES >> 20} MB and no list; write one article a line (JSON Lines)"
        )
        yield Notice("error", path, f"{limit}; skipped")
    elif isinstance(parsed := _parse(data), _Value):
        yield parsed.value, path
    else:
        yield Notice("error", path, f"{_BROKEN}: {parsed}; skipped")


def _articles(value: Any, path: str, story_key: str | None) -> Iterator[Article | Notice]:
    if isinstance(value, _Item):
        yield from _article(value.value, path, story_key)
        return
    inner = value if isinstance(value, list) else inner_items(value) if isinstance(value, Mapping) else None
    if inner is None:
        yield from _article(value, path, story_key)
        return
    for number, item in enumerate(inner):
        place = f"{path}[{number}]"
        for found in _article(item, place, story_key):
            # a graph holds persons and organisations beside its articles
            if isinstance(value, list) or not (isinstance(found, Notice) and _kind(found)):
                yield found


def _article(item: Any, path: str, story_key: str | None) -> Iterator[Article | Notice]:
    if not isinstance(item, Mapping):
        yield Notice("error", path, f"{_NO_OBJECT} but {_TYPES.get(type(item), 'a list')}; skipped")
        return
    told = fields(item, story_key)
    if not told.body:
        article = is_about_an_article(item)
        yield Notice("warning" if article else "note", path, f"{_NO_TEXT if article else _OTHER}; skipped")
        return
    yield from assemble(told, path, "json")


_TYPES: Final = {str: "a string", int: "a number", float: "a number", bool: "true or false", type(None): "null"}
