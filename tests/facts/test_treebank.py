"""Treebank tokens are those of nltk, whatever the marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.tokenize import NLTKWordTokenizer

from framecheck.facts.treebank import treebank_spans
from framecheck.text import fold

SENTENCES = [
    "",
    "The mayor resigned on Tuesday, after five councillors asked for an inquiry.",
    "She said: \"We can't pay $5,587.75 (or more); they'll see\" -- and left.",
    "'Tis the men's plan, 'twas said; we cannot, shan't and wanna go, d'ye see? I'M.",
    "It rose 3.5% at 22:52 [see p. 4] & fell ... again*, wrote a.b@news.example #3!",
    "``Yes,'' he said. ''No.''",
    'He works at "Acme Inc."',
    "the 'plan' . ' ended\u2014badly:",
    "Wanna? Gimme more'n one, lemme see {it} <now>. \" ' \"",
]
PIECES = [
    *("\ufffd", '"', "''", "``", "'", "'s ", "n't ", ". ", "...", "U.S.", "a&B", "http://x/", "-", "--", "\u2014"),
    *("can", "not ", "Cannot ", "wanna ", "'tis ", "'Twas ", "more'n ", "d'ye", "$5", "(", "]", "<", ": ", ",", "\n"),
    *("1,2", "?", "!", "*", "{", ";", "%", "#", ". ' ", " 'word", "I'll ", "WE'VE ", "the ", "Zo\u00eb"),
]


def spans(tokenize, text):
    """The spans of *text*, or None where marks cannot be found again."""
    try:
        return list(tokenize(text))
    except (ValueError, RuntimeError):
        return None


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_are_split_as_by_nltk(text):
    plain = fold(text)
    assert spans(treebank_spans, plain) == spans(NLTKWordTokenizer().span_tokenize, plain)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_marks_are_split_as_by_nltk(text):
    plain = fold(text)
    assert spans(treebank_spans, plain) == spans(NLTKWordTokenizer().span_tokenize, plain)
