"""Base noun phrases by their tags, kept tight for sources: a gerund or a weekday ends a phrase, quotation marks inside do not."""

from __future__ import annotations

from collections.abc import Sequence

from framecheck.lexicons import words
from framecheck.records.document import Chunk, Sentence, Token

_INSIDE = ("JJ", "NN", "CD")
_OPENERS = frozenset({"DT", "PDT", "PRP$"})
_MARKS = frozenset({'"', "'"})


def noun_phrases(sentence: Sentence, tokens: Sequence[Token]) -> list[Chunk]:
    """The noun phrases of one sentence in order; *tokens* are the document's."""
    found: list[Chunk] = []
    at = sentence.first
    while at < sentence.last:
        last = _end(tokens, at, sentence.last)
        if last == at:
            at += 1
            continue
        found.append(Chunk("NP", sentence.index, at, last, _head(tokens, at, last)))
        at = last
    return found


def _end(tokens: Sequence[Token], first: int, limit: int) -> int:
    """Where the phrase that starts at *first* ends (*first* itself: none starts here)."""
    if tokens[first].tag in ("PRP", "EX"):
        return first + 1
    at, noun = first, first
    while at < limit:
        token, following = tokens[at], tokens[at + 1] if at + 1 < limit else None
        if token.tag.startswith("NN") and token.lower != "said":
            if at > first and token.tag == "NNP" and token.lower in words("time_words") and noun > first:
                break  # "officials | Monday"
            noun = at + 1
        elif token.tag in _OPENERS:
            if at > first and tokens[at - 1].tag not in ("PDT", "DT"):
                break
        elif token.tag.startswith(("JJ", "CD")) or token.text == "$":
            pass
        elif token.tag in ("POS", "HYPH"):
            if (
                at == first
                or following is None
                or following.tag not in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "VBN", "VBG")
            ):
                break
        elif token.tag in ("VBN", "VBG", "RB", "RBR", "RBS", "CC") or token.text in _MARKS:
            if not _links(tokens, at, first, following):
                break
        else:
            break
        at += 1
    # "a NATO official | said" where the noun is tagged an adjective, "the accused | left", "eight | of them"
    while at > noun and tokens[at - 1].tag not in ("JJ", "CD", "DT"):
        at -= 1
    if noun == first and tokens[first].tag not in ("DT", "CD"):
        return first
    if noun > first and at > noun and not all(t.tag == "JJ" and t.lower == "official" for t in tokens[noun:at]):
        return noun
    return at


def _links(tokens: Sequence[Token], at: int, first: int, following: Token | None) -> bool:
    """Whether a participle, adverb, "and" or mark stands inside the phrase: "the newly joined members"."""
    if at == first or following is None:
        return False
    before, token = tokens[at - 1].tag, tokens[at]
    inside = following.tag.startswith(_INSIDE)
    if token.tag in ("VBN", "VBG"):
        return inside and (before in _OPENERS or before.startswith(("JJ", "RB", "POS", "HYPH", "CD")))
    if token.tag.startswith("RB"):
        return following.tag in ("JJ", "VBN", "CD") and before in _OPENERS
    if token.tag == "CC":
        return token.lower in ("and", "or") and before in ("JJ", "CD") and following.tag in ("JJ", "CD")
    return inside and (before in _OPENERS or before in ("JJ", "POS", "NN", "NNP"))


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    if tokens[last - 1].lower == "official":
        return last - 1
    return next((i for i in range(last - 1, first - 1, -1) if tokens[i].tag.startswith("NN")), last - 1)
