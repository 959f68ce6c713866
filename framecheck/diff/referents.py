"""Referent with referent: what each outlet calls it."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Referent with referent: what each outlet calls it."""
    yield from ()
