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
    or passive subject of a verb, else its subject, else, where the tree shows none, the words behind or before it; what
    follows a noun ("a pause on military aid")."""
    tokens = document.tokens
    behind = _run(document, range(last, sentence.last))
    if not any(tokens[i].tag.startswith("VB") for i in range(first, last)):
        return behind
    act = set(range(first, last))
    inside = act | {  # a subject may hang from the auxiliary
        i for i in range(sentence.first, first) if tokens[i].relation.startswith("aux") and tokens[i].head in act
    }
    for relations in (("obj", "nsubj:pass"), ("nsubj",), ("obl", "nmod")):
        heads = [
            i
            for i in range(sentence.first, sentence.last)
            if tokens[i].head in inside and i not in inside and tokens[i].relation in relations
        ]
        named = frozenset(
            tokens[i].stem for h in heads for i in _subtree(document, sentence, h) if is_content(tokens[i])
        )
        if named:
            return named
    return behind or _run(document, range(first - 1, sentence.first - 1, -1))


def _run(document: Document, indexes: range) -> frozenset[str]:
    """Stems of the content words at *indexes* as far as the next mark or verb: what an act is done to by the order of the
    words alone. Going to the left, the verbs of the act itself are passed over."""
    found: set[str] = set()
    for i in indexes[:_NOUN_REACH]:
        token = document.tokens[i]
        verb = token.tag.startswith("VB")
        if token.tag in (",", ".", ":") or (verb and (found or indexes.step > 0)):
            break
        if is_content(token) and not verb:
            found.add(token.stem)
    return frozenset(found)


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
