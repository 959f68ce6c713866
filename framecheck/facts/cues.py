"""Words that change commitment."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.records.document import Cue, Document


def cues(document: Document) -> Iterator[Cue]:
    """Words that change commitment."""
    yield from ()
