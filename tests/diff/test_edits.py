"""One edit in a copied sentence: what is told of it, and what is left alone."""

from __future__ import annotations

import pytest

from tests.support import findings, words

STORY = (
    "Governor Ida Holm signed the harbour bill on Monday in front of 40 workers from Westport.\n"
    "The port may close two of its seven docks in November, according to the union of dockers.\n"
    'Former mayor Per Dahl was not invited. "The town will regret this costly decision for years," Dahl said.\n'
    "The repairs cost up to $12.5 million and took 18 months, 30 percent more than the board planned in 2014.\n"
    "Police allegedly searched the office of the contractor before the 2016 campaign began.\n"
)
FIRES = [
    ("40 workers", "70 workers", "NUM001", "error"),
    ("two of its", "six of its", "NUM001", "error"),
    ("$12.5", "$17.5", "NUM001", "error"),
    ("18 months", "28 months", "NUM001", "error"),
    ("30 percent", "50 percent", "NUM001", "error"),
    ("Monday", "Thursday", "TIM001", "error"),
    ("November", "January", "TIM001", "error"),
    ("in 2014", "in 2011", "TIM001", "error"),
    ("the 2016 campaign", "the 2012 campaign", "TIM001", "error"),
    ("was not invited", "was invited", "POL001", "error"),
    ("Police allegedly", "Police", "CRT001", "warning"),
    ("may close", "will close", "CRT001", "warning"),
    ("may close", "close", "CRT001", "warning"),
    (", according to the union of dockers", "", "ATT004", "warning"),
    ("Former mayor", "Mayor", "NAM002", "error"),
    ("Governor Ida", "Senator Ida", "NAM001", "warning"),
    ("Westport", "Westpart", "NAM006", "warning"),
    ("Westport", "Eastholm", "NAM008", "warning"),
    ("costly decision", "clever decision", "QUO001", "error"),
    ("will regret", "will not regret", "QUO001", "error"),
    ('," Dahl said', '," Weston said', "QUO003", "error"),
]
SOURCED = (
    "The quay cost $40 million, according to a report by the board. The report says that the work took two years.\n"
)
SILENT = [
    ("40 workers", "forty workers"),
    ("30 percent", "30%"),
    ("Governor Ida", "Gov. Ida"),
    ('"The town will', "“The town will"),
    ("on Monday in front", "on Monday, in front"),
    ("harbour bill", "Harbour Bill"),
    ("two of its seven", "2 of its seven"),
    ("The repairs cost", "The  repairs cost"),
    ("was not invited", "wasn't invited"),
]


@pytest.mark.parametrize(("old", "new", "code", "severity"), FIRES, ids=[f"{o}-{n}" for o, n, *_ in FIRES])
def test_an_edit_is_told_at_its_place(old: str, new: str, code: str, severity: str) -> None:
    texts = {"Copy": STORY.replace(old, new, 1), "Wire": STORY}
    found = [f for f in findings(texts) if f.code == code]
    assert [f.severity for f in found] == [severity]
    differing = {w for w in old.split() if w not in new.split()} or {*new.split()} - {*old.split()}
    told = " ".join(w for side in words(found[0], texts).values() for w in side)
    assert any(w.strip(',."') in told for w in differing)


@pytest.mark.parametrize(("old", "new", "code", "severity"), FIRES, ids=[f"{o}-{n}" for o, n, *_ in FIRES])
def test_nothing_else_is_told(old: str, new: str, code: str, severity: str) -> None:
    texts = {"Copy": STORY.replace(old, new, 1), "Wire": STORY}
    assert {f.code for f in findings(texts)} == {code}, severity


@pytest.mark.parametrize(
    ("old", "told"),
    [(", according to a report by the board", True), ("The report says that the", False)],
    ids=["told only after it", "told before it"],
)
def test_a_source_told_of_the_next_sentence_alone(old: str, told: bool) -> None:
    text = STORY + SOURCED
    copy = text.replace(old, "" if told else "The", 1)
    assert [f.code for f in findings({"Copy": copy, "Wire": text})] == (["ATT004"] if told else [])


@pytest.mark.parametrize(("old", "new"), SILENT, ids=[n for _, n in SILENT])
def test_style_is_left_alone(old: str, new: str) -> None:
    assert old in STORY
    assert findings({"Copy": STORY.replace(old, new, 1), "Wire": STORY}) == []


@pytest.mark.parametrize("cut", ["began.", "campaign began.", "The"])
def test_words_that_lack_at_either_end_of_an_article(cut: str) -> None:
    text = "The " + STORY.strip()
    short = text.removesuffix(cut).strip() if cut.endswith(".") else text.removeprefix(cut).strip()
    assert findings({"Copy": short, "Wire": text}) == []


def test_the_same_text_differs_in_nothing() -> None:
    assert findings({"Copy": STORY, "Wire": STORY}) == []


def test_what_both_print_is_no_difference_between_them() -> None:
    both = (
        "The board suspended all sailings of the old ferry on Friday evening. "
        "Sailings of the old ferry were ended by the board, two captains said on Friday evening."
    )
    assert findings({"Copy": both, "Wire": both}) == []


def test_one_edit_of_three_outlets_is_one_finding() -> None:
    changed = STORY.replace("40 workers", "70 workers")
    found = findings({"Copy": changed, "Wire": STORY, "Post": STORY}, "NUM001")
    assert len(found) == 1
    assert {s.document for s in found[0].sides} == {0, 1, 2}


def test_a_name_respelt_throughout_is_one_finding() -> None:
    texts = {"Copy": STORY.replace("Dahl", "Dahle"), "Wire": STORY}
    assert [f.code for f in findings(texts)] == ["NAM006"]
