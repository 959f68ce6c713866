"""How far a statement reaches, compared."""

from pathlib import Path

import pytest

from framecheck.diff.scope import compare
from framecheck.pipeline import align_articles
from framecheck.readers import read_paths
from tests.support import alignment, findings, words

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Several coastal states question the quota.", "Many coastal states question the quota.", "quantified"),
        ("Several coastal states question the quota.", "Many coastal countries question the quota.", "quantified"),
        (
            "Three boats were lost off the cape in the storm.",
            "Several boats were lost off the cape in the storm.",
            "quantified",
        ),
        ("Coastal states question the fishing quota.", "Some coastal states question the fishing quota.", "narrowed"),
        ("The ministry suspended fishing in the bay.", "The ministry stopped fishing in the bay.", "degree"),
        ("The ministry ordered a pause in fishing in the bay.", "The ministry ended fishing in the bay.", "degree"),
        ("The bank cut off loans to the port.", "The bank temporarily cut off loans to the port.", "degree"),
        ("The bank is scaling back loans to the port.", "The bank is halting loans to the port.", "degree"),
        (
            "The clerk played a lead role in the fraud at the port.",
            "The clerk was involved in the fraud at the port.",
            "degree",
        ),
        ("Small ports often pay the levy on fish.", "Small ports always pay the levy on fish.", "degree"),
        ("Some refugees crossed the bay at night.", "Many migrants crossed the bay at night.", "quantified"),
    ],
)
def test_relation(a, b, relation):
    assert {d.relation for d in compare(alignment({"A": a, "B": b}))} == {relation}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Several states question the quota.", "Multiple states question the quota.", id="same meaning"),
        pytest.param("Several states question the quota.", "Many skippers question the quota.", id="other groups"),
        pytest.param("Four sources question the quota.", "Many sources question the quota.", id="own sources"),
        pytest.param("Both ports question the quota.", "Two ports question the quota.", id="both is two"),
        pytest.param(
            "Skippers met in the port.", "In the long, cold winter some skippers sold their nets.", id="which group"
        ),
        pytest.param("The ports question the quota.", "Many ports question the quota.", id="told of before"),
        pytest.param("The bank suspended the loans.", "The bank temporarily cut off the loans.", id="as far"),
        pytest.param("The bank stopped the loans.", "The bank has not reduced the loans.", id="not done"),
        pytest.param("The bank stopped the loans in May.", "Rain stopped the game in May.", id="other things"),
        pytest.param("Small ports often pay the levy.", "The bank stopped the loans.", id="other scales"),
        pytest.param("Federal prosecutors met in the port.", "Prosecutors met in the port.", id="goes without saying"),
        pytest.param("He left at the end of the loan.", "He left when the bank suspended the loan.", id="no act"),
    ],
)
def test_silent(a, b):
    assert list(compare(alignment({"A": a, "B": b}))) == []


def test_the_words_that_differ_are_marked():
    texts = {
        "A": "The bank temporarily cut off loans to the port.",
        "B": "The bank completely stopped loans to the port.",
    }
    (found,) = findings(texts, "SCP002")
    assert words(found, texts) == {"A": ["temporarily cut off"], "B": ["completely stopped"]}


def test_the_seeds_show_the_cut_off_and_the_states():
    articles, _ = read_paths([str(SEEDS)])
    story_alignment = align_articles(articles)
    documents = story_alignment.story.documents
    told: dict[str, set[str]] = {}
    for difference in compare(story_alignment):
        places = [p for v in difference.variants for p in v.places]
        told.setdefault(difference.relation + difference.group, set()).update(
            documents[p.document].words(p.span) for p in places
        )
    assert any({"temporarily cut off", "completely stopped"} <= said for said in told.values())
    assert any({"several NATO states", "many NATO member states"} <= said for said in told.values())


def test_a_part_and_the_whole():
    texts = {
        "A": "The agency closed two of the three bridge lanes.",
        "B": "The bridge lanes were closed by the agency.",
    }
    assert "part" in {d.relation for d in compare(alignment(texts))}
    (found,) = findings(texts, "SCP004")
    assert set(words(found, texts)) == {"A", "B"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("They closed two of the three lanes.", "Two of the three lanes were closed.", id="same part"),
        pytest.param("Five of the pilots said the tug was unfit.", "Pilots said the tug was unfit.", id="sources"),
    ],
)
def test_no_part(a, b):
    assert "part" not in {d.relation for d in compare(alignment({"A": a, "B": b}))}


def test_some_before_a_number_is_no_part_of_it():
    texts = {"A": "Some 1,200 pilots were on board the tug.", "B": "About 1,200 pilots were on board the tug."}
    assert not [d for d in compare(alignment(texts)) if d.relation in ("quantified", "narrowed")]
