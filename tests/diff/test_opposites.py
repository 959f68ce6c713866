"""Opposite verbs of the same participants."""

from __future__ import annotations

import pytest

from framecheck.lexicons import table
from tests.support import findings, words


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The court banned the march through the old town on Saturday.",
            "The court allowed the march through the old town on Saturday.",
            {"A": ["banned"], "B": ["allowed"]},
        ),
        (
            "The bank hired forty clerks from the island on Friday.",
            "The bank dismissed forty clerks from the island on Friday.",
            {"A": ["hired"], "B": ["dismissed"]},
        ),
    ],
)
def test_opposites_of_one_act(a, b, expected):
    texts = {"A": a, "B": b}
    (found,) = findings(texts, "POL003")
    assert words(found, texts) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # another doer
        ("The court banned the march on Saturday.", "The mayor allowed the march on Saturday."),
        # both verbs in both sentences
        (
            "Prices rose in May and fell in June, the bank said.",
            "Prices fell in June after they rose in May, the bank said.",
        ),
    ],
)
def test_silent_where_the_acts_differ(a, b):
    assert not findings({"A": a, "B": b}, "POL003")


def test_no_verb_is_its_own_opposite():
    assert all(verb not in others.split(",") for verb, (others,) in table("opposite_verbs").items())
