"""Findings of a check: the draft first, only what concerns the draft, a source for the draft makes a warning."""

from __future__ import annotations

import pytest

from framecheck.locate import locate
from framecheck.pipeline import check_articles
from framecheck.records.finding import Role, Severity
from framecheck.records.result import LocatedFinding, StoryResult
from framecheck.settings import Settings
from tests.support import article

WIRE = (
    "The Orvik ferry ran aground on Monday. Five harbour officials said the old ferry had no life jackets on board. "
    '"Nobody asked us about the new timetable," Ida Holm said. The company may close the northern route.'
)


def check(draft: str, *wires: str) -> StoryResult:
    others = [article(name, text) for name, text in zip(("AP", "Reuters", "AFP"), wires, strict=False)]
    return locate(check_articles(article("draft", draft), others, settings=Settings(min_score=0.0)))


def of(result: StoryResult, code: str) -> list[LocatedFinding]:
    return [f for f in result.findings if f.code == code]


def test_the_draft_comes_first() -> None:
    result = check(WIRE.replace("about the new", "about the old"), WIRE)
    (found,) = of(result, "QUO001")
    assert result.draft == 0
    assert [(s.article, s.variant) for s in found.sides] == [(0, 0), (1, 1)]
    assert "old" in (found.sides[0].text or "")
    assert found.message.startswith("draft: “")
    assert found.severity is Severity.ERROR


def test_a_draft_that_one_wire_agrees_with_has_a_source() -> None:
    """The wires differ: a warning that shows both."""
    changed = WIRE.replace("about the new", "about the old")
    (found,) = of(check(changed, WIRE, changed), "QUO001")
    assert found.severity is Severity.WARNING
    assert [(s.article, s.variant) for s in found.sides] == [(0, 0), (2, 0), (1, 1)]


def test_what_wires_tell_differently_among_themselves_is_left_out() -> None:
    draft = "The Orvik ferry ran aground on Monday. Nobody was hurt, the company said."
    result = check(draft, WIRE, WIRE.replace("about the new", "about the old"))
    assert not of(result, "QUO001")
    assert all(f.sides[0].article == 0 for f in result.findings)


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [("may", "will", "stated less firmly in the draft"), ("will", "may", "stated more firmly in the draft")],
)
def test_the_message_says_which_way_the_draft_goes(mine: str, theirs: str, words: str) -> None:
    text = "The company {} close the northern route in spring, the union said on Tuesday."
    (found,) = of(check(text.format(mine), text.format(theirs)), "CRT001")
    assert words in found.message


def test_what_most_wires_have_and_the_draft_lacks() -> None:
    told = "The bridge closed on Monday. Engineers found deep cracks in two steel girders, the agency said."
    other = (
        "The bridge was closed on Monday. Deep cracks in two steel girders were found by engineers, the agency said."
    )
    draft = "The bridge closed on Monday. Drivers were told to use the tunnel."
    (found,) = of(check(draft, told, other), "OMI001")
    first = found.sides[0]
    assert (first.article, first.role) == (0, Role.MISSING)
    assert first.start is not None, "the place where it would belong"
    assert found.message.startswith("draft lacks “")


def test_what_a_wire_lacks_and_the_draft_has_is_no_omission_of_the_draft() -> None:
    told = "The bridge closed on Monday. Engineers found deep cracks in two steel girders, the agency said."
    other = (
        "The bridge was closed on Monday. Deep cracks in two steel girders were found by engineers, the agency said."
    )
    assert not of(check(told, other, "The bridge closed on Monday. Drivers were told to use the tunnel."), "OMI001")


def test_an_unsupported_number_is_one_finding_with_every_place() -> None:
    draft = "Police counted 1,450 marchers. The 1,450 marchers went home. Two streets were closed."
    result = check(draft, "Marchers filled the square. Two streets were closed.")
    (found,) = of(result, "NUM010")
    assert [s.text for s in found.sides if s.role is Role.VARIANT] == ["1,450 marchers"] * 2
    assert [s.article for s in found.sides if s.role is Role.MISSING] == [1]


def test_a_number_in_conflict_is_not_unsupported_too() -> None:
    text = "The couple paid ${} for a stay at the Harbour Lodge resort in May, prosecutors said."
    result = check(text.format("5,587.75"), text.format("5,687.75"))
    assert of(result, "NUM001")
    assert not of(result, "NUM010")


def test_a_draft_that_is_its_wire() -> None:
    assert not check(WIRE, WIRE).findings


def test_wires_that_differ_at_one_place_make_one_finding() -> None:
    draft = WIRE.replace("about the new timetable", "about the old timetable")
    other = WIRE.replace(
        '"Nobody asked us about the new timetable,"', '"Nobody asked any of us about the new timetable,"'
    )
    report = of(check(draft, WIRE, other), "QUO001")
    (found,) = (f for f in report if any(s.article == 0 and "old" in s.text for s in f.sides))
    assert {s.article for s in found.sides} == {0, 1, 2}
    assert found.message.count("AP") == found.message.count("Reuters") == 1


def test_a_source_that_fell_out_is_missed_where_it_stood() -> None:
    wire = (
        "The ferry ran aground on Monday. Seven boats sank off the northern coast of Orvik in the storm, Ida Holm said."
    )
    draft = wire.replace(", Ida Holm said", "")
    (found,) = of(check(draft, wire), "ATT004")
    first = found.sides[0]
    assert first.span is not None
    assert (first.role, first.span.start) == (Role.MISSING, len(draft) - 1)
