from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framecheck.facts import analyse
from tests.support import article


def quoted(text: str) -> list[str]:
    document = analyse(article("a", text))
    return [document.words(q.span) for q in document.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The mayor said: "We will rebuild the harbour."', ["We will rebuild the harbour."]),
        ("“We will rebuild,” said the mayor, “and soon.”", ["We will rebuild,", "and soon."]),
        ("He called it a “quiet disaster” on Monday.", ["quiet disaster"]),
        ("“The plan never closes its marks. It just goes on.", ["The plan never closes its marks. It just goes on."]),
        ("Mayor: 'Harbour will reopen'", ["Harbour will reopen"]),
        ("“She told me, ‘Stay away,’ and I did,” he said.", ["She told me, ‘Stay away,’ and I did,"]),
        ("The workers' union rejected the bosses' offer.", []),
        ("It was '90s rock 'n' roll and we loved 'em.", []),
        ('The 12" pipe burst under the 6\'2" fence.', []),
        ("He said 'the workers' pay is safe' twice.", ["the workers' pay is safe"]),
        ("She spoke of «a new start» for the port.", ["a new start"]),
        ("An empty pair “” of marks.", []),
        ("''We lost the boats,'' he said.", ["We lost the boats,"]),
    ],
)
def test_what_stands_in_marks(text, expected):
    assert quoted(text) == expected


def test_paragraphs_that_open_and_never_close_run_on():
    document = analyse(article("a", "“We lost the boats.\n“We lost the nets,” the captain said."))
    assert [q.block for q in document.quotations] == [True, False]
    assert [document.words(q.span) for q in document.quotations] == ["We lost the boats.", "We lost the nets,"]


def test_a_paragraph_announced_by_a_colon_is_quoted_without_marks():
    text = "The minister wrote in a letter:\nThe port stays shut until June.\nReporters were not told."
    document = analyse(article("a", text))
    assert [(document.words(q.span), q.block) for q in document.quotations] == [
        ("The port stays shut until June.", True)
    ]


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("They met for “frank talks” in Oslo.", True),
        ("“Never again,” he said.", False),
        ("He said “we will never again allow a ferry to leave this port overloaded” in Oslo.", False),
        ("The crowd shouted “Shame!” at him.", False),
    ],
)
def test_a_few_words_inside_a_sentence_are_a_fragment(text, scare):
    assert [q.scare for q in analyse(article("a", text)).quotations] == [scare]


def test_sentences_that_a_quotation_spans():
    document = analyse(article("a", "It rained. “The dam broke. The road went. We ran,” she said. It ended."))
    (quotation,) = document.quotations
    assert document.sentences[quotation.sentence].span.start <= quotation.span.start
    assert document.sentences[quotation.last_sentence].span.end >= quotation.span.end
    assert quotation.last_sentence > quotation.sentence


@given(st.text(alphabet="ab c.,'\"“”‘’\n1?!-(", max_size=60))
def test_offsets_hold_whatever_the_marks(text):
    document = analyse(article("a", text))
    last = 0
    for quotation in document.quotations:
        assert last <= quotation.marks.start < quotation.marks.end <= len(text)
        assert quotation.marks.holds(quotation.span)
        words = document.words(quotation.span)
        assert words == words.strip()
        assert any(c.isalnum() for c in words)
        assert "\n" not in words
        last = quotation.marks.end
