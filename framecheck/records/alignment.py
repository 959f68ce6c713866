"""Which sentences of different outlets say the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from framecheck.records.story import Story


class Level(StrEnum):
    """How much two sentences share."""

    EQUIVALENT = "equivalent"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True, order=True)
class SentenceRef:
    """A sentence of the story: indexes into ``Story.documents`` and that document's sentences."""

    document: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of different outlets, ``a.document < b.document``. ``score`` is the probability that they share a
    proposition, ``equivalent`` the probability that they make the same statement."""

    a: SentenceRef
    b: SentenceRef
    score: float
    equivalent: float
    level: Level


@dataclass(frozen=True, slots=True)
class Claim:
    """Sentences of several outlets that make one statement, at most a few an outlet."""

    id: str
    members: tuple[SentenceRef, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The story with its kept pairs (best first) and claims. ``scores`` holds every scored cross-outlet pair, kept or
    not, so that a comparator can ask how close two sentences came without scoring them again."""

    story: Story
    pairs: tuple[Pair, ...]
    claims: tuple[Claim, ...] = ()
    scores: dict[tuple[SentenceRef, SentenceRef], float] | None = None
