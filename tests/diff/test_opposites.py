"""Opposite words for the same thing."""

from __future__ import annotations

import pytest

from framecheck.lexicons import table
from tests.support import findings, words


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The younger sister of the minister, Ada Holt, runs the company in the north.",
            "Ada Holt, the older sister of the minister, runs the company in the north.",
            {"A": ["younger"], "B": ["older"]},
        ),
        (
            "The court banned the march through the old town on Saturday.",
            "The court allowed the march through the old town on Saturday.",
            {"A": ["banned"], "B": ["allowed"]},
        ),
    ],
)
def test_opposites_of_one_thing(a, b, expected):
    texts = {"A": a, "B": b}
    (found,) = findings(texts, "POL002")
    assert words(found, texts) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # another noun
        (
            "The younger sister of the minister runs the old company.",
            "The sister of the minister runs an older company.",
        ),
        # another doer
        ("The court banned the march on Saturday.", "The mayor allowed the market, and the court sat on Saturday."),
        # both words in both sentences
        (
            "Prices rose in May and fell in June, the bank said.",
            "Prices fell in June after they rose in May, the bank said.",
        ),
    ],
)
def test_silent_where_the_things_differ(a, b):
    assert not findings({"A": a, "B": b}, "POL002")


def test_no_word_is_its_own_opposite():
    assert all(word not in others.split(",") for word, (_, others) in table("antonyms").items())
