"""Whether a token is one of the words that a house adds to a lexicon or takes out of it."""

from __future__ import annotations

from functools import cache

from framecheck.facts.tokens import stem
from framecheck.records.document import Token


@cache
def _stems(entries: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, entries))


def among(token: Token, entries: frozenset[str]) -> bool:
    """Whether *token* is one of the words, verbs and nouns in any form."""
    if not entries:
        return False
    return token.lower in entries or (token.tag.startswith(("VB", "NN")) and token.stem in _stems(entries))
