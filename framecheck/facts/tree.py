"""Walks over the dependency trees that ``framecheck.facts.parser`` built: clauses, phrases, subjects.

Indexes are positions in ``Document.tokens``. The parser's trees are projective, so the words below any word are a run.
"""

from __future__ import annotations

from bisect import bisect_right

from framecheck.records.document import Document, Sentence
from framecheck.text import Span

CLAUSES = frozenset(("root", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "csubj", "csubj:pass"))
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer")
_RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))
_MARKS = frozenset(("punct", "cc", "mark"))


def sentence_of(document: Document, index: int) -> Sentence:
    """The sentence that holds the token."""
    return document.sentences[bisect_right(document.sentences, index, key=lambda s: s.first) - 1]


def children(document: Document) -> list[list[int]]:
    """For each token the tokens that depend on it, in order."""
    found: list[list[int]] = [[] for _ in document.tokens]
    for index, token in enumerate(document.tokens):
        if token.head >= 0:
            found[token.head].append(index)
    return found


def dependents(document: Document, index: int, *relations: str) -> list[int]:
    """The tokens that depend on *index*, in order; only those with one of *relations* if any are given."""
    sentence = sentence_of(document, index)
    tokens = document.tokens
    return [
        i
        for i in range(sentence.first, sentence.last)
        if tokens[i].head == index and (not relations or tokens[i].relation in relations)
    ]


def subtree(document: Document, index: int) -> tuple[int, int]:
    """First and last token (half-open) of the words that depend on *index*, itself with them."""
    sentence = sentence_of(document, index)
    first, last = index, index + 1
    while first > sentence.first and _below(document, first - 1, index):
        first -= 1
    while last < sentence.last and _below(document, last, index):
        last += 1
    return first, last


def _below(document: Document, index: int, above: int) -> bool:
    while index >= 0 and index != above:
        index = document.tokens[index].head
    return index == above


def subtree_span(document: Document, index: int) -> Span:
    """The words that depend on *index*, itself with them, without marks at either end."""
    return _trimmed(document, *subtree(document, index))


def clause_head(document: Document, index: int) -> int:
    """The word at the head of the smallest clause around the token: a verb, or the predicate of a copula."""
    tokens = document.tokens
    while tokens[index].head >= 0:
        token = tokens[index]
        verbal = token.tag.startswith("VB")
        if token.relation in CLAUSES or (token.relation in ("conj", "xcomp") and verbal):
            break
        index = token.head
    return index


def clause_span(document: Document, index: int) -> Span:
    """The smallest clause around the token: its head's words without the clauses below it that do not hold the token."""
    head = clause_head(document, index)
    first, last = subtree(document, head)
    for i in range(first, last):
        if i == head or not first <= i < last:
            continue
        token = document.tokens[i]
        own = token.relation in CLAUSES or (token.relation == "conj" and token.tag.startswith("VB"))
        if own and not _below(document, index, i):
            low, high = subtree(document, i)
            if low > max(index, head):
                last = min(last, low)
            elif high <= min(index, head):
                first = max(first, high)
    return _trimmed(document, first, last)


def phrase_span(document: Document, index: int) -> Span:
    """The noun phrase around its head at *index*, without clauses, appositions and asides that follow."""
    first, last = subtree(document, index)
    for i in range(index + 1, last):
        token = document.tokens[i]
        if token.head == index and token.relation in ("acl", "acl:relcl", "appos", "parataxis", "advcl", "dep"):
            last = min(last, subtree(document, i)[0])
    while first < index and document.tokens[first].relation == "case":
        first += 1
    return _trimmed(document, first, last)


def _trimmed(document: Document, first: int, last: int) -> Span:
    tokens = document.tokens
    while last - first > 1 and tokens[first].relation in _MARKS:
        first += 1
    while last - first > 1 and tokens[last - 1].relation in _MARKS:
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end)


def subject_of(document: Document, verb: int) -> int:
    """The token that is the subject of the verb at *verb*, or -1.

    A verb without a subject of its own borrows one: a conjunct and an adverbial clause from the verb above, an infinitive from
    the object or subject of its governor, a relative or participle clause from the noun it describes.
    """
    tokens = document.tokens
    for _ in range(6):  # borrowed subjects rarely lie deeper
        own = dependents(document, verb, *SUBJECTS)
        token = tokens[verb]
        if own and not (tokens[own[0]].lower in _RELATIVES and token.relation == "acl:relcl"):
            return own[0]
        if token.head < 0:
            return -1
        if token.relation in ("acl", "acl:relcl"):
            return token.head if own or token.relation == "acl" else -1
        if token.relation == "xcomp":
            objects = dependents(document, token.head, "obj")
            if objects:
                return objects[0]
        elif token.relation not in ("conj", "advcl"):
            return -1
        verb = token.head
    return -1
