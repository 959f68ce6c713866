"""The diff engine: linked facts of one kind, compared. Each module compares one kind of fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final

from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference

if TYPE_CHECKING:
    from framecheck.diff.statements import Selecting

Comparator = Callable[[Alignment], Iterator[Difference]]

MODULES: Final = (
    "quotations",
    "paraphrases",
    "sources",
    "credits",
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
    "name_variants",
)


def compare(alignment: Alignment, selecting: Selecting | None = None) -> Iterator[Difference]:
    """Every difference between linked facts of the story: what was edited in copied sentences, then kind by kind. *selecting*
    stands in for the shipped models that select omissions and additions, so that figures can be taken with weights that
    never saw a story.

    An edit is shown more tightly than the facts around it, except where commitment changes: a cue is read with its verb.
    """
    from framecheck.diff import edits, statements
    from framecheck.diff.shared import Shared
    from framecheck.diff.told_too import Sayings, silenced

    edited = tuple(edits.compare(alignment))
    tight = [d for d in edited if d.kind != "commitment"]
    yield from tight
    shared, sayings = Shared(alignment, tight), Sayings(alignment.story)
    for name in MODULES:
        comparator: Comparator = import_module(f"framecheck.diff.{name}").compare
        found = list(shared.differing(silenced(sayings, comparator(alignment))))
        shared.know(d for d in found if d.kind == "commitment")
        yield from found
    yield from shared.differing(statements.compare(alignment, selecting))
    yield from (d for d in edited if d.kind == "commitment" and not shared.knows(d))
