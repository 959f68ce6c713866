"""Excerpts: a few words of an article around the ones that differ, cut to a width in terminal cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from framecheck.report.safe import safe
from framecheck.text import Span

if TYPE_CHECKING:
    from rich.text import Text

    from framecheck.report.view import View

_WORD: Final = 18  # cells to give up at most for the sake of cutting between words
_LEAST: Final = 5  # cells a gap between two marks needs to be worth showing


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words safe to print, plain and marked in turn (plain first and last); an ellipsis stands where something was cut."""

    pieces: tuple[str, ...]

    def text(self, view: View) -> Text:
        """The excerpt with the marked words shown: by style in colour, by guillemets without."""
        from rich.text import Text

        shown = Text()
        for number, piece in enumerate(self.pieces):
            if number % 2 == 0:
                shown.append(piece)
            elif view.colour:
                shown.append(piece, view.mark)
            else:
                shown.append(f"{view.opening}{piece}{view.closing}")
        return shown


def excerpt(
    text: str, marks: Sequence[Span], within: Span | None, width: int, ellipsis: str = "…", signs: int = 2
) -> Excerpt:
    """The words of *text* at *marks* (one or more, in order) with as much of *within* around them as fits *width* cells.

    *width* counts the *signs*, the cells that stand around each mark to show it. Where the marked words alone are too long,
    the last marks are left out, with what follows them; a single mark is cut in its middle.
    """
    from rich.cells import cell_len

    whole = Span(marks[0].start, marks[-1].end)
    within = within or whole
    ends = [min(within.start, whole.start), *(at for m in marks for at in (m.start, m.end)), max(within.end, whole.end)]
    pieces = [safe(text[a:b]) for a, b in pairwise(ends)]
    pieces[0], pieces[-1] = pieces[0].lstrip(), pieces[-1].rstrip()
    pieces[1::2] = [piece.strip() or "¶" for piece in pieces[1::2]]
    plain = [cell_len(piece) for piece in pieces[::2]]
    marked = sum(map(cell_len, pieces[1::2]))
    room = width - signs * len(marks) - marked
    if room >= sum(plain):
        return Excerpt(tuple(pieces))
    if room < _LEAST * (len(marks) - 1):
        if len(marks) > 1:
            before = Span(within.start, marks[-1].start)
            kept = excerpt(text, marks[:-1], before, width - len(ellipsis), ellipsis, signs)
            last = kept.pieces[-1].removesuffix(ellipsis).rstrip()
            return Excerpt((*kept.pieces[:-1], last + ellipsis))
        return Excerpt(("", _middle_cut(pieces[1], width - signs, ellipsis), ""))
    # what stands between marks belongs to the variant: it gets its room before what stands around them; cutting between
    # words leaves room over, which goes to the next piece
    gaps = shares(plain[1:-1], room - 2 * len(ellipsis))
    pieces[2:-1:2] = [_middle_cut(gap, cells, ellipsis) for gap, cells in zip(pieces[2:-1:2], gaps, strict=True)]
    room -= sum(map(cell_len, pieces[2:-1:2]))
    pieces[0] = _tail(pieces[0], shares([plain[0], plain[-1]], room)[0], ellipsis)
    pieces[-1] = _head(pieces[-1], room - cell_len(pieces[0]), ellipsis)
    return Excerpt(tuple(pieces))


def shares(wanted: Sequence[int], room: int) -> list[int]:
    """*room* dealt out evenly; what one does not need goes to the others.

    >>> shares([4, 30, 9], 30)
    [4, 17, 9]
    """
    given = [0] * len(wanted)
    left = len(wanted)
    for index in sorted(range(len(wanted)), key=wanted.__getitem__):
        given[index] = min(wanted[index], room // left)
        room -= given[index]
        left -= 1
    return given


def shorten(text: str, width: int, ellipsis: str = "…") -> str:
    """*text* made safe and cut at its end to *width* cells."""
    return _head(safe(text).strip(), width, ellipsis)


def _head(text: str, width: int, ellipsis: str) -> str:
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    if width < len(ellipsis):
        return ""
    kept = _take(text, width - len(ellipsis))
    space = kept.rfind(" ")
    if space >= 0 and cell_len(kept[space:]) <= _WORD and not text[len(kept)].isspace():
        kept = kept[:space]
    return kept.rstrip() + ellipsis


def _tail(text: str, width: int, ellipsis: str) -> str:
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    if width < len(ellipsis):
        return ""
    kept = _take(text[::-1], width - len(ellipsis))[::-1]
    while kept and cell_len(kept[0]) == 0:  # never start with the accents of a letter that was cut
        kept = kept[1:]
    space = kept.find(" ")
    if space >= 0 and cell_len(kept[:space]) <= _WORD and not text[-len(kept) - 1 :][:1].isspace():
        kept = kept[space + 1 :]
    return ellipsis + kept.lstrip()


def _middle_cut(text: str, width: int, ellipsis: str) -> str:
    """*text* with its middle left out; cut at its end where not even its last word has room."""
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    gap = f" {ellipsis} "
    end = _tail(text, (width - len(gap)) * 2 // 5, "").lstrip()  # the start of a phrase says more than its end
    if not end or not text[: -len(end)].endswith(" "):
        gap = gap if text.endswith(" ") else ellipsis
        return _head(text, max(0, width - len(gap)), "").rstrip() + gap
    return _head(text, width - len(gap) - cell_len(end), "").rstrip() + gap + end


def _take(text: str, width: int) -> str:
    """The longest start of *text* that fills at most *width* cells."""
    from rich.cells import cell_len

    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:index]
    return text
