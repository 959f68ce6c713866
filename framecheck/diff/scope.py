"""How far a statement reaches: how many of a group, how far an act goes, a part or the whole."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.diff.degrees import degrees
from framecheck.diff.grouping import connected
from framecheck.diff.groups import groups
from framecheck.diff.parts import parts
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Quantifiers of the same group and degrees of the same act that differ."""
    yield from connected(groups(alignment))
    yield from connected(degrees(alignment))
    yield from connected(parts(alignment))
