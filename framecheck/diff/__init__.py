"""The diff engine: linked facts of one kind, compared. Each module compares one kind of fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Final

from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference

Comparator = Callable[[Alignment], Iterator[Difference]]

MODULES: Final = (
    "quotations",
    "paraphrases",
    "sources",
    "referents",
    "quantities",
    "times",
    "commitment",
    "opposites",
    "scope",
    "tone",
    "agency",
    "statements",
    "dating",
    "cut_quotations",
    "modifiers",
    "absent_names",
    "name_variants",
)


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Every difference between linked facts of the story, kind by kind."""
    for name in MODULES:
        comparator: Comparator = import_module(f"framecheck.diff.{name}").compare
        yield from comparator(alignment)
