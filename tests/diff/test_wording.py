"""Words of two sentences that answer one another."""

from __future__ import annotations

import pytest

from framecheck.diff.wording import Wording, kindred, word_match
from tests.support import alignment


def match(a: str, b: str) -> Wording:
    first, second = (d.tokens for d in alignment({"A": a, "B": b}).story.documents)
    return word_match(first, second)


def test_equal_and_kindred_words_are_partners():
    found = match("The mayor endorsed the new bridge.", "His endorsement of a bridge surprised the mayor.")
    pairs = {(found.a[i].text, found.b[j].text) for i, j in found.partner.items()}
    assert pairs == {("mayor", "mayor"), ("endorsed", "endorsement"), ("bridge", "bridge")}
    assert found.back == {j: i for i, j in found.partner.items()}


def test_the_forms_of_an_irregular_verb_are_one_word():
    found = match("The envoy met the general.", "The envoy will meet the general.")
    assert ("met", "meet") in {(found.a[i].text, found.b[j].text) for i, j in found.partner.items()}


def test_of_two_occurrences_the_one_with_like_neighbours_is_the_partner():
    found = match("The red car hit the blue car.", "The blue car was hit by the red car.")
    cars = {(found.a[i - 1].text, found.b[j - 1].text) for i, j in found.partner.items() if found.a[i].text == "car"}
    assert cars == {("red", "red"), ("blue", "blue")}


def test_neighbourhood_is_high_between_matched_words_and_low_elsewhere():
    found = match("The union praised the mayor after the strike.", "The union attacked the mayor after the strike.")
    assert found.neighbourhood(2, 2) == 1.0
    assert found.ordered(2, 2)
    assert not found.ordered(2, 7)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("commit", "commitment", True), ("nation", "nation", True), ("port", "portrait", False), ("stat", "state", False)],
)
def test_kindred_stems(a, b, expected):
    assert kindred(a, b) is expected
