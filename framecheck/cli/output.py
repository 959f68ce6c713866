"""Where output goes: the screen's width and colour, a file or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from framecheck.cli.options import Colour
from framecheck.errors import OutputError
from framecheck.report.safe import safe
from framecheck.report.view import View

_PIPED_WIDTH = 100


def view(colour: Colour, width: int | None, output: Path | None = None, everything: bool = False) -> View:
    """The view that options, environment and stream ask for (no-color.org, force-color.org)."""
    terminal = output is None and sys.stdout.isatty()
    styles = colour is Colour.ALWAYS
    if colour is Colour.AUTO and not os.environ.get("NO_COLOR"):
        dumb = os.environ.get("TERM") == "dumb"
        styles = bool(os.environ.get("FORCE_COLOR")) or (terminal and not dumb)
    return View(width or _width(terminal), styles, plain=output is None and not _unicode(), everything=everything)


def _width(terminal: bool) -> int:
    if (columns := os.environ.get("COLUMNS", "")).isdecimal() and int(columns) > 0:
        return int(columns)
    if terminal:
        from shutil import get_terminal_size

        return get_terminal_size().columns
    return _PIPED_WIDTH


def _unicode() -> bool:
    return (sys.stdout.encoding or "utf-8").lower().replace("-", "").startswith("utf")


def write(text: str, output: Path | None) -> None:
    """*text* to *output* in UTF-8, or to standard output in its encoding, replacing what that cannot hold.

    Raises ``OutputError`` where it cannot be written, ``BrokenPipeError`` where the reader of a pipe has left.
    """
    try:
        if output is not None:
            output.write_text(text, encoding="utf-8", errors="replace")
            return
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
        raise
    except OSError as error:
        if output is None:
            discard_output()
        raise OutputError(f"{output or 'standard output'}: cannot be written ({error.strerror})") from error


@contextmanager
def sink(output: Path | None) -> Iterator[Callable[[str], None]]:
    """A function that writes pieces of text, as ``write`` does; a file is opened, and made empty, before the first piece."""
    if output is None:
        yield lambda text: write(text, None)
        return
    try:
        stream = output.open("w", encoding="utf-8", errors="replace")
    except OSError as error:
        raise OutputError(f"{output}: cannot be written ({error.strerror})") from error

    def put(text: str) -> None:
        try:
            stream.write(text)
        except OSError as error:
            raise OutputError(f"{output}: cannot be written ({error.strerror})") from error

    with stream:
        yield put


def discard_output() -> None:
    """Send what standard output still holds nowhere, so that the interpreter does not fail on it when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def warn(line: str) -> None:
    """One line on standard error, with nothing in it that a terminal could take as a command."""
    tell(safe(line) + "\n")


def tell(text: str) -> None:
    """*text*, of which every line is safe, on standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(text.encode(encoding, "replace").decode(encoding))


def write_json(document: object, output: Path | None) -> None:
    """*document* as indented JSON with a final newline."""
    import json

    ascii_only = output is None and not _unicode()
    write(json.dumps(document, ensure_ascii=ascii_only, indent=2) + "\n", output)
