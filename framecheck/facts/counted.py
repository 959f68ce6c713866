"""The thing counted: the noun phrase that a number stands with, and whether the two make a count at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from framecheck.facts.numerals import Numeral
from framecheck.lexicons import table
from framecheck.records.document import Token

_NO_COUNT_BEFORE = frozenset(
    ("no", "any", "every", "each", "this", "that", "which", "another", "some", "either", "day")
)
_NOT_ONE = frozenset(("another", "day", "'s", "thing", "who", "way"))
_MODIFIERS = ("JJ", "NN", "VBN", "VBG", "POS", "HYPH", "PRP$")
_DEFINITE = frozenset(("the", "these", "those", "its", "their", "his", "her", "them", "our", "my", "all"))
_PLURAL_ALIKE = frozenset(("people", "police", "staff", "personnel", "troops", "aircraft", "cattle", "crew"))
_NO_NOUN = frozenset(("%", "p.m.", "a.m.", "of", "to", "in", "for", "on", "will", "and", "as"))  # NNP in headlines
_NOT_INSIDE = frozenset(("last", "next", "this"))  # a time follows: "tests last year"
_LONGEST = 9  # tokens of a noun phrase


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun counted is token ``head`` (-1: none); ``last`` ends the phrase (half-open)."""

    head: int
    last: int
    qualifiers: tuple[str, ...] = ()
    partial: bool = False


def counted(words: Sequence[Token], at: int, money: bool) -> Counted:
    """What the number that ends before *at* counts: "officials", "of the officials", after money also "in cash"."""
    start = at + (_lower(words, at) == "worth")
    linked = _lower(words, start) in (("of", "in") if money else ("of",))
    partial = False
    if linked:
        start += 1
        partial = _lower(words, start) in _DEFINITE
        while start < len(words) and words[start].tag in ("DT", "PRP$", "CD", "PDT"):
            start += 1
    elif _lower(words, at) == "-":
        start = at + 1
    head = noun_head(words, start)
    if head < 0:
        return Counted(-1, at, (), partial)
    return Counted(head, head + 1, tuple(t.stem for t in words[start:head] if _qualifies(t)), partial)


def noun_head(words: Sequence[Token], start: int) -> int:
    """The head noun of the noun phrase that starts at *start*, or -1."""
    head, at = -1, start
    while at < min(len(words), start + _LONGEST):
        token = words[at]
        if token.tag.startswith("NN"):
            if token.lower in _NO_NOUN or table("calendar").get(token.lower, ("",))[0] in ("weekday", "month"):
                break
            plural = head >= 0 and words[head].tag == "NNS"
            if plural and words[at - 1].tag != "POS" and (token.tag.startswith("NNP") or head < at - 1):
                break  # "talks President Hale", "tests last year"
            head = at
        elif token.tag in ("CC", ","):
            # only between modifiers: "current or former officials"
            if head >= 0 or at == start or not _tag(words, at + 1).startswith(("JJ", "VB", "NN")):
                break
        elif (
            not token.tag.startswith(_MODIFIERS)
            or token.lower in _NOT_INSIDE
            or (head == at - 1 and token.tag.startswith("V"))
        ):
            break
        at += 1
    if head >= 0 and at == head + 2 and words[head + 1].tag == "JJ":
        return head + 1  # the tagger takes "official" in "one NATO official said" for an adjective
    return head


def _qualifies(token: Token) -> bool:
    return token.tag.startswith(_MODIFIERS) and token.text.isalnum() and token.lower not in table("numbers")


def agrees(words: Sequence[Token], found: Numeral, head: int) -> bool:
    """Whether number and noun agree, and the two are not a name ("Five Eyes", "the Seven Sisters")."""
    noun = words[head]
    title = sum(t.text[0].isupper() for t in words) * 2 > len(words)  # a headline in capitals
    if not found.digits and words[found.first].text[0].isupper() and not title:
        following = words[found.last] if found.first and found.last < head else noun
        if any(t.text[0].isupper() and not t.text.isupper() for t in (noun, following)):
            return False
    plural = noun.tag in ("NNS", "NNPS") or noun.lower in _PLURAL_ALIKE
    if found.ordinal or found.low == found.high == 1:
        return not plural
    return plural or (found.digits and noun.tag == "NN" and noun.lower.endswith("s"))


def counts(words: Sequence[Token], found: Numeral) -> bool:
    """Whether a number word counts: not "no one", "one another", "at first"."""
    before = words[found.first - 1].lower if found.first else ""
    if found.low == found.high == 1 and not found.sign:
        return before not in _NO_COUNT_BEFORE and _lower(words, found.last) not in _NOT_ONE
    return not (found.ordinal and before in ("at", "from"))


def _lower(words: Sequence[Token], at: int) -> str:
    return words[at].lower if at < len(words) else ""


def _tag(words: Sequence[Token], at: int) -> str:
    return words[at].tag if at < len(words) else ""
