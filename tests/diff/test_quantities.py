"""Numbers of the same thing, compared."""

from pathlib import Path

import pytest

from framecheck.diff.quantities import compare
from framecheck.pipeline import align_articles
from framecheck.readers import read_paths
from framecheck.records.finding import Severity
from tests.support import alignment, findings, words

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The fair drew 412 visitors on its first day.", "The fair drew 421 visitors on its first day.", "different"),
        ("The trip cost taxpayers $8,210.40.", "The trip cost taxpayers $8,120.40.", "different"),
        ("About 1,200 marchers came to the square.", "More than 900 marchers came to the square.", "bounded"),
        ("The plan now serves nearly 16 million people.", "The plan now serves about 15 million people.", "different"),
        ("Nearly 3 million ballots were cast.", "In all, 2,748,110 ballots were cast.", "rounded"),
        ("He spent $10,977.74 at the Dome Market.", "He spent over $10,000 at the Dome Market.", "rounded"),
        ("Dozens of questions were sent to the mayor.", "Almost 40 questions were sent to the mayor.", "rounded"),
    ],
)
def test_relation(a, b, relation):
    assert {d.relation for d in compare(alignment({"A": a, "B": b}))} == {relation}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("The fair drew 412 visitors.", "The fair drew 412 visitors.", id="same"),
        pytest.param("The fair drew twelve visitors.", "The fair drew 12 visitors.", id="words and digits"),
        pytest.param("The toll was $5 million.", "The toll was $5,000,000.", id="scale"),
        pytest.param("The fair drew 412 visitors.", "The fair drew 38 exhibitors.", id="another thing"),
        pytest.param("Nearly 3 million voted.", "In all, 2,948,110 people voted.", id="nearly is near"),
        pytest.param("It may cut prices by up to 10 cents.", "It may cut prices by about 10 cents.", id="one number"),
        pytest.param("The chance of winning is two-in-three.", "The chance of losing is one-in-three.", id="odds"),
        pytest.param("Police closed two of the three lanes.", "Police closed some of the three lanes.", id="part"),
        pytest.param("He faces up to five years.", "He faces 46 to 50 months.", id="within the bound"),
        pytest.param("Roughly 25 to 30 ships sail.", "Some 25 to 30 ships sail.", id="one range"),
        pytest.param("Trains ran 20 minutes late.", "Trains ran 20 years ago.", id="unit"),
        pytest.param(
            "The council cut the plan from five towers to three.",
            "The council may approve the plan with three towers or two towers.",
            id="a series",
        ),
        pytest.param(
            "Three sources said the port may be sold.", "Six sources said the port may be sold.", id="own sources"
        ),
    ],
)
def test_silent(a, b):
    assert list(compare(alignment({"A": a, "B": b}))) == []


def test_two_exact_numbers_in_one_statement_are_an_error():
    texts = {
        "A": "The trip of the mayor to Lisbon cost the taxpayers $8,210.40.",
        "B": "The trip of the mayor to Lisbon cost the taxpayers $8,120.40.",
    }
    (found,) = findings(texts, "NUM001")
    assert found.severity is Severity.ERROR
    assert words(found, texts) == {"A": ["$8,210.40"], "B": ["$8,120.40"]}


def test_the_seeds_show_the_part_and_no_contradiction():
    articles, _ = read_paths([str(SEEDS)])
    story_alignment = align_articles(articles)
    story = story_alignment.story
    told = [
        {story.documents[p.document].words(p.span) for v in d.variants for p in v.places}
        for d in compare(story_alignment)
    ]
    assert {"Five NATO officials", "Eight current or former NATO security officials"} in told
    assert not any({"four sources", "five sources"} <= said for said in told)
    assert not any("32 NATO member states" in said for said in told)
    part = next(d for d in compare(story_alignment) if d.relation == "part")
    assert "Five of the officials" in {story.documents[p.document].words(p.span) for p in part.context}


TREASURER = {
    "Post": "Councillor Ned Alder pleaded guilty on Tuesday in Orvik to charges that he spent $310,000 in party cash on cars.",
    "Wire": "Councillor Ned Alder pleaded guilty on Tuesday in Orvik over his use of {} in party money to buy cars.",
}


@pytest.mark.parametrize(
    ("sums", "told"),
    [("$480,000", True), ("$310,000", False), ("$480,000 and later $90,000", False), ("480 donations", False)],
)
def test_the_one_sum_of_each_of_two_sentences_that_say_the_same(sums: str, told: bool) -> None:
    texts = {"Post": TREASURER["Post"], "Wire": TREASURER["Wire"].format(sums)}
    assert bool(findings(texts, "NUM001")) is told


def test_the_one_sum_is_no_error_where_little_else_is_alike() -> None:
    texts = {"Post": TREASURER["Post"], "Wire": TREASURER["Wire"].format("$480,000")}
    (found,) = findings(texts, "NUM001")
    assert found.severity is Severity.WARNING


LEVY = "It was a cold evening in Orvik. {}. The council meets again next week."


@pytest.mark.parametrize(
    ("post", "herald", "told"),
    [
        (
            "Governor Ida Holm, who wants the levy, met 31 owners of boats in the harbour",
            "After a long dispute Holm met 37 owners of boats at the town hall to hear about the levy",
            True,
        ),
        (  # who
            "Governor Ida Holm, who wants the levy, met 31 owners of boats in the harbour",
            "After a long dispute Mayor Eva Dahl met 37 owners of boats at the town hall to hear about the levy",
            False,
        ),
        (  # when
            "Governor Ida Holm, who wants the levy, met 31 owners of boats in the harbour in 2011",
            "After a long dispute Holm met 37 owners of boats at the town hall in 2014 to hear about the levy",
            False,
        ),
        (  # how many
            "Governor Ida Holm, who wants the levy, met 31 owners of boats in the harbour",
            "After a long dispute Holm met 4 owners of boats at the town hall to hear about the levy",
            False,
        ),
    ],
)
def test_numbers_of_one_noun_are_many(post: str, herald: str, told: bool) -> None:
    texts = {"Post": LEVY.format(post), "Herald": LEVY.format(herald)}
    assert bool(findings(texts, "NUM001")) is told
