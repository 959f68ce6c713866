"""Modifiers of one thing that exclude one another."""

import pytest

from tests.support import findings, words

CASES = [
    pytest.param(
        "POL002",
        "The governor's older sister, Ruth Hale, criticised the bridge plan.",
        "Ruth Hale, the governor's younger sister, criticised the bridge plan.",
        ("older sister", "younger sister"),
        id="opposite",
    ),
    pytest.param(
        "SCP003",
        "The court struck out a part of the Harbour Act on Monday.",
        "The court struck out the Harbour Act on Monday.",
        ("part of the Harbour Act", "Harbour Act"),
        id="part",
    ),
]


@pytest.mark.parametrize(("code", "one", "other", "shown"), CASES)
def test_the_phrase_with_its_modifier_is_shown(code: str, one: str, other: str, shown: tuple[str, str]) -> None:
    texts = {"A": one, "B": other}
    (found,) = findings(texts, code)
    told = words(found, texts)
    assert (told["A"][0], told["B"][0]) == shown


@pytest.mark.parametrize(("code", "one", "other", "shown"), CASES)
def test_silent_when_both_say_the_same(code: str, one: str, other: str, shown: tuple[str, str]) -> None:
    assert not findings({"A": one, "B": one}, code)


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("SCP003", "The act is part of the Harbour Act on fishing.", "The act amends the Harbour Act on fishing."),
        ("SCP003", "As part of the Harbour Plan the quay was closed.", "Under the Harbour Plan the quay was closed."),
        ("POL002", "The first bridge closed before the last bridge.", "The last bridge closed after the first bridge."),
    ],
)
def test_silent_where_the_words_do_not_clash(code: str, one: str, other: str) -> None:
    assert not findings({"A": one, "B": other}, code)
