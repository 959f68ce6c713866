"""Long names that end in another word."""

import pytest

from tests.support import findings, words

NAMED = "The Sailor Relief Assistance would help the port."


def test_both_names_are_shown() -> None:
    texts = {"A": NAMED, "B": "He backed the sailor relief authority."}
    (found,) = findings(texts, "NAM007")
    assert words(found, texts) == {"A": ["Sailor Relief Assistance"], "B": ["sailor relief authority"]}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("The Sailor Relief Assistance is old.", id="the same name"),
        pytest.param("Sailor relief is a matter of years.", id="only its beginning"),
        pytest.param("The sailor relief authority and Sailor Relief Assistance differ.", id="both names"),
    ],
)
def test_silent(other: str) -> None:
    assert not findings({"A": NAMED, "B": other}, "NAM007")


def test_silent_where_nobody_writes_a_name() -> None:
    assert not findings({"A": "He backed the sailor relief work.", "B": "He backed the sailor relief funds."}, "NAM007")
