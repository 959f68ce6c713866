"""Configuration files: where they are looked for, and what stands in them."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from framecheck.errors import UsageError

OWN: Final = "framecheck.toml"
SHARED: Final = "pyproject.toml"
_TABLE: Final = ("tool", "framecheck")
_AT: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A file's settings as TOML gives them. ``path`` is how messages name it, ``prefix`` where in the file they stand."""

    path: Path
    prefix: str
    table: dict[str, Any]

    @property
    def folder(self) -> Path:
        """Where relative paths and globs of the file start."""
        return self.path.absolute().parent

    def origin(self, key: str) -> str:
        """Where a setting stands, for people."""
        return f"{shown(self.path)}:{self.prefix}{key}"


def find(start: Path) -> ConfigFile | None:
    """The settings nearest to the folder *start*, in it or above it: ``framecheck.toml``, or a ``pyproject.toml`` with a table
    ``[tool.framecheck]``. Raises ``UsageError`` for a file that cannot be read."""
    for folder in (start, *start.parents):
        for name in (OWN, SHARED):
            path = folder / name
            # not Path.is_file, which raises in a folder that may not be searched
            if os.path.isfile(path) and (found := read(path)) is not None:  # noqa: PTH113
                return found
    return None


def read(path: Path) -> ConfigFile | None:
    """The settings in *path*; ``None`` for a ``pyproject.toml`` without a table for framecheck.

    Raises ``UsageError`` for a file that cannot be read or is no TOML, with the line.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(f"{shown(path)}: cannot be read ({error.strerror}); give a configuration file") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise UsageError(f"{shown(path)}:{line}: is not UTF-8, which TOML files are") from error
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{shown(path)}:{_malformed(str(error), text)}") from error
    if path.name != SHARED:
        return ConfigFile(path, "", table)
    for name in _TABLE:
        if not isinstance(table, dict) or name not in table:
            return None
        table = table[name]
    if not isinstance(table, dict):
        raise UsageError(f"{shown(path)}: tool.framecheck must be a table")
    return ConfigFile(path, "tool.framecheck.", table)


def _malformed(message: str, text: str) -> str:
    """Line and reason. ``tomllib`` gives the line in words only, and none for the end of the file."""
    at = _AT.search(message)
    line = at.group(1) if at and at.group(1) else str(text.rstrip().count("\n") + 1)
    reason = message[: at.start()] if at else message
    return f"{line}: is not valid TOML: {reason[:1].lower()}{reason[1:]}"


def shown(path: Path) -> str:
    """*path* as seen from the current folder where that is shorter."""
    relative = os.path.relpath(path)
    return relative if len(relative) < len(str(path)) else str(path)
