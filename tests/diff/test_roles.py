"""Participants of a predicate across a pair."""

from __future__ import annotations

import pytest

from framecheck.diff.roles import agreement, referents
from framecheck.diff.wording import aligned_pairs
from tests.support import alignment


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The council closed the harbour on Monday.", "The harbour was closed by the council on Monday.", 1.0),
        ("The council closed the harbour on Monday.", "The army closed the airport of the harbour on Monday.", 0.0),
        ("The council closed the harbour on Monday.", "They closed on Monday, and the council left the harbour.", 0.5),
    ],
)
def test_agreement_of_doer_and_undergoer(a, b, expected):
    aligned_story = alignment({"A": a, "B": b})
    (aligned,) = aligned_pairs(aligned_story)
    verbs = [
        next(k for k, t in enumerate(words) if t.stem == "close") for words in (aligned.wording.a, aligned.wording.b)
    ]
    assert agreement(aligned, verbs[0], verbs[1], referents(aligned_story.story)) == expected
