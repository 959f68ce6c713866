"""The diff engine: linked facts of one kind, compared. Each module compares one kind of fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final

from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference

if TYPE_CHECKING:
    from framecheck.align.model import Logistic

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
    "dating",
    "cut_quotations",
    "modifiers",
    "absent_names",
    "name_variants",
)


def compare(alignment: Alignment, omissions: Logistic | None = None) -> Iterator[Difference]:
    """Every difference between linked facts of the story, kind by kind. *omissions* stands in for the shipped weights of the
    model that selects omissions, so that figures can be taken with weights that never saw a story."""
    from framecheck.diff import statements

    for name in MODULES:
        comparator: Comparator = import_module(f"framecheck.diff.{name}").compare
        yield from comparator(alignment)
    yield from statements.compare(alignment, omissions)
