"""Evaluative words against neutral ones for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Evaluative words against neutral ones for the same thing."""
    yield from ()
