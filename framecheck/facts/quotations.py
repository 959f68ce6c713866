"""Quoted words."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.document import Document, Quotation


def quotations(document: Document) -> Iterator[Quotation]:
    """Quoted words."""
    yield from ()
