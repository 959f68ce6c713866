"""Words that change commitment: modals, hedges, beliefs, conditions, allegations, plans, negation.

The word lists are lexicons (``modals``, ``hedges``, ``beliefs``, ``allegation``, ``plans``, ``negation``), matched by stem
**and** part of speech: "May" the month, "will" the document and a film that "appeared" are no cues. Strength follows the
usual scale of epistemic modality (Sauri and Pustejovsky 2009, FactBank): 1 is stated as fact, .7 probable, .4 possible,
0 ruled out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from framecheck.facts.house_words import among
from framecheck.facts.tokens import stem
from framecheck.lexicons import table
from framecheck.records.document import Cue, Document, Token
from framecheck.records.house import Words
from framecheck.text import Span

_LISTS = (
    ("plan", "plans"),
    ("hedge", "hedges"),
    ("belief", "beliefs"),
    ("allegation", "allegation"),
)  # the first that fits decides
_NO_OTHERS = Words()
_HEDGE = 0.5  # strength of a hedge that a house adds
_NOUNS_TOO = frozenset(("can", "may", "might", "must", "will"))  # modals that are nouns as well
_REACH = 8  # words from a cue to the word it governs
_BE = frozenset(("be", "is", "are", "was", "were", "been", "am"))
_SEVERAL = frozenset(("last", "only", "every", "all", "any", "each", "total", "maximum", "minimum"))
_AUXILIARY = _BE | frozenset(
    ("being", "have", "has", "had", "having", "do", "does", "did", "'s", "'ve", "'re", "get", "gets", "got", "to")
)


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    tags: tuple[str, ...]
    strength: float
    follow: str


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    found: dict[str, tuple[_Entry, ...]] = {}
    negated = {w: ("VB", "0", *follow) for w, (kind, *follow) in table("negation").items() if kind == "verb"}
    for kind, rows in (*((kind, table(name)) for kind, name in _LISTS), ("negation", negated)):
        for word, (tags, strength, *follow) in rows.items():
            entry = _Entry(kind, tuple(tags.split(",")), float(strength), "".join(follow))
            # only verbs and nouns inflect; the stem of "likely" is also that of "like"
            key = stem(word) if tags.startswith(("VB", "NN")) else word
            found[key] = (*found.get(key, ()), entry)
    return found


def cues(document: Document) -> Iterator[Cue]:
    """The cues of every sentence, in order of their offsets."""
    for sentence in document.sentences:
        words = document.tokens_of(sentence)
        parsed = any(t.relation for t in words)
        for at, token in enumerate(words):
            found = _cue(words, at, document.house.hedges)
            if found is None:
                continue
            kind, strength = found
            target = _governed(words, at, kind, sentence.first if parsed else -1)
            ends = [token, words[target]] if target >= 0 else [token]
            scope = Span(min(t.start for t in ends), max(t.end for t in ends))
            governs = words[target].stem if target >= 0 else ""
            yield Cue(Span(token.start, token.end), sentence.index, kind, strength, governs, scope)


def _cue(words: Sequence[Token], at: int, hedges: Words = _NO_OTHERS) -> tuple[str, float] | None:
    """Kind and strength of the cue at *at*, if it is one; *hedges* are what a house changes in the lexicon of hedges."""
    token = words[at]
    if among(token, hedges.added):
        return ("hedge", _HEDGE)
    if token.tag == "MD" and not (at and token.lower in _NOUNS_TOO and _makes_noun(words[at - 1])):
        row = table("modals").get(token.lower)
        return (row[1], float(row[0])) if row else None
    if table("negation").get(token.lower) == ("direct",):
        return ("negation", 0.0)
    if token.lower in ("if", "unless", "whether") and words[at - 1].lower not in ("as", "even", "not"):
        return ("condition", 0.5)
    entries = _entries()
    for entry in (*entries.get(token.lower, ()), *(entries.get(token.stem, ()) if token.stem != token.lower else ())):
        if entry.kind == "hedge" and among(token, hedges.removed):
            continue
        if token.tag.startswith(entry.tags) and _follows(words, at, entry.follow):
            return (entry.kind, entry.strength)
    return None


def _makes_noun(before: Token) -> bool:
    """Whether what looks like a modal is a noun behind this word ("the can", "her will") rather than a verb ("this may")."""
    return before.tag in ("PRP$", "POS", "JJ") or before.lower in ("a", "an", "the", "no", "every")


def _follows(words: Sequence[Token], at: int, wanted: str) -> bool:
    after = words[at + 1 : at + 4]
    match wanted:
        case "":
            return True
        case "that":
            return any(w.lower == "that" or w.tag in ("PRP", "DT") for w in after[:1]) or any(
                w.lower == "that" for w in after
            )
        case (
            "attributive"
        ):  # "a possible link", "possible that"; not "the best possible", "all possible", "it is possible to"
            one_of_several = any(
                w.tag in ("JJS", "RBS", "CD", "PDT") or w.lower in _SEVERAL for w in words[max(0, at - 1) : at]
            )
            return not one_of_several and any(w.tag.startswith(("NN", "JJ")) or w.lower == "that" for w in after[:1])
        case "not in":
            return not any(w.lower in ("in", "of", "about") for w in after[:1])
        case "passive":
            return any(w.lower in _AUXILIARY for w in words[max(0, at - 3) : at])
        case "gerund":
            if words[at].tag == "VBN" and any(w.lower in _BE for w in words[max(0, at - 3) : at]):
                return False  # "is considered a mistake"
            return any(w.tag == "VBG" or w.lower in ("whether", "a", "plans") for w in after)
        case "to":  # "to" with a verb, whichever of the two the tagger got right
            then = zip(after, words[at + 2 : at + 5], strict=False)
            return any(w.lower == "to" and (w.tag == "TO" or v.tag.startswith("VB")) for w, v in then)
        case "clause":
            return any(w.lower in ("to", "that", "as", "like") for w in after) or bool(
                after and after[0].tag.startswith("JJ")
            )
        case _:
            return any(w.lower == wanted for w in after)


def _governed(words: Sequence[Token], at: int, kind: str, first: int) -> int:
    """Index of the word that the cue at *at* governs, or -1.

    With a parse (*first* is the sentence's first token) an adverb, auxiliary or adjective governs its head, a verb its
    clausal complement; else, and where the tree is silent, it is the next main verb, or for an adjective the next noun.
    """
    tag = words[at].tag
    if first >= 0:
        head = words[at].head - first
        near = 0 <= head < len(words) and abs(head - at) <= _REACH
        if near and tag.startswith(("MD", "RB", "JJ", "DT")) and words[head].tag.startswith(("VB", "NN", "JJ")):
            return head
        for i in range(at + 1, min(len(words), at + _REACH)):
            if words[i].head - first == at and words[i].relation.startswith(("xcomp", "ccomp", "acl")):
                return i
    if tag.startswith("JJ") and (noun := _next(words, at, ("NN",), 4)) >= 0 and not _follows(words, at, "to"):
        return _last_noun(words, noun)
    if kind == "negation" and tag == "DT":
        noun = _next(words, at, ("NN",), 4)
        return _last_noun(words, noun) if noun >= 0 else -1
    if tag.startswith("NN") and not any(w.lower in ("that", "of", "to", "about") for w in words[at + 1 : at + 3]):
        return -1
    verb = _next(words, at, ("VB",), _REACH)
    if verb >= 0:
        return verb
    return _next(words, at, ("NN", "JJ"), _REACH)


def _next(words: Sequence[Token], at: int, tags: tuple[str, ...], reach: int) -> int:
    """The next word with one of *tags* in the same clause. Auxiliaries are passed over, a form of "be" to its adjective or
    noun ("appears to be unrelated"); the last auxiliary if nothing else comes."""
    last = -1
    for i in range(at + 1, min(len(words), at + 1 + reach)):
        if words[i].tag in (".", ":", ";") or (words[i].tag == "," and last >= 0):
            break
        if last >= 0 and words[last].stem in _BE and words[i].tag.startswith(("JJ", "NN")):
            return _last_noun(words, i)
        if words[i].tag.startswith(tags):
            if words[i].lower not in _AUXILIARY:
                return i
            last = i
    return last


def _last_noun(words: Sequence[Token], at: int) -> int:
    """The head of the noun phrase that goes on from *at*."""
    while at + 1 < len(words) and words[at + 1].tag.startswith(("NN", "JJ")):
        at += 1
    return at


def hedged(words: Sequence[Token]) -> bool:
    """Whether the sentence of *words* holds back from stating a fact: a hedge, an accusation or an open modal."""
    return any((found := _cue(words, at)) is not None and _open(words, at, *found) for at in range(len(words)))


def _open(words: Sequence[Token], at: int, kind: str, strength: float) -> bool:
    if words[at].lower == "could":  # else mostly ability or the past of "can"
        return at + 1 < len(words) and words[at + 1].lower in ("be", "have", "also")
    return kind in ("hedge", "belief", "condition") or (kind in ("modal", "allegation") and strength <= 0.5)
