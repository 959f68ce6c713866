"""What a sentence states and how firmly."""

from __future__ import annotations

import pytest

from framecheck.diff.predicates import stated
from tests.support import alignment


def read(text: str) -> dict[str, tuple[str, float, bool]]:
    document = alignment({"A": text, "B": "Nothing."}).story.documents[0]
    sentence = document.sentences[0]
    words = document.tokens_of(sentence)
    return {
        words[s.at].text: (" ".join(w.text for w in words[s.first : s.last + 1]), s.strength(), s.negated)
        for s in stated(document, sentence)
    }


@pytest.mark.parametrize(
    ("text", "verb", "shown", "strength", "negated"),
    [
        ("The council closed the harbour.", "closed", "closed", 1.0, False),
        ("The council may close the harbour.", "close", "may close", 0.45, False),
        ("The council will shut down the harbour.", "shut", "will shut down", 0.9, False),
        ("The council did not close the harbour.", "close", "did not close", 1.0, True),
        ("The council is considering closing the harbour.", "closing", "is considering closing", 0.4, False),
    ],
)
def test_predicates_with_strength_and_polarity(text, verb, shown, strength, negated):
    assert read(text)[verb] == (shown, strength, negated)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The union believes that the council closed the harbour.", "closed"),
        ("It is unclear whether the council closed the harbour.", "closed"),
        ("The council must close the harbour.", "close"),
        ("The council not only closed the harbour.", "closed"),
    ],
)
def test_views_questions_and_duties_are_not_stated(text, verb):
    assert verb not in read(text)


def test_a_cue_can_be_left_aside():
    document = alignment({"A": "The council may close the harbour.", "B": "Nothing."}).story.documents[0]
    (found,) = (s for s in stated(document, document.sentences[0]) if s.cues)
    assert (found.strength(), found.strength(frozenset({"may"}))) == (0.45, 1.0)
