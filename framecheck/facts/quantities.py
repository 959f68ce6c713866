"""Numbers and what they count."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.document import Document, Quantity


def quantities(document: Document) -> Iterator[Quantity]:
    """Numbers and what they count."""
    yield from ()
