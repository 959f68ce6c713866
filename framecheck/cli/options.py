"""Options that several commands share, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framecheck.errors import UsageError
from framecheck.report.formats import Format

if TYPE_CHECKING:
    from framecheck.readers.formats import Format as ReadAs

READING = "Reading"
GATE = "Gate"
OUTPUT = "Output"


class ListFormat(StrEnum):
    """What pairs and rules are written as."""

    TABLE = "table"
    JSON = "json"


class InputFormat(StrEnum):
    """What files are read as: the names of ``readers.formats.FORMATS``."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    XML = "xml"
    WARC = "warc"
    DOCX = "docx"


class Colour(StrEnum):
    """When to write ANSI styles."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Articles of one story: text files or folders of them.", show_default=False),
]
OutletOption = Annotated[
    list[str] | None,
    typer.Option(
        "--outlet", metavar="NAME=PATH", help="Read PATH as an article of outlet NAME.", rich_help_panel=READING
    ),
]
InputFormatOption = Annotated[
    InputFormat | None,
    typer.Option(
        "--input-format",
        help="What files are read as (else as they look).",
        show_default=False,
        rich_help_panel=READING,
    ),
]
ListFormatOption = Annotated[ListFormat, typer.Option("--format", help="How to write it.", rich_help_panel=OUTPUT)]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to FILE instead.", rich_help_panel=OUTPUT),
]
AllOption = Annotated[bool, typer.Option("--all", help="Show the tail too.", rich_help_panel=OUTPUT)]
ColourOption = Annotated[
    Colour,
    typer.Option("--color", help="Colour: NO_COLOR and FORCE_COLOR are honoured.", rich_help_panel=OUTPUT),
]
WidthOption = Annotated[
    int | None,
    typer.Option("--width", metavar="N", min=40, max=1000, help="Columns of the screen.", rich_help_panel=OUTPUT),
]


def also(given: Iterable[str] | None) -> list[tuple[Format, Path]]:
    """``FORMAT=FILE`` pairs."""
    pairs = []
    for value in given or ():
        name, _, path = value.partition("=")
        try:
            pairs.append((Format(name.strip().lower()), Path(path)))
        except ValueError:
            known = ", ".join(Format)
            raise UsageError(f"--also needs FORMAT=FILE, not '{value}'; formats are {known}") from None
        if not path:
            raise UsageError(f"--also needs FORMAT=FILE, not '{value}'")
    return pairs


def input_format(given: InputFormat | None) -> ReadAs | None:
    """The format that files are read as; ``None``: as they look."""
    from framecheck.readers.formats import named

    return named(given) if given else None


def outlets(given: Iterable[str] | None) -> dict[str, str]:
    """``NAME=PATH`` pairs as path to outlet name."""
    names = {}
    for value in given or ():
        name, _, path = (part.strip() for part in value.partition("="))
        if not (name and path):
            raise UsageError(f"--outlet needs NAME=PATH, not '{value}'")
        names[path] = name
    return names
