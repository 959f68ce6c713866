"""Who does what: one proposition a content verb or copula, read from the dependency tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framecheck.facts.tree import children, clause_span, phrase_span, subject_of
from framecheck.lexicons import table
from framecheck.records.document import Document, Proposition, Token
from framecheck.text import Span

_NO_PREDICATE = frozenset(("aux", "aux:pass", "cop", "amod", "compound", "case", "fixed", "flat", "det", "mark", "cc"))
_GROUP = frozenset(("aux", "aux:pass", "cop", "compound:prt"))
_DIRECT = "direct"  # the kind of negation that stands with its verb


def propositions(document: Document) -> Iterator[Proposition]:
    """Every content verb and every predicate noun or adjective with its arguments, in text order."""
    tokens = document.tokens
    below = children(document)
    modals = {word: float(fields[0]) for word, fields in table("modals").items()}
    negations = {word for word, fields in table("negation").items() if fields[:1] == (_DIRECT,)}
    for sentence in document.sentences:
        for index in range(sentence.first, sentence.last):
            token = tokens[index]
            kids = below[index]
            copular = any(tokens[k].relation == "cop" for k in kids)
            if not copular and (not token.tag.startswith("VB") or token.relation in _NO_PREDICATE):
                continue
            yield _proposition(document, sentence.index, index, kids, copular, modals, negations)


def _proposition(
    document: Document,
    sentence: int,
    index: int,
    kids: Sequence[int],
    copular: bool,
    modals: dict[str, float],
    negations: set[str],
) -> Proposition:
    tokens = document.tokens
    relations = {tokens[k].relation: k for k in reversed(kids)}
    particle = relations.get("compound:prt", -1)
    group = [index, *(k for k in kids if tokens[k].relation in _GROUP)]
    subject = subject_of(document, index)
    agent = relations.get("obl:agent", -1)
    target = relations.get("obj", -1)
    passive = _passive(tokens[index], relations, agent)
    own = subject in kids
    if tokens[index].relation == "acl" and passive and not own:
        subject = tokens[index].head  # "the bridge built in 1950"
    return Proposition(
        sentence,
        tokens[index].stem + (f" {tokens[particle].lower}" if particle >= 0 else ""),
        Span(tokens[min(group)].start, tokens[max(group)].end),
        phrase_span(document, subject) if subject >= 0 else None,
        tokens[subject].stem if subject >= 0 else "",
        phrase_span(document, target) if target >= 0 else None,
        tokens[target].stem if target >= 0 else "",
        passive,
        phrase_span(document, agent) if agent >= 0 else None,
        sum(tokens[k].lower in negations for k in kids if abs(k - index) < 6) % 2 == 1,
        min((modals.get(tokens[k].lower, 1.0) for k in kids if tokens[k].tag == "MD"), default=1.0),
        index,
        subject,
        target,
        clause_span(document, index),
        copular,
        subject >= 0 and not own,
    )


def _passive(token: Token, relations: dict[str, int], agent: int) -> bool:
    """Whether the verb's subject is acted upon: a passive auxiliary, or a bare participle after a noun."""
    if "aux:pass" in relations or "nsubj:pass" in relations or agent >= 0:
        return True
    return token.tag == "VBN" and token.relation == "acl" and "obj" not in relations
