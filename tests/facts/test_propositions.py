"""Propositions of plain sentences, read end to end."""

from __future__ import annotations

import pytest

from framecheck.facts import analyse
from framecheck.records.article import Article, Block, BlockKind
from framecheck.records.document import Document, Proposition
from framecheck.text import Span


def read(text: str) -> tuple[Document, list[Proposition]]:
    document = analyse(Article("a", "a", "A", text, (Block(BlockKind.BODY, Span(0, len(text))),)))
    return document, list(document.propositions)


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "target", "agent", "passive", "negated"),
    [
        ("The mayor closed the bridge.", "close", "The mayor", "the bridge", None, False, False),
        ("The bridge was closed by the police.", "close", "The bridge", None, "the police", True, False),
        ("The bridge was closed.", "close", "The bridge", None, None, True, False),
        ("The minister did not sign the letter.", "sign", "The minister", "the letter", None, False, True),
        ("The minister signed the letter and resigned.", "resign", "The minister", None, None, False, False),
        ("They shut down the plant.", "shut down", "They", "the plant", None, False, False),
    ],
)
def test_arguments(
    text: str, predicate: str, subject: str, target: str | None, agent: str | None, passive: bool, negated: bool
) -> None:
    document, found = read(text)
    proposition = next(p for p in found if p.predicate == predicate)
    words = [span and document.words(span) for span in (proposition.subject, proposition.object, proposition.agent)]
    assert words == [subject, target, agent]
    assert (proposition.passive, proposition.negated) == (passive, negated)


@pytest.mark.parametrize(("modal", "strength"), [("may", 0.45), ("will", 0.9), ("", 1.0)])
def test_modal_weakens(modal: str, strength: float) -> None:
    _, found = read(f"The council {modal} {'approve' if modal else 'approved'} the plan.".replace("  ", " "))
    assert found[0].strength == pytest.approx(strength)


def test_copula() -> None:
    document, found = read("The plan is a failure.")
    assert found[0].copular
    assert found[0].predicate == "failur"
    assert found[0].subject is not None
    assert document.words(found[0].subject) == "The plan"
