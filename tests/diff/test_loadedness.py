"""How loaded a word is by itself."""

from __future__ import annotations

import pytest

from framecheck.diff.loadedness import loadedness, named_features
from framecheck.facts.tokens import stem
from framecheck.records.document import Token


def token(word: str, tag: str) -> Token:
    return Token(0, len(word), word, tag, stem(word.lower()))


@pytest.mark.parametrize(
    ("loaded", "neutral", "tag"),
    [
        ("ranting", "speaking", "VBG"),
        ("waffled", "waited", "VBD"),
        ("staunchly", "weekly", "RB"),
        ("disgusting", "annual", "JJ"),
        ("stooge", "adviser", "NN"),
    ],
)
def test_a_loaded_word_is_more_probable_than_a_neutral_one(loaded, neutral, tag):
    assert loadedness(token(loaded, tag)) > 0.25 > 0.1 > loadedness(token(neutral, tag))


@pytest.mark.parametrize(("word", "tag"), [("Savage", "NNP"), ("the", "DT"), ("--", ":"), ("17", "CD")])
def test_names_and_words_without_meaning_are_never_loaded(word, tag):
    assert loadedness(token(word, tag)) == 0.0


def test_a_word_without_a_vector_is_judged_by_its_form():
    assert 0.0 < loadedness(token("quibbleworthyish", "JJ")) < 1.0


def test_features_name_part_affixes_and_strength():
    found = set(named_features("unhinged", stem("unhinged"), "JJ"))
    assert {"bias", "part JJ", "prefix un", "strength 2"} <= found
