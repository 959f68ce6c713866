"""Excerpts and the marks in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from framecheck.report.excerpt import excerpt, shorten
from framecheck.report.marks import marks
from framecheck.report.view import View
from framecheck.text import Span

TEXT = "The council of Orvik closed the old bridge on Monday after engineers found deep cracks in two steel girders."


def spans(*words: str, text: str = TEXT) -> list[Span]:
    return [Span(text.index(w), text.index(w) + len(w)) for w in words]


@pytest.mark.parametrize(
    ("words", "width", "shown"),
    [
        (["old bridge"], 200, TEXT.replace("old bridge", "«old bridge»")),
        (["old bridge"], 50, "…Orvik closed the «old bridge» on Monday after…"),
        (["old bridge"], 30, "…the «old bridge» on Monday…"),
        (["The council"], 40, "«The council» of Orvik closed the old…"),
        (["steel girders"], 40, "…deep cracks in two «steel girders»."),
        (["closed the old bridge on Monday after engineers"], 30, "«closed the old … engineers»"),
        (["closed", "Monday"], 60, "…of Orvik «closed» the old bridge on «Monday» after…"),
        (["closed", "girders"], 60, "…«closed» the old bridge on Monday … in two steel «girders»."),
        (["closed the old bridge on Monday after engineers"], 20, "«closed the old…»"),  # no room for the last word
        (["closed the old bridge on Monday"], 33, "«closed the old bridge on Monday»"),
        (["closed", "girders"], 19, "…«closed» the old…"),
        (["council", "closed", "engineers", "girders"], 30, "…«council» of … «closed»…"),
    ],
)
def test_trimmed_around_the_marks(words, width, shown):
    text = excerpt(TEXT, spans(*words), Span(0, len(TEXT)), width).text(View()).plain
    assert text == shown
    assert cell_len(text) <= width


def test_without_a_sentence_only_the_marked_words():
    assert excerpt(TEXT, spans("old bridge"), None, 40).pieces == ("", "old bridge", "")


@given(
    st.text(alphabet="ab cé橋\u0301\n\x1b👩", min_size=3, max_size=80),
    st.integers(0, 79),
    st.integers(1, 30),
    st.integers(20, 60),
)
def test_never_wider_than_asked(text, start, length, width):
    start %= len(text)
    span = Span(start, min(len(text), start + length))
    shown = excerpt(text, [span], Span(0, len(text)), width).text(View()).plain
    assert cell_len(shown) <= width
    assert "\x1b" not in shown
    assert "\n" not in shown


@given(st.text(max_size=60), st.integers(1, 40))
def test_shorten_never_wider_than_asked(text, width):
    assert cell_len(shorten(text, width)) <= width


@pytest.mark.parametrize(
    ("mine", "other", "marked"),
    [
        (
            "There are a lot of doubts in the house of Orvik",
            "There are many doubts in the halls of Orvik",
            ["a lot of", "house"],
        ),
        (
            "There are many doubts in the halls of Orvik",
            "There are a lot of doubts in the house of Orvik",
            ["many", "halls"],
        ),
        ("we will close it on Monday, he said", "We will close it on “Monday” he said", None),  # marks only
        ("we will close it on Monday", "we will close it on Monday or later", None),  # only the other adds
        ("the old bridge", "the new bridge", None),  # short
        ("a former employee of a western shipping agency", "former western agency manager Ruth Lom", None),
        ("nobody in Orvik knew of any of it", "seven engineers will be asked today", None),  # nothing in common
    ],
)
def test_words_that_the_other_lacks(mine, other, marked):
    text = f"He said: {mine}."
    span = Span(9, 9 + len(mine))
    found = [m.of(text) for m in marks(text, span, other)]
    assert found == (marked or [mine])
