"""Classes of meaning and how strongly a word puts it, from the lexicon ``loaded``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from framecheck.facts.tokens import stem
from framecheck.lexicons import table
from framecheck.records.document import Token

LOADED: Final = 2  # the strength of the most evaluative words; 0 is neutral


@dataclass(frozen=True, slots=True)
class _Entry:
    tags: tuple[str, ...]
    classes: dict[str, int]


@cache
def _lexicon() -> dict[str, _Entry]:
    found = {}
    for word, (tags, classes) in table("loaded").items():
        strengths = {name: int(value) for name, value in (c.split(":") for c in classes.split())}
        entry = _Entry(tuple(tags.split(",")), strengths)
        found[word] = entry
        if tags.startswith(("NN", "VB")):
            found.setdefault(stem(word), entry)
    return found


def strengths(token: Token) -> dict[str, int]:
    """Classes of meaning that *token* may stand in, with its strength 0..2 in each."""
    lexicon = _lexicon()
    entry = lexicon.get(token.lower) or lexicon.get(token.stem)
    return entry.classes if entry and token.tag.startswith(entry.tags) else {}


def evaluative(token: Token) -> dict[str, int]:
    """Strengths of an adjective or adverb of the lexicon, however the tagger took it."""
    entry = _lexicon().get(token.lower)
    if entry is None or entry.tags[0] not in ("JJ", "RB"):
        return {}
    return entry.classes if token.tag.startswith(("JJ", "NN", "VBN", "VBG") if entry.tags[0] == "JJ" else "RB") else {}


def related(a: Token, b: Token) -> bool:
    """Whether two words can stand for the same thing: a class of meaning in common."""
    return not strengths(a).keys().isdisjoint(strengths(b))
