"""House style: what a desk's own rules say about names, words and quotations."""

from __future__ import annotations

import re
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

    ``names`` maps the house's form of a name to other forms that it takes for the same ("Kyiv": "Kiev"); ``loaded``,
    ``hedges`` and ``said_verbs`` change the lexicons of these names, ``said_verbs`` by verbs that report without taking sides.
    """

    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    loaded: Words = Words()
    hedges: Words = Words()
    said_verbs: Words = Words()
    quotations: Strictness = Strictness.DELETIONS

    def form(self, name: str) -> str:
        """*name* with other forms in it replaced by the house's.

        >>> House((("Kyiv", ("Kiev",)),)).form("Kiev Symphony")
        'Kyiv Symphony'
        """
        for canonical, others in self.names:
            for other in others:
                if other in name:
                    name = re.sub(rf"\b{re.escape(other)}\b", canonical.replace("\\", r"\\"), name)
        return name
