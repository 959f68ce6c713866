"""Referent with referent: what each outlet calls it."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.diff import anonymity, described, labels, renamed, spelling, standing
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Standing, names withheld, descriptions, labels and spellings of the referents of the story."""
    status = list(standing.compare(alignment))
    yield from status
    settled = {d.group for d in status}
    yield from (d for d in anonymity.compare(alignment) if d.group not in settled)
    nouns = list(renamed.compare(alignment))
    yield from nouns
    named = {d.group for d in nouns}
    yield from (d for d in described.compare(alignment) if d.group not in named)
    yield from labels.compare(alignment)
    yield from spelling.compare(alignment)
