"""Sentences taken over almost word for word are known again, and what was edited in them."""

from __future__ import annotations

import pytest

from framecheck.records.alignment import Level
from tests.support import alignment

LONG = "The harbour board closed the old ferry line on Monday after two inspectors found rust in the hull."


def edits(one: str, other: str) -> list[tuple[str, str]]:
    """The words edited between two articles, in order."""
    found = alignment({"A": one, "B": other})
    a, b = found.story.documents
    return [
        (" ".join(t.text for t in a.tokens[e[0] : e[1]]), " ".join(t.text for t in b.tokens[e[2] : e[3]]))
        for copy in found.copies
        for e in copy.edits
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("two", "six", [("two", "six")]),
        ("Monday", "Friday", [("Monday", "Friday")]),
        ("old ", "", [("old", "")]),
        ("closed", "has not closed", [("", "has not")]),
        ("ferry line", "ferry line", []),
    ],
)
def test_edited_words_are_told(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert edits(LONG, LONG.replace(before, after)) == expected


def test_a_copy_is_equivalent_in_a_story_of_two_sentences() -> None:
    found = alignment({"A": LONG, "B": LONG.replace("two", "six")})
    (pair,) = found.pairs
    assert pair.level is Level.EQUIVALENT
    assert pair.score >= 0.95


def test_a_retold_sentence_is_no_copy() -> None:
    retold = "Rust in the hull, found by a pair of inspectors, led the board to shut the line on Monday."
    assert alignment({"A": LONG, "B": retold}).copies == ()


def test_a_short_sentence_between_copies_is_known_again() -> None:
    other = "Nobody was hurt and all the lifeboats were found the next morning by the coast guard."
    texts = {"A": f"{LONG} Dahl is a captain. {other}", "B": f"{LONG} Dahl is not a captain. {other}"}
    assert edits(texts["A"], texts["B"]) == [("", "not")]


def test_a_repeated_sentence_is_matched_in_place() -> None:
    texts = {"A": f"{LONG} The board said nothing. {LONG}", "B": f"{LONG} The board said nothing. {LONG}"}
    assert [(c.a.sentence, c.b.sentence) for c in alignment(texts).copies] == [(0, 0), (1, 1), (2, 2)]
