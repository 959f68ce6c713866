"""Who acts, and why."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Who acts, and why."""
    yield from ()
