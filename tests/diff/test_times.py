"""Times of the same event, compared."""

from dataclasses import replace

import pytest

from framecheck.diff.times import compare
from framecheck.records.finding import Severity
from tests.support import alignment, findings, words


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (
            "The mayor resigned on Monday over the land deal.",
            "The mayor resigned on Tuesday over the land deal.",
            "different",
        ),
        (
            "The mayor resigned on May 5 over the land deal.",
            "The mayor resigned on May 6 over the land deal.",
            "different",
        ),
        (
            "The mayor resigned on Monday over the land deal.",
            "The mayor resigned on Monday evening over the land deal.",
            "vaguer",
        ),
        ("The dam burst earlier this year in the north.", "The dam burst in May in the north.", "vaguer"),
        ("The dam burst last year in the north.", "The dam burst last summer in the north.", "vaguer"),
        ("Talks are planned in May or early June in Oslo.", "Talks are planned in early June in Oslo.", "vaguer"),
    ],
)
def test_relation(a, b, relation):
    assert {d.relation for d in compare(alignment({"A": a, "B": b}))} == {relation}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("The mayor resigned on Monday.", "On Monday, the mayor resigned.", id="same"),
        pytest.param("The mayor resigned on Monday.", "The mayor resigned in May.", id="another grain"),
        pytest.param("The mayor resigned on Monday.", "The mayor resigned on May 5.", id="no publication date"),
        pytest.param(
            "The mayor resigned on Monday after a report on Friday.",
            "The mayor resigned after a report on Friday.",
            id="both name it",
        ),
        pytest.param("The dam burst last month.", "The dam burst in May.", id="a month that needs a date"),
        pytest.param(
            "Last year, when Ann Lind still sold nets and ropes behind the church of Ludby, few people asked why the tax on "
            "herring would rise.",
            "Few people asked why the tax on herring would rise, said Per Dahl, an angler who wants to stand for the seat of "
            "the mayor in November.",
            id="periods of other events",
        ),
        pytest.param("The dam burst in the year 1998.", "The dam of 1974 burst.", id="years"),
    ],
)
def test_silent(a, b):
    assert list(compare(alignment({"A": a, "B": b}))) == []


def test_three_outlets_make_one_finding():
    texts = {
        "A": "The mayor resigned on Monday over the land deal.",
        "B": "The mayor resigned on Tuesday over the land deal.",
        "C": "The mayor resigned on Monday over the land deal.",
    }
    (found,) = findings(texts, "TIM001")
    assert found.severity is Severity.ERROR
    assert words(found, texts) == {"A": ["Monday"], "B": ["Tuesday"], "C": ["Monday"]}


@pytest.mark.parametrize(
    ("a", "b", "relations"),
    [
        (
            "The ferry company closed the harbour in May.",
            "The harbour was closed by the company last summer.",
            {"vaguer"},
        ),
        ("The ferry company closed the harbour on Friday.", "The harbour was closed on Monday.", set()),
        ("The ferry company closed the harbour in May.", "The harbour was reopened last summer.", set()),
    ],
    ids=["one verb", "another day", "another verb"],
)
def test_sentences_that_only_came_near(a, b, relations):
    bare = replace(alignment({"A": a, "B": b}), pairs=())
    assert {d.relation for d in compare(bare)} == relations
