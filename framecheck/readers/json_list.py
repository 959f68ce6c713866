"""The items of a JSON list of any length, one at a time, each as the bytes that it has in the file.

A window moves over the file; an item that does not end in it makes it grow, up to a limit. Bytes are looked at as Latin-1 while
items are told apart: all that JSON marks is ASCII, whatever encoding the words are in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

CHUNK: Final = 1 << 20
"""Bytes that are read at once."""

CROWDED: Final = "has more than two million parts, which no article has"

_PARTS: Final = 2_000_000  # of a value: each takes up to a hundred bytes once it is read
_WHITE: Final = re.compile(r"[ \t\r\n]*")
_MARK: Final = re.compile(r"\"|[\[{]+|[\]}]+|,")
_INNER: Final = re.compile(r"\"|[\[{]+|[\]}]+")
_STRING: Final = re.compile(r"[\"\\]")
_BEHIND: Final = frozenset(" \t\r\n,]")  # a number or word ends for sure before one of these
_NEAR: Final = 32  # characters from the end in which an error may come of the cut alone
_PATIENCE: Final = 2_000_000  # marks that are looked at to find the end of an item that is not read
_DECODER: Final = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its ``data``, or in words why there is none that can be read."""

    data: bytes
    problem: str = ""


class _Window:
    """The part of a file that is looked at, from ``at`` on."""

    def __init__(self, head: bytes, more: Callable[[], bytes]) -> None:
        self.text = ""
        self.at = 0
        self.ended = False
        self._head = memoryview(head)
        self._more = more

    def fill(self) -> bool:
        """Take more in and leave out what lies behind; whether there was more."""
        data = bytes(self._head[:CHUNK]) or self._more()
        self._head = self._head[CHUNK:]
        self.ended = self.ended or not data
        self.text = self.text[self.at :] + data.decode("latin-1")
        self.at = 0
        return not self.ended

    def mark(self) -> str:
        """The next character that is not white, ``""`` at the end."""
        while True:
            found = _WHITE.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.fill():
                return ""


def items(head: bytes, more: Callable[[], bytes], longest: int) -> Iterator[Item]:
    """The items of the list whose first bytes are *head*; *more* gives the bytes behind, piece by piece, then ``b""``. Items of
    more than *longest* bytes are passed over. What stands where the list should go on or end is the problem of a last item
    without number: its data is empty, and so is what follows."""
    window = _Window(head, more)
    window.mark()
    window.at += 1  # the bracket
    mark = "]" if window.mark() == "]" else ","
    window.at += mark == "]"
    while mark == ",":
        if not window.mark():
            yield Item(b"", "is cut: it has no end; not read further")
            return
        item = _item(window, longest)
        yield item
        if item.problem and not _passed_over(window):
            yield Item(b"", "goes on in a way that cannot be followed; not read further")
            return
        mark = window.mark()
        window.at += 1
    if mark != "]":
        what = "has something else where a comma or bracket should stand" if mark else "is cut: it has no end"
        yield Item(b"", f"{what}; not read further")
        return
    if window.mark():
        yield Item(b"", "has more behind its end, which is not read")


def _item(window: _Window, longest: int) -> Item:
    """The item at the window's place, which is moved behind it unless there is a problem."""
    while True:
        text, start = window.text, window.at
        size = len(text) - start
        try:
            _, end = _DECODER.raw_decode(text, start)
            if (
                window.ended
                or text[start : start + 1] in '{["'
                or text[end : end + 1] in _BEHIND
                or end < len(text) - _NEAR
            ):
                if end - start > longest:
                    return Item(b"", _too_long(longest))
                window.at = end
                return Item(text[start:end].encode("latin-1"))
        except json.JSONDecodeError as error:
            cut = error.msg.startswith("Unterminated string") or error.pos >= len(text) - _NEAR
            if window.ended or not cut:
                return Item(b"", f"is not JSON: {error.msg.lower()} at character {error.pos - start + 1}; skipped")
        except RecursionError:
            return Item(b"", "is not JSON: nested too deeply; skipped")
        except ValueError as error:  # a number of thousands of digits
            return Item(b"", f"is not JSON: {str(error).split(';')[0].lower()}; skipped")
        if size > longest:
            return Item(b"", _too_long(longest))
        if size > 2 * CHUNK and crowded(text, start):
            return Item(b"", f"{CROWDED}; skipped")
        while len(window.text) - window.at < 2 * size + 1 and window.fill():
            pass


def crowded(text: str, start: int = 0) -> bool:
    """Whether JSON is made to fill memory: a hundred bytes for two that it has in the file."""
    return sum(text.count(mark, start) for mark in ",[{") > _PARTS


def _too_long(longest: int) -> str:
    return f"is longer than {longest >> 20} MB, which no article is; skipped"


def _passed_over(window: _Window) -> bool:
    """Move the window behind the value at its place, whatever is wrong with that; whether its end was found in time."""
    depth, inside = 0, False
    for _ in range(_PATIENCE):
        found = (_STRING if inside else _INNER if depth else _MARK).search(window.text, window.at)
        if found is None:
            window.at = len(window.text)
            if not window.fill():
                return True
            continue
        mark = found[0]
        window.at = found.end()
        if inside:
            inside = mark != '"'
            if inside:  # a backslash: whatever comes next is no mark
                if window.at == len(window.text) and not window.fill():
                    return True
                window.at += 1
        elif mark == '"':
            inside = True
        elif mark == "," or (mark[0] in "]}" and len(mark) > depth):
            window.at = found.start() + (0 if mark == "," else depth)
            return True
        else:
            depth += len(mark) if mark[0] in "[{" else -len(mark)
        if not depth and not inside:
            return True
    return False
