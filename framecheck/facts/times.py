"""Times and durations."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.document import Document, Time


def times(document: Document) -> Iterator[Time]:
    """Times and durations."""
    yield from ()
