"""What the diff engine gives: two linked facts and how they differ."""

from __future__ import annotations

from dataclasses import dataclass, field

from framecheck.records.alignment import Level
from framecheck.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Words in one document of the story. ``span`` is tight (the words that differ), ``clause`` the stretch around it
    that makes them understandable, ``sentence`` the index of the sentence."""

    document: int
    sentence: int
    span: Span
    clause: Span


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of telling a fact: ``value`` is its normalised form, equal for outlets that agree, ``places`` every
    occurrence, the one to show first."""

    value: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Facts of one kind, linked, that do not say the same.

    ``kind`` and ``relation`` decide which rule judges it: ("quantity", "different"), ("referent", "former-sitting"),
    ("statement", "absent") … ``variants`` has two entries for a pair; the deviating one comes first. ``missing`` are
    documents that lack the fact, with the sentence where it would belong (-1: none). ``level``/``pair_score`` say how
    sure the sentence pair is (``None`` and 0 at article scope), ``link`` how sure it is that both facts are about the
    same thing, ``evidence`` the words that say so. ``group`` names the fact: differences of one rule with the same
    group become one finding. ``context`` holds places worth showing that do not differ ("003 also gives five").
    ``traits`` are numbers for ranking, each in 0..1.
    """

    kind: str
    relation: str
    variants: tuple[Variant, ...]
    group: str
    level: Level | None = None
    pair_score: float = 0.0
    link: float = 1.0
    evidence: tuple[str, ...] = ()
    missing: tuple[tuple[int, int], ...] = ()
    context: tuple[Place, ...] = ()
    quoted: bool = False
    traits: dict[str, float] = field(default_factory=dict)
    detail: str = ""
