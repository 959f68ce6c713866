"""Where sentences end: news prose, quotations, abbreviations, and any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framecheck.facts.sentences import MAX_SENTENCE, sentence_spans
from framecheck.text import Span, fold

# each list is one block; its entries are the sentences, joined by a space
BLOCKS = [
    ["Two ferries collided off Bergen.", "Nobody was hurt."],
    ["She worked for the F.B.I.", "He did not."],
    ["He lives in the U.S.", "She moved there, too."],
    ["U.S. Attorney Ann Lee spoke.", "John A. Marsh of Acme Inc. did not."],
    ["Acme Inc. paid.", "So did Borel Co.", "The others refused."],
    ["Rep. Mia Hart, D-Colo., objected.", "Sen. Otto Falk (R-Ohio) agreed."],
    ["It ranked No. 3 in Sept. 2019.", "Dr. Roe and Lt. Gov. Ames left at 2:52 p.m. Monday."],
    ["Doors open at 9 a.m.", "The talks start later."],
    ['"We lost," he said.', '"We cried."', "Then they left."],
    ['"Is it over?" Ms. Orr asked.', '"No!" the mayor replied.'],
    ['The mayor praised the "deal of the year."', "The union did not."],
    ["He says so in the ad.", '"And I mean it," he adds.'],
    ['"The matter is grave ... The vote was held without us," she said.'],
    ['"I did it. … I took the money."', "He was fined."],
    ["“They kept the ‘family silver’... We know that.”"],
    ["He paid $5,587.75 on Feb. 5.", "$3 million was lost.", "Twelve people left."],
    ["Her book, Money!: A History, sold well."],
    ["The pendant (bought in Lyon, Tenn.), was stolen."],
    ["The minister visited Oslo on Friday. (AP)"],
    ["Yahoo! and others declined.", "Why?", "Nobody knows."],
    ["Guests of the “all things green!” club — whose chair resigned — left."],
]


@pytest.mark.parametrize("expected", BLOCKS, ids=lambda block: block[0][:30])
def test_sentences(expected):
    text = " ".join(expected)
    assert [s.of(text) for s in sentence_spans(fold(text), Span(0, len(text)))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said it.The minister left.", ["He said it.", "The minister left."]),
        ("• One thing. • Another thing", ["One thing.", "Another thing"]),
        ("The line is\nwrapped here.  And\r\nhere.", ["The line is\nwrapped here.", "And\r\nhere."]),
        ('"He agreed. " She left.', ['"He agreed. "', "She left."]),
        (" \t ", []),
    ],
)
def test_layout(text, expected):
    assert [s.of(text) for s in sentence_spans(text, Span(0, len(text)))] == expected


def test_spans_point_into_the_whole_text():
    text = "Head\n\nOne. Two."
    assert sentence_spans(text, Span(6, 15)) == [Span(6, 10), Span(11, 15)]


PIECES = [
    "\ud800",
    "\u202e",
    "\U0001f600",
    '"',
    "'",
    ". ",
    "... ",
    "\u2026",
    "? ",
    "! ",
    "(",
    ")",
    "Mr. ",
    "U.S. ",
    "He said ",
    "The end",
    " - ",
    "\u2014",
    "\n",
    "\u2022 ",
    "a",
    "B. ",
    "3.5 ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=40).map("".join))
def test_sentences_hold_every_character_once(text):
    plain = fold(text)
    spans = sentence_spans(plain, Span(0, len(plain)))
    last = 0
    for span in spans:
        assert last <= span.start < span.end <= len(plain)
        assert not plain[last : span.start].strip(" \t\r\n•‣▪●◦")
        assert span.of(plain) == span.of(plain).strip()
        last = span.end
    assert not plain[last:].strip(" \t\r\n•‣▪●◦")


@pytest.mark.parametrize("unit", ["word ", "x", "A. ", "so ... ", '" ', "no; "])
def test_no_sentence_is_longer_than_the_cap(unit):
    plain = unit * (60_000 // len(unit))
    spans = sentence_spans(plain, Span(0, len(plain)))
    assert max(s.end - s.start for s in spans) <= MAX_SENTENCE
    assert sum(len(s.of(plain).replace(" ", "")) for s in spans) == len(plain.replace(" ", ""))
