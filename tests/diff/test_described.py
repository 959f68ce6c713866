"""Particulars that outlets give with a name."""

import pytest

from tests.support import findings, words


def test_particulars_of_either_outlet_are_shown() -> None:
    texts = {
        "A": "Republican senator Ann Porter of Ohio opened the harbour on Monday. Porter thanked the crew.",
        "B": "Retired army senator Ann Porter opened the harbour on Monday. Porter thanked the crew.",
    }
    (found,) = findings(texts, "NAM001")
    assert {"A", "B"} <= set(words(found, texts))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senator Ann Porter opened the harbour.", "Sen. Ann Porter opened the harbour."),
        ("Senator Ann Porter opened the harbour.", "Ohio senator Ann Porter opened the harbour."),
        ("Ann Porter opened the harbour.", "Retired Ohio senator Ann Porter opened the harbour."),
    ],
    ids=["a title spelled otherwise", "one outlet says more", "one outlet says nothing"],
)
def test_silent(one: str, other: str) -> None:
    assert not findings({"A": one, "B": other}, "NAM001")


def test_what_two_outlets_tell_alike_and_a_third_does_not_tell_is_silent() -> None:
    told = "Retired Ohio senator Ann Porter opened the harbour."
    assert not findings({"A": told, "B": told, "C": "Ann Porter opened the harbour."}, "NAM001")
