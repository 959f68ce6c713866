"""Quantity with quantity of the same unit and thing."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Quantity with quantity of the same unit and thing."""
    yield from ()
