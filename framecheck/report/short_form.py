"""A finding in a line: its code, then what each outlet says, side by side; one below the other on a narrow screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from framecheck.records.finding import Finding, Role
from framecheck.report.excerpt import shares, shorten
from framecheck.report.outlets import listed
from framecheck.report.passages import aside
from framecheck.report.safe import safe
from framecheck.report.sheet import Sheet
from framecheck.report.variants import Row, context, missing, said, variants, widely_told
from framecheck.report.view import SEVERITY_STYLE

if TYPE_CHECKING:
    from rich.text import Text

_SIDE_BY_SIDE: Final = 100  # narrower screens show variants one below the other
_PLACES: Final = 120  # from this width on there is room for line and column beside two variants
_ABREAST: Final = 132  # from this width on three variants share a line even if that cuts their words
_CODE: Final = 8  # cells of the column of codes
_GAP: Final = 2
_COUNTED: Final = 3  # of more variants it does not matter how often each is told
_EVERY: Final = 3  # outlets that need not be named where they are all others
_STACKED: Final = 3  # variants shown one below the other


@dataclass(frozen=True, slots=True)
class Cell:
    """One variant on a line, or who lacks the fact where there is no ``row``. ``marked`` counts the cells of a screen that
    the marked words take."""

    outlets: str
    row: Row | None = None
    marked: int = 0

    @property
    def need(self) -> int:
        """The cells of a screen that the outlets and the marked words take."""
        from rich.cells import cell_len

        return cell_len(self.outlets) + (1 + self.marked if self.row else 0)


def short_form(finding: Finding, sheet: Sheet) -> Iterator[Text]:
    """The lines of a finding: one on a wide screen, one a variant on a narrow one; a dim one for its context."""
    from rich.text import Text

    room = sheet.view.width - _CODE
    cells = _cells(finding, sheet)
    lines = _stacked(cells) if sheet.view.width < _SIDE_BY_SIDE else [_side_by_side(cells, sheet.view.width)]
    rest = len(cells) - sum(map(len, lines))
    for number, line in enumerate(lines):
        text = Text(" ")
        text.append(finding.code if number == 0 else " " * len(finding.code), SEVERITY_STYLE[finding.severity])
        text.append(" " * (_CODE - text.cell_len))
        more = f" +{rest}" if rest and number == len(lines) - 1 else ""
        text.append_text(_line(line, room - len(more), sheet))
        yield text.append(more, "dim")
    if also := context(finding, sheet.names):
        places = [f"{row.outlets[0]}: {safe(said(row.side, sheet.story))}" for row in also]
        words = f"{aside(finding.category)} {f' {sheet.view.dot} '.join(dict.fromkeys(places))}"
        yield Text(" " * _CODE).append(shorten(words, room, sheet.view.ellipsis), "dim")


def _cells(finding: Finding, sheet: Sheet) -> list[Cell]:
    from rich.cells import cell_len

    rows = widely_told(variants(finding, sheet.story, sheet.names), finding)
    cells = []
    for row in rows:
        often = f" {sheet.view.times}{row.times}" if row.repeated and len(rows) <= _COUNTED else ""
        outlets = listed(row.outlets, sheet.outlets) + often + ":"
        stretches = sheet.stretches(row)
        document = sheet.story.documents[row.side.document]
        words = safe(document.article.text[stretches[0].start : stretches[-1].end])
        cells.append(Cell(outlets, row, cell_len(words) + sheet.view.signs * len(stretches)))
    if lacking := missing(finding, sheet.names):
        first = finding.sides[0]
        if first.role is Role.MISSING:  # a draft that lacks it comes first, with the place where it would belong
            at = f" {sheet.at(first)}" if first.span else ""
            others = f", {listed(lacking[1:], sheet.outlets)}" if lacking[1:] else ""
            cells.insert(0, Cell(f"not in {lacking[0]}{at}{others}"))
        else:
            alone = finding.name.startswith("unsupported") and len(lacking) == len(sheet.names) - 1
            every = len(lacking) >= _EVERY and len(lacking) == len(sheet.names) - 1
            where = "the others" if every else listed(lacking, max(sheet.outlets, sheet.view.width // 8))
            # it stays on the line where other wordings fall off
            cells.insert(min(2, len(cells)), Cell("in no wire" if alone else f"not in {where}"))
    return cells


def _stacked(cells: Sequence[Cell]) -> list[Sequence[Cell]]:
    return [[cell] for cell in cells[:_STACKED]]


def _side_by_side(cells: Sequence[Cell], width: int) -> Sequence[Cell]:
    """As many cells as their needs allow, but two or, on a wide screen, three at least."""
    room = width - _CODE - len(" +10")
    end = min(len(cells), 3 if width >= _ABREAST else 2)
    while end < len(cells) and sum(cell.need + _GAP for cell in cells[: end + 1]) - _GAP <= room:
        end += 1
    return cells[:end]


def _line(cells: Sequence[Cell], room: int, sheet: Sheet) -> Text:
    from rich.text import Text

    stacked = sheet.view.width < _SIDE_BY_SIDE
    text = Text()
    for cell, width in zip(cells, _widths(cells, room), strict=True):
        text.append_text(_side(cell, width, sheet, stacked)).append(" " * _GAP)
    text.right_crop(_GAP)
    return text


def _widths(cells: Sequence[Cell], room: int) -> list[int]:
    """Variants of equal width, so that columns line up down the screen, unless one needs more than its share."""
    told = sum(cell.row is not None for cell in cells)
    room -= _GAP * (len(cells) - 1) + sum(cell.need for cell in cells if not cell.row)
    equal = room // max(1, told)
    if all(cell.need <= equal for cell in cells if cell.row):
        return [equal if cell.row else cell.need for cell in cells]
    given = shares([cell.need for cell in cells if cell.row], room)
    over = (room - sum(given)) // told
    widths = iter(given)
    return [next(widths) + over if cell.row else cell.need for cell in cells]


def _side(cell: Cell, width: int, sheet: Sheet, stacked: bool) -> Text:
    """Outlets, marked words and, where there is room, line and column; filled up to *width* cells."""
    from rich.text import Text

    if cell.row is None:
        text = Text(shorten(cell.outlets, width, sheet.view.ellipsis), "dim")
        text.append(" " * (width - text.cell_len))
        return text
    text = Text.assemble((cell.outlets, "bold"), " ")
    if stacked:
        text.append(" " * (sheet.outlets + 1 - text.cell_len))
    at = f" {sheet.place(cell.row)}" if stacked or sheet.view.width >= _PLACES else ""
    if text.cell_len + cell.marked + len(at) > width:
        at = ""
    words = sheet.words(cell.row, width - text.cell_len - len(at))
    text.append_text(words).append(" " * (width - text.cell_len - len(at)))
    return text.append(at, "dim")
