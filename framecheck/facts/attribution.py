"""Whose words a stretch of text is."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.document import Attribution, Document


def attributions(document: Document) -> Iterator[Attribution]:
    """Whose words a stretch of text is."""
    yield from ()
