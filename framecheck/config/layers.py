"""Layers of settings: what a file or the command line asks for, each value with its origin, and what is in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from framecheck.config.files import ConfigFile
from framecheck.config.keys import KEYS, Wrong, closest
from framecheck.errors import UsageError


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that was asked for, and where ("framecheck.toml:ignore", "--ignore")."""

    value: Any
    origin: str

    def extended(self, other: Setting) -> Setting:
        """A list with the entries of another behind its own."""
        return Setting((*self.value, *other.value), f"{self.origin}, {other.origin}")


Layer = dict[tuple[str, str], Setting]
"""Settings by key and, within a table, entry (else ``""``)."""

# what adds to a list starts anew where a later layer gives the list itself
_EXTENDS: Final = {"extend-select": "select", "extend-ignore": "ignore"}


def file_layer(file: ConfigFile) -> Layer:
    """The settings of a configuration file. Raises ``UsageError`` for an unknown key or a value that it cannot hold."""
    for key in file.table:
        if key not in KEYS:
            raise UsageError(f"{file.origin(key)}: no setting is called '{key}'{closest(key, KEYS)}")
    return _layer(file.table, lambda key, entry: file.origin(f"{key}.{entry}" if entry else key))


def option_layer(given: Mapping[str, Any]) -> Layer:
    """The settings that options give: values as TOML would give them, by key. Raises ``UsageError``."""
    return _layer(given, lambda key, entry: f"--{key}")


def _layer(values: Mapping[str, Any], origin: Callable[[str, str], str]) -> Layer:
    layer: Layer = {}
    for name, value in values.items():
        key = KEYS[name]
        if not key.table:
            layer[name, ""] = Setting(_read(key.read, value, origin(name, "")), origin(name, ""))
            continue
        if not isinstance(value, Mapping):
            raise UsageError(f"{origin(name, '')} must be a table, not {value!r}")
        for entry, part in value.items():
            place = origin(name, entry)
            layer[name, _read(key.entry, entry, place)] = Setting(_read(key.read, part, place), place)
    return layer


def _read(read: Callable[[Any], Any], value: Any, place: str) -> Any:
    try:
        return read(value)
    except Wrong as error:
        given = "" if isinstance(value, dict | list) else f", not {value!r}"
        raise UsageError(f"{place} must be {error}" + ("" if "'" in str(error) else given)) from None


def merge(file: Layer, options: Layer) -> Layer:
    """What is in force: options over the file. Tables merge entry by entry; what extends a list adds to what the file says,
    unless an option gives the list itself."""
    merged = dict(file)
    for extra, base in _EXTENDS.items():
        if (base, "") in options:
            merged.pop((extra, ""), None)
    for place, asked in options.items():
        before = merged.get(place) if place[0] in _EXTENDS else None
        merged[place] = before.extended(asked) if before else asked
    return merged
