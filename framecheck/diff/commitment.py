"""Modality and polarity of the same predicate."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Modality and polarity of the same predicate."""
    yield from ()
