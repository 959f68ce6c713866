"""Folding keeps every offset; lines and columns agree with counting by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framecheck.text import Lines, Span, fold

# what published text holds beside letters: marks, dashes, spaces, invisible and bidi controls, emoji, combining marks
ODD = (
    "“”„«»‘’‚'\"′–—―‐\u2011 \u00a0\u2009\u202f\u200b\u200d\ufeff\u00ad\u202e\u2066\u2069\u0301é😀👩\u200d🚀"
    "\t\r\n\x00\x1b\x85\u2028…•·.,;:!?()[]-/@#&%$€3"
)
texts = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=300)
surrogates = st.text(st.characters(categories=["Cs", "Lu", "Zs"]), max_size=50)


@given(st.one_of(texts, surrogates))
def test_fold_replaces_one_character_by_one(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“trans\u2011Atlantic”\u00a0aid", '"trans-Atlantic" aid'),
        ("‘don’t’", "'don't'"),
        ("«Oui» – „Ja“", '"Oui" - "Ja"'),
        ("a―b—c", "a—b—c"),
        ("a\u202eb\u200bc\x1bd\x07e", "a b c d e"),
        ("one\r\ntwo\tthree", "one\r\ntwo\tthree"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def naive_place(text: str, offset: int) -> tuple[int, int]:
    line = column = 1
    for number in range(offset):
        ends = text[number] == "\n" or (text[number] == "\r" and text[number + 1 : number + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    return line, column


@given(st.text(st.sampled_from("ab\r\n\u2028"), max_size=40))
def test_place_agrees_with_counting(text):
    lines = Lines(text)
    assert [lines.place(n) for n in range(len(text) + 1)] == [naive_place(text, n) for n in range(len(text) + 1)]


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("", 0, (1, 1)), ("ab\ncd", 3, (2, 1)), ("ab\r\ncd", 4, (2, 1)), ("ab\rcd", 4, (2, 2)), ("😀b", 1, (1, 2))],
)
def test_place(text, offset, place):
    assert Lines(text).place(offset) == place


def test_span():
    assert Span(1, 3).of("abcd") == "bc"
    assert Span(1, 5).holds(Span(2, 5)) and not Span(1, 5).holds(Span(0, 2))
    assert (Span(1, 5).overlap(Span(3, 9)), Span(1, 2).overlap(Span(4, 5))) == (2, 0)
