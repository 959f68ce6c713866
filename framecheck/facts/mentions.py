"""Words that refer to someone or something."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.document import Document, Mention


def mentions(document: Document) -> Iterator[Mention]:
    """Words that refer to someone or something."""
    yield from ()
