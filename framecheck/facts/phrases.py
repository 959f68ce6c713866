"""Noun phrases around a head: its modifiers to the left, one complement to the right, what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from framecheck.facts.gazetteer import RoleWord, key, lower, places, role
from framecheck.facts.names import Name, dated
from framecheck.lexicons import table
from framecheck.records.document import Sentence, Token

_LEFT_TAGS = ("JJ", "NN", "CD", "VBN", "VBG", "HYPH", "RB")
# past tenses that are never nouns, whatever the tagger says of them after a name in capitals
VERBS = frozenset(("met", "told", "said", "spoke", "went", "came", "took", "became", "left", "won", "gave"))
_COMPLEMENTS = frozenset(("of", "for", "to", "from", "at"))
_QUANTIFIERS = frozenset(
    ("some", "many", "several", "most", "all", "few", "both", "various", "numerous", "dozens", "scores", "hundreds")
)
_NOT_IN_PHRASE = frozenset(
    (
        "also",
        "now",
        "not",
        "however",
        "meanwhile",
        "including",
        "according",
        "following",
        "when",
        "even",
        "just",
        "only",
        "once",
        "soon",
        "still",
    )
)


@dataclass(slots=True)
class Reader:
    """One document being read; ``taken`` are tokens that already belong to a mention's head."""

    tokens: Sequence[Token]
    names: dict[int, Name]
    inside: dict[int, Name]
    taken: set[int]


def role_ending(tokens: Sequence[Token], end: int, first: int) -> tuple[int, RoleWord | None]:
    """The longest role noun that ends before token *end*, with its length in tokens."""
    for length in (3, 2, 1):
        if end - length >= first:
            piece = tokens[end - length : end]
            known = role(" ".join(t.lower for t in piece))
            if known and (length > 1 or piece[0].tag[0] in "NJF" or piece[0].text[0].isupper()):
                return length, known
    return 0, None


def grow_left(reader: Reader, sentence: Sentence, head: int) -> int:
    """The first token of the noun phrase whose head begins at token *head*."""
    at = head
    tokens = reader.tokens
    while at > sentence.first:
        token = tokens[at - 1]
        word = token.lower
        if (
            word in lower("status")
            or word in {"current", "unnamed"}
            or (
                word in {"or", "and", "-"}
                and at - 2 >= sentence.first
                and at < head + 1
                and _coordinates(tokens, at - 1)
            )
        ):
            at -= 1
        elif word in VERBS or (token.tag in ("VBN", "VBG") and not _attributive(tokens, at - 1, sentence.first)):
            break
        elif (
            token.tag.startswith(_LEFT_TAGS)
            and token.text[0].isalnum() | (token.text == "-")
            and word not in _NOT_IN_PHRASE
            and not dated(token)
        ):
            name = reader.inside.get(at - 1)
            if name and name.kind == "person" and name.last == at:
                at = name.title if at < head else at - 1
            else:
                at -= 1
        elif token.tag in ("DT", "PRP$", "PDT") or word in _QUANTIFIERS:
            at -= 1
            break
        else:
            break
    while at < head and (
        tokens[at].text in {"-", "'"}
        or tokens[at].lower in {"and", "or"}
        or (tokens[at].tag.startswith("RB") and tokens[at].lower not in lower("status"))
    ):
        at += 1
    return at


def _attributive(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether a participle stands inside a noun phrase: after an article, an adjective or a possessive."""
    return at > first and tokens[at - 1].tag in ("DT", "PRP$", "POS", "JJ", "CD", "HYPH", "RB")


def _coordinates(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and", "or" or a hyphen at *at* joins two modifiers: "current or former", "then - Syrian"."""
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].text == "-":
        return before.lower in lower("status") or after.tag.startswith(("NN", "JJ", "VB"))
    return before.lower in lower("status") and after.lower in lower("status")


def standing(piece: Sequence[Token]) -> str:
    """What the words before a head say about holding the post; "current or former" says nothing."""
    found = {table("status")[t.lower][0] for t in piece if t.lower in table("status")}
    found.discard("alleged") if len(found) > 1 else None
    return next(iter(found)) if len(found) == 1 else ""


def modifiers(piece: Sequence[Token]) -> tuple[str, ...]:
    """Nationalities as place keys, parties and other words of kind; without articles, status and role nouns."""
    found: list[str] = []
    at = 0
    while at < len(piece):
        length = next(
            (
                n
                for n in (3, 2, 1)
                if key(" ".join(t.text for t in piece[at : at + n])) in places() and piece[at].text[0].isupper()
            ),
            0,
        )
        if length:
            found.append(key(places()[key(" ".join(t.text for t in piece[at : at + length]))].name))
            at += length
            continue
        token = piece[at]
        if (
            token.tag[0] in "NJV"
            and token.lower not in lower("status")
            and key(token.text)
            and not key(token.text).isdigit()
        ):
            found.append(key(token.text))
        at += 1
    return tuple(dict.fromkeys(found))


def counted(tokens: Sequence[Token], start: int, first: int) -> int:
    """The start of "five of the officials" for the phrase after "of"."""
    before = start - 2
    if before >= first and (
        tokens[before].tag == "CD"
        or tokens[before].lower
        in _QUANTIFIERS | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
    ):
        return before
    return start


def complement(reader: Reader, sentence: Sentence, at: int) -> int:
    """The end of a complement such as "of the agency", "from a Canadian service" that begins at token *at*, else *at*."""
    tokens = reader.tokens
    if at + 1 >= sentence.last or tokens[at].lower not in _COMPLEMENTS:
        return at
    end = at + 1
    telling = False
    while end < sentence.last and end - at < 9:
        token = tokens[end]
        name = reader.inside.get(end)
        if name and name.kind == "person":
            break
        if (
            token.tag.startswith(("NN", "JJ", "DT", "PRP$", "HYPH", "VBN"))
            or token.lower in {"&"}
            or (token.lower == "of" and end > at + 1)
        ):
            telling |= token.text[0].isupper() or token.lower in lower("bodies") or role(token.lower) is not None
            end += 1
        else:
            break
    while end > at and not tokens[end - 1].tag.startswith("NN"):
        end -= 1
    return end if telling and end > at + 1 else at
