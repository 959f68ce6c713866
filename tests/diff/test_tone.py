"""Loaded words against their milder counterparts."""

from __future__ import annotations

import pytest

from framecheck.lexicons import table
from tests.support import findings, words


@pytest.mark.parametrize(
    ("a", "b", "code", "strong", "mild"),
    [
        (
            "The opposition leader lambasted the finance minister over the tax plan on Tuesday.",
            "The opposition leader criticised the finance minister over the tax plan on Tuesday.",
            "LEX001",
            "lambasted",
            "criticised",
        ),
        (
            "House prices in the capital plummeted in the third quarter, the bank said.",
            "House prices in the capital declined in the third quarter, the bank said.",
            "LEX001",
            "plummeted",
            "declined",
        ),
        (
            "The committee published a scathing report on the hospital on Thursday.",
            "The committee published a report on the hospital on Thursday.",
            "LEX002",
            "scathing report",
            "report",
        ),
        (
            "The minister sharply criticised the court on Sunday after the verdict.",
            "The minister criticised the court on Sunday after the verdict.",
            "LEX002",
            "sharply criticised",
            "criticised",
        ),
        (
            "Voters were angry about the pro-business stance of the party in the vote on Sunday.",
            "Voters were angry about the stance of the party in the vote on Sunday.",
            "LEX002",
            "pro-business stance",
            "stance",
        ),
        (
            "Residents Lambast Council Over Delays to the Harbour Bridge",
            "Residents Criticize Council Over Delays to the Harbour Bridge",
            "LEX001",
            "Lambast",
            "Criticize",
        ),
        (
            "The council vehemently opposed the harbour bridge on Monday.",
            "The council opposed the harbour bridge on Monday.",
            "LEX002",
            "vehemently opposed",
            "opposed",
        ),
    ],
)
def test_the_stronger_word_comes_first(a, b, code, strong, mild):
    for texts in ({"A": a, "B": b}, {"B": b, "A": a}):
        (found,) = findings(texts, code)
        assert words(found, texts) == {"A": [strong], "B": [mild]}
        assert found.sides[0].span.of(texts[list(texts)[found.sides[0].document]]) == strong


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # no counterpart
        ("The leader lambasted the minister over the tax plan.", "The leader met the minister over the tax plan."),
        # the same word elsewhere in the sentence
        ("A scathing report on the hospital came out.", "The report on the hospital, a scathing one, came out."),
        # both mild
        ("The leader questioned the tax plan on Monday.", "The leader opposed the tax plan on Monday."),
        # both loaded
        ("The leader blasted the tax plan on Monday.", "The leader slammed the tax plan on Monday."),
        # against someone is no description of them
        ("They read the anti-Miller texts on Monday.", "They read what Miller sent on Monday."),
        # a term of law is no evaluation
        ("The criminal court heard the tax case on Monday.", "The court heard the tax case on Monday."),
        # no counterpart in its place
        ("The council met about the fiasco on the bridge.", "The council met last year on the bridge."),
        # a verb and a noun
        ("The attack on the tax plan came on Monday.", "The leader opposed the tax plan on Monday."),
    ],
)
def test_silent_without_a_milder_counterpart(a, b):
    assert not [f for f in findings({"A": a, "B": b}) if f.code.startswith("LEX")]


def test_words_inside_quotation_marks_are_said_to_be_quoted():
    texts = {
        "A": '"After the disastrous meeting between the mayor and the union, many questions arose," said one of the aides.',
        "B": "After the tense meeting between the mayor and the union, many questions arose, said one of the aides.",
    }
    (found,) = findings(texts, "LEX002")
    assert "A: “disastrous meeting” (quoted), B: “tense meeting”" in found.message


def test_every_class_of_the_lexicon_has_a_loaded_word_and_known_tags():
    classes: dict[str, set[str]] = {}
    for fields in table("loaded").values():
        for field in fields:
            name, strength, tags = field.split(":")
            assert set(tags.split(",")) <= {"NN", "VB", "JJ", "RB", "PRE"}
            classes.setdefault(name, set()).add(strength)
    assert classes.pop("plain") == {"0"}
    assert all("2" in values and values <= {"0", "1", "2"} for values in classes.values())
