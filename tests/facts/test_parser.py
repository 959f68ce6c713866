"""Trees of plain news sentences; every answer is a whole tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framecheck.facts.parser import parse
from framecheck.facts.tagger import tag


def arcs(sentence: str) -> set[tuple[str, str, str]]:
    words = sentence.split()
    return {
        (words[head] if head >= 0 else "", relation, words[child])
        for child, (head, relation) in enumerate(parse([(words, tag(words))])[0])
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mayor closed the bridge on Monday .", {("closed", "nsubj", "mayor"), ("closed", "obj", "bridge")}),
        (
            "The bridge was closed by the police .",
            {("closed", "nsubj:pass", "bridge"), ("closed", "obl:agent", "police")},
        ),
        ("She said that the troops had left the city .", {("", "root", "said"), ("left", "nsubj", "troops")}),
        ("He did not resign .", {("resign", "nsubj", "He"), ("resign", "advmod", "not")}),
    ],
)
def test_plain_sentences(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= arcs(sentence)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["the", "mayor", "said", ",", "of", "quickly", "was", "42", '"', "\u00e9t\u00e9", "."]),
        max_size=25,
    )
)
def test_every_answer_is_one_tree(words: list[str]) -> None:
    (found,) = parse([(words, tag(words))])
    assert len(found) == len(words)
    assert sum(head == -1 for head, _ in found) == (1 if words else 0)
    for start in range(len(found)):
        seen, at = set(), start
        while at != -1:
            assert at not in seen
            seen.add(at)
            at = found[at][0]


def test_sentences_side_by_side_get_the_trees_that_each_gets_alone() -> None:
    told = [
        "",
        "She left .",
        "The bridge was closed by the police on Monday , he said .",
        "Stop",
        "He did not resign .",
    ]
    sentences = [(text.split(), tag(text.split())) for text in told]
    assert parse(sentences) == [tree for sentence in sentences for tree in parse([sentence])]
