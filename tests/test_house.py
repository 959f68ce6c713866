"""House style: names, lexicons and quotations as a desk wants them; the default changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framecheck.pipeline import check_articles, compare_articles
from framecheck.records.finding import Severity
from framecheck.records.house import House, Strictness, Words
from framecheck.settings import Settings
from tests.support import article

KYIV = House((("Kyiv", ("Kiev",)), ("Zelenskyy", ("Zelensky", "Zelenskiy"))))


def codes(texts: dict[str, str], house: House | None = None) -> set[str]:
    settings = Settings(min_score=0.0, house=house or House())
    return {f.code for f in compare_articles([article(o, t) for o, t in texts.items()], settings=settings).findings}


def test_forms():
    assert KYIV.form("Kiev Opera") == "Kyiv Opera"
    assert KYIV.form("Kievan Rus") == "Kievan Rus"
    assert KYIV.form("Volodymyr Zelenskiy of Kiev") == "Volodymyr Zelenskyy of Kyiv"
    assert House().form("Kiev") == "Kiev"


@pytest.mark.parametrize(
    ("post", "wire", "code"),
    [
        (
            "The mayor of Kiev opened the bridge on Monday.",
            "The mayor of Kyiv opened the bridge on Monday.",
            "NAM005",
        ),
        (
            '"The old bridge in Kiev will never close in the winter," the mayor said on Monday.',
            '"The old bridge in Kyiv will never close in the winter," the mayor said on Monday.',
            "QUO001",
        ),
    ],
)
def test_other_forms_of_a_name_are_no_difference(post, wire, code):
    texts = {"post": post, "wire": wire}
    assert code in codes(texts)
    assert not {c for c in codes(texts, KYIV) if c.startswith(("NAM", "QUO"))}


def test_a_draft_is_told_the_form_of_the_house():
    draft = "The mayor of Kiev met President Zelensky on Monday.\nKiev has a new bridge, and the Kyiv opera a new roof."
    wire = "The mayor of Kyiv met President Zelenskyy on Monday.\nKyiv has a new bridge, and the Kyiv opera a new roof."
    found = check_articles(article("draft", draft), [article("wire", wire)], settings=Settings(house=KYIV)).findings
    named = [f for f in found if f.code == "NAM011"]
    assert {f.message for f in named} == {
        "draft: “Kiev”, the house writes “Kyiv”",
        "draft: “Zelensky”, the house writes “Zelenskyy”",
    }
    assert sorted(len(f.sides) for f in named) == [1, 2]
    assert {f.severity for f in named} == {Severity.NOTE}
    plain = check_articles(article("draft", draft), [article("wire", wire)]).findings
    assert not any(f.code == "NAM011" for f in plain)


LOADED = {
    "post": "The council of Orvik slammed the new harbour plan on Monday evening.",
    "wire": "The council of Orvik criticised the new harbour plan on Monday evening.",
}
GRIM = {
    "post": "The mayor of Orvik announced a turreted ferry terminal on Monday evening.",
    "wire": "The mayor of Orvik announced a ferry terminal on Monday evening.",
}
HEDGED = {
    "post": "The old harbour in Orvik was notionally damaged by the storm on Monday.",
    "wire": "The old harbour in Orvik was damaged by the storm on Monday.",
}
POSSIBLY = {
    "post": "The old harbour in Orvik was possibly damaged by the storm on Monday.",
    "wire": "The old harbour in Orvik was damaged by the storm on Monday.",
}
CLAIMED = {
    "post": "The minister claimed on Monday that the old ferry had no life jackets on board.",
    "wire": "The minister said on Monday that the old ferry had no life jackets on board.",
}


@pytest.mark.parametrize(
    ("texts", "code", "before", "house"),
    [
        (LOADED, "LEX001", True, House(loaded=Words(removed=frozenset({"slam"})))),
        (GRIM, "LEX002", False, House(loaded=Words(added=frozenset({"turreted"})))),
        (HEDGED, "CRT001", False, House(hedges=Words(added=frozenset({"notionally"})))),
        (POSSIBLY, "CRT001", True, House(hedges=Words(removed=frozenset({"possibly"})))),
        (CLAIMED, "ATT001", True, House(said_verbs=Words(added=frozenset({"claim"})))),
        (CLAIMED, "ATT001", True, House(said_verbs=Words(removed=frozenset({"claim"})))),
    ],
)
def test_lexicons(texts, code, before, house):
    assert (code in codes(texts)) is before
    assert (code in codes(texts, house)) is not before


def test_a_verb_that_the_house_adds_has_a_source():
    from framecheck.facts import analyse

    told = article("post", "Ida Holm thundered that the harbour was closed for the winter.")
    said = House(said_verbs=Words(added=frozenset({"thunder"})))
    assert [a.source_name for a in analyse(told, said).attributions] == ["Ida Holm"]
    assert not analyse(told).attributions


SAID = '"We will never close the old harbour in the winter because the boats need it," Mayor Ida Holm said on Monday.'


@pytest.mark.parametrize(
    ("old", "new", "strict", "deletions", "light"),
    [
        ("old harbour", "new harbour", True, True, True),
        ("never close", "close", True, True, True),
        ("the old harbour", "[Orvik's] old harbour", True, False, False),
        ("old harbour in the winter", "old harbour … in the winter", True, False, False),
        ("because the boats need", "because these boats need", True, True, False),
        ("the boats need it", "the boats needed it", True, True, False),
        ("because the boats", "because, um, the boats", True, True, False),
        ("in the winter because", "in the winter, because", False, False, False),
    ],
)
def test_quotations(old, new, strict, deletions, light):
    texts = {"post": SAID, "wire": SAID.replace(old, new)}
    assert texts["post"] != texts["wire"]
    found = {
        house: "QUO001" in codes(texts, replace(House(), quotations=house))
        for house in (Strictness.STRICT, Strictness.DELETIONS, Strictness.LIGHT)
    }
    assert found == {Strictness.STRICT: strict, Strictness.DELETIONS: deletions, Strictness.LIGHT: light}
