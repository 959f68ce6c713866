"""Paragraphs of a text: a line each, or a run of lines where the text is wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from framecheck.text import Span

_LINE: Final = re.compile(r"[^\r\n]+")
_ENDS: Final = re.compile(r"[.!?:\u2026][\"')\]]*$")
_WIDEST_WRAP: Final = 100


def paragraphs(plain: str) -> list[Span]:
    """Spans of the paragraphs of folded text, trimmed of white and invisible characters, none of them empty.

    Published text keeps a paragraph on one line. Text wrapped at a width (mail, wire copy) has no long line and breaks most
    of its lines amid a sentence; there a paragraph ends at an empty line, before an indented line, and behind a line that
    stops well short of the width.
    """
    runs = list(_runs(plain))
    lines = [line for run in runs for line in run]
    width = max((line.end - line.start for line in lines), default=0)
    if not _is_wrapped(plain, runs, width):
        return lines
    joined: list[Span] = []
    for run in runs:
        start = run[0].start
        for line, following in pairwise(run):
            if line.end - line.start < 0.6 * width or _indented(plain, following):
                joined.append(Span(start, line.end))
                start = following.start
        joined.append(Span(start, run[-1].end))
    return joined


def _indented(plain: str, line: Span) -> bool:
    before = plain[max(0, line.start - 2) : line.start]
    return before.isspace() and "\n" not in before and "\r" not in before


def _runs(plain: str) -> Iterator[list[Span]]:
    """Lines with something visible, trimmed, in runs between empty lines."""
    run: list[Span] = []
    last = 0
    for match in _LINE.finditer(plain):
        line = match.group()
        text = line.strip()
        if run and plain[last : match.start()].replace("\r\n", "\n") not in ("\n", "\r"):
            yield run
            run = []
        last = match.end()
        if text:
            start = match.start() + line.index(text[0])
            run.append(Span(start, start + len(text)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_wrapped(plain: str, runs: list[list[Span]], width: int) -> bool:
    if not 40 <= width <= _WIDEST_WRAP:
        return False
    breaks = [(line, plain[following.start]) for run in runs for line, following in pairwise(run)]
    full = [(line, first) for line, first in breaks if line.end - line.start >= 0.6 * width]
    lower = sum(first.islower() for _, first in full)
    amid = sum(first.islower() or not _ENDS.search(line.of(plain)) for line, first in full)
    # few lines are no evidence unless words of a sentence go on in them
    return amid >= 0.6 * len(breaks) and (lower >= 2 or (lower == 1 and len(breaks) <= 2))
