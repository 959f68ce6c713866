"""House style: what a desk's own rules say about names, words and quotations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Strictness(StrEnum):
    """What may change inside quotation marks without a finding.

    ``STRICT``: nothing (AP). ``DELETIONS``: words left out under an ellipsis and words in brackets (Reuters). ``LIGHT``: also
    fillers and grammar (Guardian).
    """

    STRICT = "strict"
    DELETIONS = "deletions"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Words:
    """Entries that a house adds to a word list and those it takes out, in lower case."""

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class House:
    """The style of one newsroom; the default is nobody's and changes nothing.

    ``names`` maps the house's form of a name to other forms that it takes for the same ("Kyiv": "Kiev").
    """

    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    loaded: Words = Words()
    hedges: Words = Words()
    said_verbs: Words = Words()
    quotations: Strictness = Strictness.DELETIONS
