"""Facts that two outlets share and another lacks."""

from dataclasses import replace
from itertools import combinations

import pytest

from framecheck.diff.alone import closest, counterpart, extras
from framecheck.diff.statements import ADDED, additions, facts
from framecheck.diff.untold import gaps, view_of
from framecheck.records.finding import Role
from tests.support import alignment, findings, words

SHARED = {
    "A": "The bridge closed on Monday.\nEngineers found deep cracks in two steel girders below the deck.",
    "B": "The bridge was closed on Monday.\nDeep cracks in two steel girders below the deck were found by engineers.",
}


def test_the_outlet_that_lacks_the_fact_is_named() -> None:
    texts = SHARED | {"C": "The bridge closed on Monday.\nDrivers were told to use the tunnel."}
    (found,) = (f for f in findings(texts, "OMI001") if any("girders" in told for told in words(f, texts)["A"]))
    missing = [s.document for s in found.sides if s.role is Role.MISSING]
    assert missing == [2]
    assert all("cracks in two steel girders" in words(found, texts)[outlet][0] for outlet in "AB")
    (anchor,) = (s.sentence for s in found.sides if s.role is Role.MISSING)
    assert anchor and anchor.of(texts["C"]) == "The bridge closed on Monday."


@pytest.mark.parametrize(
    "third",
    [
        pytest.param("The steel girders below the deck had deep cracks, engineers found.", id="in another order"),
        pytest.param("Engineers found girders below the deck, made of steel, two of them cracked.", id="half told"),
    ],
)
def test_silent_where_the_third_tells_it(third: str) -> None:
    texts = SHARED | {"C": f"The bridge closed on Monday.\n{third}"}
    assert not any("girders" in told for f in findings(texts, "OMI001") for told in words(f, texts)["A"])


def test_silent_for_two_outlets() -> None:
    assert not findings(SHARED, "OMI001")


def test_without_scores_of_pairs_nothing_is_known_to_lack() -> None:
    told = alignment(SHARED | {"C": "The bridge closed on Monday.\nDrivers were told to use the tunnel."})
    assert view_of(told)
    assert view_of(replace(told, scores=None)) is None


def test_a_gap_names_its_twin_and_where_the_fact_would_belong() -> None:
    told = alignment(SHARED | {"C": "The bridge closed on Monday.\nDrivers were told to use the tunnel."})
    documents = told.story.documents
    view = view_of(told)
    assert view
    (gap,) = (g for g in gaps(view) if documents[0].words(g.phrase.span) == "below the deck")
    assert [documents[1].words(twin.span) for twin in gap.twins] == ["below the deck"]
    assert gap.lacking == 2
    assert gap.traits["in article"] == 0.0
    assert gap.traits["twin"] == pytest.approx(1.0, abs=1e-3)


def test_each_stretch_is_in_one_fact_and_the_surest_comes_first() -> None:
    told = alignment(SHARED | {"C": "The bridge closed on Monday.\nDrivers were told to use the tunnel."})
    view = view_of(told)
    assert view
    found = list(gaps(view))
    # the shorter the phrase the surer, which the real model would not say
    given = [1 / (1 + g.phrase.last - g.phrase.first) for g in found]
    chosen = facts(found, given)
    assert [f.probability for f in chosen] == sorted((f.probability for f in chosen), reverse=True)
    spans = [(c.ref.document, c.span) for f in chosen for c in f.told]
    assert not any(a[0] == b[0] and a[1].overlap(b[1]) for a, b in combinations(spans, 2))
    assert not facts(found, [0.1] * len(found))


ALONE = {
    "A": "The bridge closed on Monday.\nThe mayor, a former builder of bridges, had promised to keep it open.",
    "B": "The bridge closed on Monday.\nThe mayor had promised to keep it open.",
    "C": "The bridge was closed on Monday.\nDrivers were told to use the tunnel.",
}


def test_what_one_outlet_alone_adds_comes_with_the_words_beside_which_it_would_stand() -> None:
    (found,) = findings(ALONE, "OMI005")
    assert words(found, ALONE)["A"] == ["a former builder of bridges"]
    assert [s.document for s in found.sides if s.role is Role.MISSING] == [1, 2]
    (beside,) = (s for s in found.sides if s.role is Role.CONTEXT)
    assert beside.span
    assert beside.document == 1
    assert "had promised" in beside.span.of(ALONE["B"])


def test_additions_are_no_matter_of_a_check() -> None:
    assert not findings({"draft": ALONE["A"], "B": ALONE["B"], "C": ALONE["C"]}, "OMI005")
    assert not findings({"draft": ALONE["B"], "B": ALONE["A"], "C": ALONE["C"]}, "OMI005")


def test_the_counterpart_of_an_extra_is_in_the_outlet_that_comes_closest() -> None:
    view = view_of(alignment(ALONE))
    assert view
    (extra,) = extras(view)
    assert extra.lacking == (1, 2)
    assert closest(view, extra) == 1
    other = counterpart(view, extra)
    assert other
    assert other.ref.document == 1


def test_one_addition_a_sentence_and_at_most_so_many() -> None:
    view = view_of(alignment(ALONE))
    assert view
    (extra,) = extras(view)
    assert len(additions([extra, extra], [0.2, 0.4], [])) == 1
    moved = [
        replace(extra, phrase=replace(extra.phrase, ref=replace(extra.phrase.ref, sentence=number)))
        for number in range(2 * ADDED)
    ]
    chosen = additions(moved, [number / 100 for number in range(2 * ADDED)], [])
    assert [one.extra for one in chosen] == moved[: -ADDED - 1 : -1]
