"""The event that words belong to: the verbs that govern them, and what an act is done to."""

from __future__ import annotations

from framecheck.diff.context import is_content
from framecheck.records.document import Document, Sentence
from framecheck.text import Span

_NOUN_REACH = 7  # tokens behind a noun that may say what it is done to
_DEEPEST = 5  # steps down the parse
_LIGHT_VERBS = frozenset(
    ("be", "is", "was", "were", "are", "been", "being", "'s", "had", "has", "have", "do", "did", "does")
)


def governors(document: Document, sentence: Sentence, span: Span) -> tuple[int, ...]:
    """Indexes in ``document.tokens`` of the verbs that may govern the words at *span*: the nearest one, and the one that
    the parse puts above them. Times are attached wrongly too often for either to be trusted alone."""
    tokens = document.tokens
    inside = [i for i in range(sentence.first, sentence.last) if span.overlap(Span(tokens[i].start, tokens[i].end))]
    if not inside:
        return ()
    verbs = [
        i
        for i in range(sentence.first, sentence.last)
        if tokens[i].tag.startswith("VB") and tokens[i].lower not in _LIGHT_VERBS and i not in inside
    ]
    # a time stands behind its verb more often than before it
    nearest = min(verbs, key=lambda i: inside[0] - i if i < inside[0] else 2 * (i - inside[-1]), default=-1)
    above = _ancestor(document, inside[-1])
    return tuple(dict.fromkeys(i for i in (nearest, above) if i >= 0))


def _ancestor(document: Document, at: int) -> int:
    """The closest verb above token *at* in the parse."""
    seen = 0
    while at >= 0 and seen < 20:
        token = document.tokens[at]
        if token.tag.startswith("VB") and seen and token.lower not in _LIGHT_VERBS:
            return at
        at, seen = token.head, seen + 1
    return -1


def affected(document: Document, sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """Stems of the content words that name what the act at tokens *first* to *last* (half-open) is done to: the object
    or passive subject of a verb, else its subject; what follows a noun ("a pause on military aid")."""
    tokens = document.tokens
    if not any(tokens[i].tag.startswith("VB") for i in range(first, last)):
        end = next(
            (i for i in range(last, sentence.last) if tokens[i].tag.startswith(("VB", ",", ".", ":"))), sentence.last
        )
        return frozenset(tokens[i].stem for i in range(last, min(end, last + _NOUN_REACH)) if is_content(tokens[i]))
    inside = range(first, last)
    for relations in (("obj", "nsubj:pass"), ("nsubj",), ("obl", "nmod")):
        heads = [
            i
            for i in range(sentence.first, sentence.last)
            if tokens[i].head in inside and i not in inside and tokens[i].relation in relations
        ]
        if heads:
            return frozenset(
                tokens[i].stem for h in heads for i in _subtree(document, sentence, h) if is_content(tokens[i])
            )
    return frozenset()


def _subtree(document: Document, sentence: Sentence, top: int) -> list[int]:
    """The tokens below *top* in the parse, with it, up to the words that a clause of their own depends on."""
    found = {top}
    for _ in range(_DEEPEST):
        more = {
            i
            for i in range(sentence.first, sentence.last)
            if document.tokens[i].head in found and not document.tokens[i].relation.startswith(("acl", "advcl", "conj"))
        }
        if more <= found:
            break
        found |= more
    return sorted(found)
