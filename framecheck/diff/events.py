"""The event that words belong to: the verb that governs them, by the parse where there is one, else the nearest verb."""

from __future__ import annotations

from framecheck.records.document import Document, Sentence
from framecheck.text import Span

_LIGHT_VERBS = frozenset(
    ("be", "is", "was", "were", "are", "been", "being", "'s", "had", "has", "have", "do", "did", "does")
)


def governor(document: Document, sentence: Sentence, span: Span) -> int:
    """The index in ``document.tokens`` of the verb that governs the words at *span*, or -1."""
    tokens = document.tokens
    inside = [i for i in range(sentence.first, sentence.last) if span.overlap(Span(tokens[i].start, tokens[i].end))]
    if not inside:
        return -1
    if any(tokens[i].head >= 0 for i in range(sentence.first, sentence.last)):
        return _ancestor(document, inside[-1])
    verbs = [
        i
        for i in range(sentence.first, sentence.last)
        if tokens[i].tag.startswith("VB") and tokens[i].lower not in _LIGHT_VERBS and i not in inside
    ]
    # a time stands behind its verb more often than before it
    return min(verbs, key=lambda i: inside[0] - i if i < inside[0] else 2 * (i - inside[-1]), default=-1)


def _ancestor(document: Document, at: int) -> int:
    """The closest verb above token *at* in the parse."""
    seen = 0
    while at >= 0 and seen < 20:
        token = document.tokens[at]
        if token.tag.startswith("VB") and seen:
            return at
        at, seen = token.head, seen + 1
    return -1
