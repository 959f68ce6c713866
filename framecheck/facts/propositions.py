"""Who does what: predicates with their arguments."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.document import Document, Proposition


def propositions(document: Document) -> Iterator[Proposition]:
    """Who does what: predicates with their arguments."""
    yield from ()
