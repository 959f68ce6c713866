"""Which sentences of different outlets say the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from framecheck.records.story import Story

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
class Copy:
    """Two sentences of different outlets with almost the same words, ``a.document < b.document``. ``edits`` are the words that
    differ: half-open ranges of tokens (first and last of a, first and last of b); one of the two may be empty."""

    a: SentenceRef
    b: SentenceRef
    edits: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Sentences of several outlets that make one statement, at most a few an outlet."""

    id: str
    members: tuple[SentenceRef, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """How close every two sentences of different outlets came, kept as a pair or not: a symmetric matrix of probabilities
    over all sentences of the story; ``starts`` is the row of each document's first sentence."""

    starts: tuple[int, ...]
    matrix: NDArray[np.float32]

    def score(self, a: SentenceRef, b: SentenceRef) -> float:
        """The probability that *a* and *b* share a proposition; 0 within one document."""
        return float(self.matrix[self.starts[a.document] + a.sentence, self.starts[b.document] + b.sentence])


@dataclass(frozen=True, slots=True)
class Alignment:
    """The story with its kept pairs (best first), claims and copied sentences. ``faint`` are pairs less sure than the kept: an
    editor sees them, no facts are compared in them. ``scores`` tells how close any two sentences came, without scoring them
    again; it does not count when alignments are compared."""

    story: Story
    pairs: tuple[Pair, ...]
    claims: tuple[Claim, ...] = ()
    copies: tuple[Copy, ...] = ()
    faint: tuple[Pair, ...] = ()
    scores: Scores | None = field(default=None, compare=False, repr=False)

    @property
    def listed(self) -> tuple[Pair, ...]:
        """All pairs that are shown, best first."""
        return (*self.pairs, *self.faint)
