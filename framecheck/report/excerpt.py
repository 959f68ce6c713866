"""Excerpts: a few words of an article around the ones that differ, cut to a width in terminal cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framecheck.report.safe import safe
from framecheck.text import Span

if TYPE_CHECKING:
    from rich.text import Text

    from framecheck.report.view import View

_WORD = 18  # cells to give up at most for the sake of cutting between words


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words before, at and after a span, safe to print; an ellipsis stands where something was cut."""

    before: str
    marked: str
    after: str

    def text(self, view: View) -> Text:
        """The excerpt with the span marked: by style in colour, by guillemets without."""
        from rich.text import Text

        if view.colour:
            return Text.assemble(self.before, (self.marked, view.mark), self.after)
        return Text(f"{self.before}{view.opening}{self.marked}{view.closing}{self.after}")


def excerpt(text: str, span: Span, within: Span | None, width: int, ellipsis: str = "…") -> Excerpt:
    """The words of *text* at *span* with as much of *within* around them as fits *width* cells.

    *width* counts the two cells that marks may take. Words too long for the width are cut in their middle.
    """
    from rich.cells import cell_len

    within = within or span
    before = safe(text[min(within.start, span.start) : span.start]).lstrip()
    marked = safe(span.of(text)).strip() or "¶"
    after = safe(text[span.end : max(within.end, span.end)]).rstrip()
    room = width - 2
    if cell_len(before + marked + after) <= room:
        return Excerpt(before, marked, after)
    if cell_len(marked) > room - 4:
        return Excerpt("", _middle_cut(marked, room, ellipsis), "")
    room -= cell_len(marked)
    left, right = cell_len(before), cell_len(after)
    share = max(room // 2, room - right) if left > room // 2 else left
    return Excerpt(_tail(before, share, ellipsis), marked, _head(after, room - min(left, share), ellipsis))


def shorten(text: str, width: int, ellipsis: str = "…") -> str:
    """*text* made safe and cut at its end to *width* cells."""
    return _head(safe(text).strip(), width, ellipsis)


def _head(text: str, width: int, ellipsis: str) -> str:
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    kept = _take(text, width - len(ellipsis))
    space = kept.rfind(" ")
    if space >= 0 and cell_len(kept[space:]) <= _WORD and not text[len(kept)].isspace():
        kept = kept[:space]
    return kept.rstrip() + ellipsis


def _tail(text: str, width: int, ellipsis: str) -> str:
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    kept = _take(text[::-1], width - len(ellipsis))[::-1]
    while kept and cell_len(kept[0]) == 0:  # never start with the accents of a letter that was cut
        kept = kept[1:]
    space = kept.find(" ")
    if space >= 0 and cell_len(kept[:space]) <= _WORD and not text[-len(kept) - 1 :][:1].isspace():
        kept = kept[space + 1 :]
    return ellipsis + kept.lstrip()


def _middle_cut(text: str, width: int, ellipsis: str) -> str:
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    gap = f" {ellipsis} "
    half = (width - len(gap)) // 2
    return _head(text, width - len(gap) - half, "").rstrip() + gap + _tail(text, half, "").lstrip()


def _take(text: str, width: int) -> str:
    """The longest start of *text* that fills at most *width* cells."""
    from rich.cells import cell_len

    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:index]
    return text
