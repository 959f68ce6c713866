"""From settings in force to the ``Settings`` of a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from framecheck.config.files import ConfigFile, find, read
from framecheck.config.layers import Layer, file_layer, merge
from framecheck.errors import UsageError
from framecheck.readers.outlets import OutletRule
from framecheck.records.house import House, Strictness, Words
from framecheck.report.formats import Format
from framecheck.rules.selection import ALL, Selection
from framecheck.settings import FailLevel, FileIgnore, Settings

FAIL_LEVELS: Final = {"compare": FailLevel.NEVER}
"""At what a command fails unless told otherwise; those that are not here fail at errors."""


CACHE: Final = ".framecheck-cache"
"""The folder where ``lint`` keeps what it found unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What is in force, with origins: ``file`` is the configuration file that was read, if any."""

    file: ConfigFile | None
    layer: Layer
    options: Layer

    def get(self, key: str) -> Any:
        """The value of a setting that is no table; ``None`` if nobody gave one."""
        found = self.layer.get((key, ""))
        return found and found.value

    def table(self, key: str) -> dict[str, Any]:
        """The entries of a table."""
        return {entry: setting.value for (name, entry), setting in self.layer.items() if name == key}

    def folder(self, key: str, entry: str = "") -> Path:
        """Where a path or glob in a setting starts: the file's folder, or for an option the current one."""
        from_file = self.file is not None and (key, entry) not in self.options
        return self.file.folder if self.file and from_file else Path.cwd()

    @property
    def format(self) -> Format | None:
        """The output format asked for."""
        found: Format | None = self.get("format")
        return found


def configuration(options: Layer, path: Path | None = None, isolated: bool = False) -> Configuration:
    """*options* over the file at *path* or, without one, the nearest one; *isolated* reads no file. Raises ``UsageError``."""
    if isolated and path is not None:
        raise UsageError("--isolated reads no configuration file, --config names one; give one of them")
    file = None if isolated else read(path) if path is not None else find(Path.cwd())
    if path is not None and file is None:
        raise UsageError(f"{path}: has no table [tool.framecheck]")
    return Configuration(file, merge(file_layer(file) if file else {}, options), options)


def resolve(
    found: Configuration,
    command: str,
    *,
    exit_zero: bool = False,
    skip_unreadable: bool = False,
    suppress: bool = True,
    strict_baseline: bool = False,
) -> Settings:
    """The settings of a run of *command*."""
    baseline = found.get("baseline")
    ignores = (
        FileIgnore(glob, codes, found.folder("per-file-ignores", glob), found.layer["per-file-ignores", glob].origin)
        for glob, codes in found.table("per-file-ignores").items()
    )
    return Settings(
        _selection(found),
        tuple(found.table("severity").items()),
        found.get("min-score"),
        found.get("fail-level") or FAIL_LEVELS.get(command, FailLevel.ERROR),
        exit_zero,
        skip_unreadable,
        suppress,
        tuple(ignores),
        found.folder("baseline") / baseline if baseline else None,
        strict_baseline,
        tuple(OutletRule(key, name, found.folder("outlets", key)) for key, name in found.table("outlets").items()),
        found.get("jobs"),
        _house(found),
        _cache(found),
    )


def _cache(found: Configuration) -> Path | None:
    """The folder asked for; else one beside the configuration file or, without one, in the current folder."""
    asked = found.get("cache")
    return None if asked is False else found.folder("cache") / (asked or CACHE)


def _selection(found: Configuration) -> Selection:
    """A code named on the command line speaks although the file ignores exactly that."""
    select, more = found.get("select") or (), found.get("extend-select") or ()
    named = {c for key in ("select", "extend-select") if (s := found.options.get((key, ""))) for c in s.value}
    unwanted = {c for key in ("ignore", "extend-ignore") if (s := found.options.get((key, ""))) for c in s.value}
    ignore = (*(found.get("ignore") or ()), *(found.get("extend-ignore") or ()))
    return Selection(
        (*(select or ((ALL,) if more else ())), *more), tuple(c for c in ignore if c not in named or c in unwanted)
    )


def _house(found: Configuration) -> House:
    lexicons = {name: _words(entries) for name, entries in found.table("lexicons").items()}
    return House(
        tuple(found.table("names").items()),
        lexicons.get("loaded", Words()),
        lexicons.get("hedges", Words()),
        lexicons.get("said-verbs", Words()),
        found.get("quotations") or Strictness.DELETIONS,
    )


def _words(entries: tuple[str, ...]) -> Words:
    lower = [entry.strip().lower() for entry in entries]
    return Words(
        frozenset(e for e in lower if not e.startswith("-")),
        frozenset(e[1:].strip() for e in lower if e.startswith("-")),
    )
