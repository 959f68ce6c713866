"""One statement, unlike commitment."""

from __future__ import annotations

import pytest

from tests.support import findings, words


@pytest.mark.parametrize(
    ("firm", "weak", "first", "second"),
    [
        (
            "The airline will cut four hundred jobs at the airport, the paper said.",
            "The airline may cut four hundred jobs at the airport, the paper said.",
            "will cut",
            "may cut",
        ),
        (
            "The minister met the envoy in a village near the border on Sunday.",
            "The minister reportedly met the envoy in a village near the border on Sunday.",
            "met",
            "reportedly met",
        ),
        (
            "The senator endorsed the plan for a new stadium at a dinner on Friday.",
            "The senator appeared to endorse the plan for a new stadium at a dinner on Friday.",
            "endorsed",
            "appeared to endorse",
        ),
        (
            "The city is closing the swimming pool in the old town.",
            "The city is considering closing the swimming pool in the old town.",
            "is closing",
            "is considering closing",
        ),
        (
            "The treasurer took two thousand pounds from the club.",
            "The treasurer allegedly took two thousand pounds from the club.",
            "took",
            "allegedly took",
        ),
    ],
)
def test_the_firmer_wording_comes_first(firm, weak, first, second):
    for texts in ({"A": firm, "B": weak}, {"B": weak, "A": firm}):
        (found,) = findings(texts, "CRT001")
        assert words(found, texts) == {"A": [first], "B": [second]}
        assert list(texts)[found.sides[0].document] == "A"


def test_one_place_in_the_statement_links_other_verbs():
    texts = {
        "A": "The analyst Joan Petrie said that the army needs more fuel now but the supply of usable fuel may decline.",
        "B": "The analyst Joan Petrie said that the army now needs more fuel but will get less.",
    }
    (found,) = findings(texts, "CRT001")
    assert words(found, texts) == {"A": ["may decline"], "B": ["will get less"]}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The airline may cut jobs at the airport.", "The airline might cut jobs at the airport."),
        ("The airline can cut jobs at the airport.", "The airline cut jobs at the airport."),
        ("The airline may cut jobs at the airport.", "The airline may hire staff. The city will plant trees."),
        ("Ann Lind met the envoy in Ludby on Sunday.", "Per Dahl plans to meet the envoy in Ludby on Sunday."),
        ("In May the airline cut jobs at the airport.", "The airline cut jobs at the airport in May."),
        (
            '"We may cut jobs at the airport in the spring," she said.',
            '"We will cut jobs at the airport in the spring," she said.',
        ),
    ],
)
def test_silent_where_commitment_is_the_same_or_the_statement_is_not(a, b):
    assert not findings({"A": a, "B": b}, "CRT001")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The court accepted the appeal of the two miners on Monday.",
            "The court did not accept the appeal of the two miners on Monday.",
            {"A": ["accepted"], "B": ["did not accept"]},
        ),
        (
            "The company paid the wages of the sailors in June.",
            "The company refused to pay the wages of the sailors in June.",
            None,
        ),
    ],
)
def test_a_negated_verb_against_the_same_verb(a, b, expected):
    texts = {"A": a, "B": b}
    found = findings(texts, "POL001")
    assert [words(f, texts) for f in found] == [expected or {"A": ["paid"], "B": ["refused to pay"]}]
