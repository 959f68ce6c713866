"""Classes of meaning and how strongly a word puts it, from the lexicon ``loaded``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from framecheck.facts.tokens import stem
from framecheck.lexicons import table
from framecheck.records.document import Token

LOADED: Final = 2  # the strength of the most evaluative words; 0 is neutral


@dataclass(frozen=True, slots=True)
class _Sense:
    name: str
    strength: int
    tags: tuple[str, ...]


@cache
def _lexicon() -> dict[str, tuple[_Sense, ...]]:
    found: dict[str, tuple[_Sense, ...]] = {}
    stems: dict[str, tuple[_Sense, ...]] = {}
    for word, fields in table("loaded").items():
        parts = [field.split(":") for field in fields]
        senses = tuple(_Sense(name, int(strength), tuple(tags.split(","))) for name, strength, tags in parts)
        found[word] = senses
        inflected = tuple(s for s in senses if s.tags[0] in ("NN", "VB"))
        if inflected:
            stems.setdefault(stem(word), inflected)
    return stems | found


def strengths(token: Token) -> dict[str, int]:
    """Classes of meaning that *token* may stand in, with its strength 0..2 in each."""
    lexicon = _lexicon()
    senses = lexicon.get(token.lower) or lexicon.get(token.stem, ())
    return {s.name: s.strength for s in senses if token.tag.startswith(s.tags)}


def strength(form: str, base: str, part: str = "") -> int | None:
    """The greatest strength of a word as part of speech *part* ("NN", "VB", "JJ", "RB"; any if not given); ``None`` if it
    is not listed."""
    senses = _lexicon().get(form) or _lexicon().get(base, ())
    return max((s.strength for s in senses if not part or part in s.tags), default=None)


def evaluative(words: Sequence[Token], at: int) -> dict[str, int]:
    """Strengths of ``words[at]`` as an adjective (however the tagger took it), an adverb or the first half of a compound
    ("pro-Russian")."""
    senses, tag = _lexicon().get(words[at].lower, ()), words[at].tag
    if at + 1 < len(words) and words[at + 1].text == "-":
        return {s.name: s.strength for s in senses if "PRE" in s.tags}
    if tag.startswith("RB"):
        return {s.name: s.strength for s in senses if "RB" in s.tags}
    if tag.startswith(("JJ", "NN", "VBN", "VBG")):
        return {s.name: s.strength for s in senses if "JJ" in s.tags}
    return {}


def related(a: Token, b: Token) -> bool:
    """Whether two words can stand for the same thing: a class of meaning in common."""
    return not strengths(a).keys().isdisjoint(strengths(b))
