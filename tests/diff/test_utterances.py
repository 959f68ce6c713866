from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framecheck.diff.utterances import Class, classify, compare_words, quoted_words
from framecheck.text import Span, fold


def kind(a: str, b: str) -> Class:
    a, b = fold(a), fold(b)
    return classify(a, Span(0, len(a)), b, Span(0, len(b)))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The old ferry sank fast", "The old ferry sank fast,", Class.IDENTICAL),
        ("The old ferry — rusty — sank fast", "The old ferry, rusty, sank fast", Class.TYPOGRAPHIC),
        ("We’re gonna sink the old ferry", "We are going to sink the old ferry", Class.TYPOGRAPHIC),
        ("Three old ferries sank in May", "3 old ferries sank in May", Class.TYPOGRAPHIC),
        ("the world view of those rich ferry owners", "the worldview of those rich ferry owners", Class.TYPOGRAPHIC),
        ("a stupid f***er sank the ferry", "a stupid fucker sank the ferry", Class.TYPOGRAPHIC),
        ("The old ferry sank … on Monday", "The old ferry sank near Oslo on Monday", Class.MARKED),
        ("The old [state] ferry sank fast", "The old ferry sank fast", Class.MARKED),
        ("The old ferry sank fast", "The old ferry sank fast because nobody cared", Class.TRUNCATED),
        ("The old ferry sank very fast near Oslo", "The old ferry went down fast near Oslo", Class.WORDING),
        ("The old ferry was safe that winter", "The old ferry was not safe that winter", Class.SENSE),
        ("The old ferry had 40 cabins below deck", "The old ferry had 60 cabins below deck", Class.SENSE),
        ("The old ferry sank fast", "The council will vote on the bridge", Class.OTHER),
        ("We will build the bridge next year", "We will build the tunnel in ten years", Class.OTHER),
        (
            "reopen the old ferry line to the islands and their people.",
            "Council of Oslo: reopen the ferry line to the islands for good",
            Class.OTHER,
        ),
        ("reopen the old ferry line to the islands", "reopen the old bus line to the islands", Class.WORDING),
        ("Let us see how good they do", "Let us see how they feel without their ferry", Class.OTHER),
    ],
)
def test_classes_hold_both_ways(a, b, expected):
    assert kind(a, b) is expected
    assert kind(b, a) is expected


def test_an_edit_says_which_words_stand_for_which():
    a, b = "Nobody warned the ferry crew about ice", "Nobody warned the harbour crew about ice"
    first, second = quoted_words(a, Span(0, len(a))), quoted_words(b, Span(0, len(b)))
    found = compare_words(first, second)
    assert found is not None
    (edit,) = found.edits
    assert [w.key for w in first[edit.a_first : edit.a_last]] == ["ferry"]
    assert [w.key for w in second[edit.b_first : edit.b_last]] == ["harbour"]


@given(st.text(alphabet="ab 'n t[].…-\"", max_size=40))
def test_words_are_in_order_and_inside(text):
    plain = fold(text)
    last = 0
    for word in quoted_words(plain, Span(0, len(plain))):
        assert last <= word.start < word.end <= len(plain)
        last = word.end


@given(st.lists(st.sampled_from(["ferry", "sank", "the", "not", "...", "oslo", "crew"]), max_size=12))
def test_a_quotation_is_itself(words):
    text = " ".join(words)
    found = compare_words(quoted_words(text, Span(0, len(text))), quoted_words(text, Span(0, len(text))))
    assert found is None or (not found.edits and found.kind is Class.IDENTICAL)
