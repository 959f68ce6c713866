"""Constituents of sentences: clauses, predicates and phrases."""

import pytest

from framecheck.diff.constituents import constituents
from framecheck.facts import analyse
from framecheck.records.alignment import SentenceRef
from tests.support import article


def of(text: str) -> list[str]:
    document = analyse(article("A", text))
    return [document.words(c.span) for c in constituents(document, SentenceRef(0, 0))]


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("secretly", id="an adverb of manner"),
        pytest.param("to the harbour", id="a prepositional phrase"),
        pytest.param("secretly walked to the harbour because the bridge was closed", id="the predicate"),
        pytest.param("secretly walked to the harbour", id="the predicate without the clause after it"),
        pytest.param("because the bridge was closed", id="a subordinate clause"),
        pytest.param("The mayor", id="the subject"),
    ],
)
def test_found(phrase: str) -> None:
    assert phrase in of("The mayor secretly walked to the harbour because the bridge was closed.")


@pytest.mark.parametrize("phrase", ["also", "The", "."])
def test_nothing_without_content(phrase: str) -> None:
    assert phrase not in of("The mayor also closed the bridge.")


def test_each_stretch_once() -> None:
    found = of("The mayor, who was ill, closed the bridge and the tunnel on Monday.")
    assert len(found) == len(set(found))
