"""Constituents of a sentence: the clauses, predicates, objects, prepositional phrases and appositions of its tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framecheck.lexicons import words
from framecheck.records.alignment import SentenceRef
from framecheck.records.document import Document, Sentence, Token
from framecheck.text import Span

_KINDS = frozenset(
    (
        *("root", "advcl", "advcl:relcl", "acl", "acl:relcl", "ccomp", "xcomp", "parataxis", "conj", "csubj"),
        *("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:tmod", "obl:npmod", "obl:agent"),
        *("nmod", "nmod:tmod", "nmod:npmod", "appos", "amod", "advmod", "dep"),
    )
)
_WORDS = frozenset(("aux", "aux:pass", "cop", "amod", "compound"))  # verbs that head no predicate
_AFTER = frozenset(("advcl", "conj", "parataxis", "ccomp"))  # clauses that follow a predicate
_MARKS = frozenset(("punct", "cc"))


@dataclass(frozen=True, slots=True)
class Constituent:
    """A run of tokens, ``first``/``last`` half-open in ``Document.tokens``, and the stems of its content words."""

    ref: SentenceRef
    first: int
    last: int
    span: Span
    stems: frozenset[str]


def is_content(token: Token) -> bool:
    """Whether the word tells something: a noun, verb, adjective, adverb or number."""
    return token.tag.startswith(("NN", "VB", "JJ", "CD", "RB")) and token.text[:1].isalnum() and len(token.stem) > 1


def is_light_adverb(token: Token) -> bool:
    """ "Also", "never", "later", but not "secretly"."""
    return token.tag.startswith("RB") and not token.lower.endswith("ly")


def constituents(document: Document, ref: SentenceRef) -> list[Constituent]:
    """Those of one sentence with content, each stretch once."""
    sentence = document.sentences[ref.sentence]
    tokens = document.tokens
    telling = [i for i in range(sentence.first, sentence.last) if is_content(tokens[i])]
    found: dict[tuple[int, int], Constituent] = {}
    for low, high, head in _stretches(document, sentence):
        first, last = _trimmed(tokens, low, high)
        if (first, last) in found:
            continue
        stems = frozenset([tokens[i].stem for i in telling if first <= i < last])
        if stems and not _slight(tokens, first, last, head):
            span = Span(tokens[first].start, tokens[last - 1].end)
            found[first, last] = Constituent(ref, first, last, span, stems)
    return list(found.values())


def _trimmed(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """Without marks and conjunctions at either end."""
    while last - first > 1 and tokens[first].relation in _MARKS:
        first += 1
    while last - first > 1 and tokens[last - 1].relation in _MARKS:
        last -= 1
    return first, last


def _slight(tokens: tuple[Token, ...], first: int, last: int, head: int) -> bool:
    """A lone adverb or common adjective, a prepositional phrase around no noun."""
    word = tokens[head]
    if word.relation in ("amod", "advmod"):
        return last - first == 1 and (is_light_adverb(word) or word.stem in words("light_words"))
    return word.relation in ("nmod", "obl") and last - first <= 2 and not word.tag.startswith(("NN", "CD"))


def _stretches(document: Document, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """First, last and head of every subtree of a kind that may tell a fact; of verbs also the predicate without its
    subject, and that without the clauses after it."""
    tokens = document.tokens
    low, high, below = _subtrees(document, sentence)
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        relation = token.relation if token.head >= 0 else "root"
        if relation in _KINDS:
            yield low[i], high[i], i
        if token.tag.startswith("VB") and relation not in _WORDS:
            subjects = (c for c in below[i] if c < i and tokens[c].relation.startswith(("nsubj", "csubj", "expl")))
            start = max((high[c] for c in subjects), default=low[i])
            if start > low[i]:
                yield start, high[i], i
            clauses = (low[c] for c in below[i] if c > i and tokens[c].relation in _AFTER)
            if start < (end := min(clauses, default=start)):
                yield start, end, i


def _subtrees(document: Document, sentence: Sentence) -> tuple[dict[int, int], dict[int, int], dict[int, list[int]]]:
    """For each token of the sentence the first and last token (half-open) below it, and its dependents."""
    inside = range(sentence.first, sentence.last)
    low, high = {i: i for i in inside}, {i: i + 1 for i in inside}
    below: dict[int, list[int]] = {i: [] for i in inside}
    for i in inside:
        head = document.tokens[i].head
        if head in below:
            below[head].append(i)
        while head in below:
            low[head], high[head] = min(low[head], i), max(high[head], i + 1)
            head = document.tokens[head].head
    return low, high, below
