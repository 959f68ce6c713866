"""Word lists as data: ``NAME.txt`` in this package, one entry a line, ``#`` comments, optional tab-separated fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def _rows(name: str) -> Iterator[list[str]]:
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        entry = line.split("#", 1)[0].rstrip()
        if entry:
            yield [field.strip() for field in entry.split("\t")]


@cache
def words(name: str) -> frozenset[str]:
    """The entries (first fields) of the lexicon *name*. Raises ``FileNotFoundError`` for an unknown name."""
    return frozenset(row[0] for row in _rows(name))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Entry to its further fields, in the order of the file. Raises ``FileNotFoundError`` for an unknown name.

    An entry that stands twice keeps the fields of its last line.
    """
    return {row[0]: tuple(row[1:]) for row in _rows(name)}
