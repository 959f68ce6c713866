"""Words and marks of a sentence, and where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framecheck.facts.tokens import stem, token_spans
from framecheck.text import Span, fold

SENTENCES = [
    ("She didn't pay $5,587.75.", ["She", "did", "n't", "pay", "$", "5,587.75", "."]),
    ("About 1,200 left at 22:52 on Feb. 5.", ["About", "1,200", "left", "at", "22:52", "on", "Feb.", "5", "."]),
    ("It fell 3.5% to €3bn.", ["It", "fell", "3.5", "%", "to", "€", "3bn", "."]),
    ("50%-60% of the F-16s", ["50", "%", "-", "60", "%", "of", "the", "F", "-", "16s"]),
    ("Omar al-Rashid met U.N.-backed troops", ["Omar", "al", "-", "Rashid", "met", "U.N.", "-", "backed", "troops"]),
    ("He left the U.S.", ["He", "left", "the", "U.S."]),
    ("The U.S. left Acme Inc.", ["The", "U.S.", "left", "Acme", "Inc."]),
    ('"He works at Acme Inc." today', ['"', "He", "works", "at", "Acme", "Inc.", '"', "today"]),
    ("He said “no.” Then", ["He", "said", '"', "no", ".", '"', "Then"]),
    ("The mayor’s men’s ‘plan’", ["The", "mayor", "'s", "men", "'s", "'", "plan", "'"]),
    ("Rep. Hart, D-Colo., left", ["Rep.", "Hart", ",", "D", "-", "Colo.", ",", "left"]),
    ("See https://news.example/a-b?c=1,2.", ["See", "https://news.example/a-b?c=1,2", "."]),
    ("Mail a.b-c@news.example, ask @desk.", ["Mail", "a.b-c@news.example", ",", "ask", "@desk", "."]),
    ("AT&T and M&S", ["AT&T", "and", "M&S"]),
    ("it ended—badly…", ["it", "ended", "—", "badly", "…"]),
    ("he left.Then she", ["he", "left", ".", "Then", "she"]),
    ("yes/no 24/7", ["yes", "/", "no", "24", "/", "7"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_tokens(text, expected):
    plain = fold(text)
    assert [s.of(plain) for s in token_spans(plain, Span(0, len(plain)))] == expected


def test_spans_point_into_the_whole_text():
    assert token_spans("One. Two left", Span(5, 13)) == [Span(5, 8), Span(9, 13)]


PIECES = [
    "\ud800",
    "\u202e",
    "\U0001f600",
    '"',
    "''",
    "``",
    "'",
    "'s ",
    "n't ",
    ". ",
    "...",
    "U.S.",
    "Inc.",
    "@a",
    "a&B",
    "http://x/",
    "-",
    "/",
    "\u2014",
    "can",
    "not ",
    "$5",
    "(",
    "]",
    "<",
    ": ",
    ",",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=30).map("".join))
def test_tokens_hold_every_visible_character_once(text):
    plain = fold(text)
    last = 0
    for span in token_spans(plain, Span(0, len(plain))):
        assert last <= span.start < span.end
        assert not plain[last : span.start].strip()
        assert not any(c.isspace() for c in span.of(plain))
        last = span.end
    assert not plain[last:].strip()


def test_stem():
    assert stem("Whispering") == stem("whispers") == "whisper"
