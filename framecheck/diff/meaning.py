"""Classes of meaning and how strongly a word puts it, from the lexicon ``loaded``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from framecheck.facts.house_words import among
from framecheck.facts.tokens import stem
from framecheck.lexicons import table
from framecheck.records.document import Token
from framecheck.records.house import Words

_NO_OTHERS: Final = Words()
_HOUSE: Final = "house"  # the class of words that a house adds
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


def strengths(token: Token, house: Words = _NO_OTHERS) -> dict[str, int]:
    """Classes of meaning that *token* may stand in, with its strength 0..2 in each. A word that the *house* adds is loaded
    beside any other."""
    if among(token, house.removed):
        return {}
    lexicon = _lexicon()
    senses = lexicon.get(token.lower) or lexicon.get(token.stem, ())
    found = {s.name: s.strength for s in senses if token.tag.startswith(s.tags)}
    return found | {_HOUSE: LOADED if among(token, house.added) else 0} if house.added else found


def strength(form: str, base: str, part: str = "") -> int | None:
    """The greatest strength of a word as part of speech *part* ("NN", "VB", "JJ", "RB"; any if not given); ``None`` if it
    is not listed."""
    senses = _lexicon().get(form) or _lexicon().get(base, ())
    return max((s.strength for s in senses if not part or part in s.tags), default=None)


def evaluative(words: Sequence[Token], at: int, house: Words = _NO_OTHERS) -> dict[str, int]:
    """Strengths of ``words[at]`` as an adjective (however the tagger took it), an adverb or the first half of a compound
    ("pro-Russian"), with what the *house* adds and takes out."""
    if among(words[at], house.removed):
        return {}
    if among(words[at], house.added) and words[at].tag.startswith(("JJ", "NN", "RB", "VBN", "VBG")):
        return {_HOUSE: LOADED}
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
