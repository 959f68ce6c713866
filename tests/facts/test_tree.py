"""Clauses, phrases and subjects, on trees built by hand: head and relation of each word."""

from __future__ import annotations

import pytest

from framecheck.facts.tokens import stem
from framecheck.facts.tree import children, clause_span, phrase_span, subject_of, subtree_span
from framecheck.records.article import Article, BlockKind
from framecheck.records.document import Document, Sentence, Token
from framecheck.text import Span

# word/tag/head/relation; heads count from 0, -1 is the root
RELATIVE = (
    "The/DT/1/det mayor/NN/6/nsubj ,/,/4/punct who/WP/4/nsubj resigned/VBD/1/acl:relcl ,/,/4/punct praised/VBD/-1/root "
    "the/DT/8/det crew/NN/6/obj and/CC/10/cc left/VBD/6/conj ././6/punct"
)
REPORTED = (
    "She/PRP/1/nsubj said/VBD/-1/root that/IN/6/mark the/DT/4/det troops/NNS/6/nsubj had/VBD/6/aux gone/VBN/1/ccomp "
    "to/TO/8/mark rest/VB/6/xcomp ././1/punct"
)


def document(line: str) -> Document:
    tokens, at = [], 0
    for item in line.split():
        word, tag, head, relation = item.rsplit("/", 3)
        tokens.append(Token(at, at + len(word), word, tag, stem(word), int(head), relation))
        at += len(word) + 1
    text = " ".join(t.text for t in tokens)
    sentence = Sentence(0, Span(0, len(text)), BlockKind.BODY, 0, 0, 0, len(tokens))
    return Document(Article("a", "a", "A", text), (sentence,), tuple(tokens))


@pytest.mark.parametrize(
    ("line", "index", "expected"),
    [
        (RELATIVE, 1, "The mayor , who resigned"),
        (RELATIVE, 8, "the crew"),
        (REPORTED, 6, "the troops had gone to rest"),
    ],
)
def test_subtree(line: str, index: int, expected: str) -> None:
    doc = document(line)
    assert doc.words(subtree_span(doc, index)) == expected


@pytest.mark.parametrize(
    ("line", "index", "expected"),
    [
        (RELATIVE, 4, "who resigned"),
        (RELATIVE, 10, "left"),
        (REPORTED, 0, "She said"),
        (REPORTED, 4, "the troops had gone to rest"),
    ],
)
def test_clause(line: str, index: int, expected: str) -> None:
    doc = document(line)
    assert doc.words(clause_span(doc, index)) == expected


def test_phrase_leaves_out_relative_clause() -> None:
    doc = document(RELATIVE)
    assert doc.words(phrase_span(doc, 1)) == "The mayor"


@pytest.mark.parametrize(
    ("line", "verb", "expected"),
    [(RELATIVE, 4, 1), (RELATIVE, 6, 1), (RELATIVE, 10, 1), (REPORTED, 8, 4), (REPORTED, 6, 4)],
)
def test_subject(line: str, verb: int, expected: int) -> None:
    assert subject_of(document(line), verb) == expected


def test_children_mirror_heads() -> None:
    doc = document(REPORTED)
    assert children(doc)[6] == [2, 4, 5, 8]
