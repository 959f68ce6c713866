"""A finding in a line: what is on it, in which order, and what falls off."""

from __future__ import annotations

import pytest

from framecheck.records.finding import Category, Finding, Role, Severity, Side
from framecheck.records.story import Story
from framecheck.report.sheet import Sheet
from framecheck.report.short_form import short_form
from framecheck.report.view import View
from tests.report.stories import documents, finding, side

STORY = Story(
    "bridge",
    documents({
        "A": "The bridge\n\nThe council shut the bridge. It may shut the road, too.",
        "B": "The bridge\n\nThe council briefly closed the bridge.",
        "C": "The bridge\n\nThe council will narrow the bridge.",
        "D": "The bridge\n\nTwo of the councillors spoke.",
    }),
)  # fmt: skip
SHUT, MAY_SHUT = side(STORY, 0, "shut", 0), side(STORY, 0, "may shut", 1)
CLOSED, NARROW = side(STORY, 1, "briefly closed", 2), side(STORY, 2, "narrow", 3)
NOT_IN_D = Side(3, Role.MISSING, -1, None, None)
SPOKE = side(STORY, 3, "Two of the councillors", -1, Role.CONTEXT)


def found(*sides: Side, category: Category = Category.SCOPE) -> Finding:
    return finding(Severity.WARNING, "SCP002", "act-degree", category, "", *sides)


def lines(finding: Finding, width: int) -> list[str]:
    return [line.plain.rstrip() for line in short_form(finding, Sheet.of(STORY, [finding], View(width)))]


@pytest.mark.parametrize("width", [100, 120, 140, 200])
def test_two_variants_side_by_side(width):
    (line,) = lines(found(SHUT, CLOSED), width)
    assert line.startswith(" SCP002 A: The council «shut» the bridge.")
    assert line[8 + (width - 8) // 2 :].strip().startswith("B: The council «briefly closed» the bridge.")
    assert ("3:13" in line) == (width >= 120)


def test_one_below_the_other_on_a_narrow_screen():
    first, second = lines(found(SHUT, CLOSED), 80)
    assert " ".join(first.split()) == "SCP002 A: The council «shut» the bridge. 3:13"
    assert " ".join(second.split()) == "B: The council «briefly closed» the bridge. 3:13"


def test_an_outlet_not_yet_on_the_line_comes_first():
    (line,) = lines(found(SHUT, MAY_SHUT, CLOSED, NARROW), 140)
    at = [line.index(words) for words in ("«shut»", "«briefly closed»", "«narrow»", "«may shut»")]
    assert at == sorted(at)


def test_what_has_no_room_is_counted():
    *_, last = lines(found(SHUT, MAY_SHUT, CLOSED, NARROW), 60)
    assert "«narrow»" in last
    assert last.endswith("+1")


@pytest.mark.parametrize("width", [80, 100])
def test_who_says_nothing(width):
    assert lines(found(SHUT, CLOSED, NOT_IN_D), width)[-1].endswith("not in D")


def test_omitted_words_stand_once():
    (line,) = lines(found(SHUT, CLOSED, NOT_IN_D, category=Category.OMISSION), 100)
    assert line.startswith(" SCP002 A, B: The council «shut» the bridge.")
    assert line.endswith("not in D")
    assert "closed" not in line


@pytest.mark.parametrize("width", [80, 140])
def test_context_has_a_line_of_its_own(width):
    *_, last = lines(found(SHUT, CLOSED, SPOKE), width)
    assert last == " " * 8 + "also D: Two of the councillors"


def test_long_marked_words_take_the_room_of_short_ones():
    whole = side(STORY, 0, "The council shut the bridge. It may shut the road, too", 0)
    (line,) = lines(found(whole, NARROW), 100)
    assert "«The council shut the bridge. It may shut the road, too»" in line
    assert "«narrow»" in line


def test_words_come_before_their_place():
    whole = side(STORY, 0, "council shut the bridge. It may shut the road", 0)
    shown = [lines(found(whole, NARROW), width)[0] for width in (68, 60)]
    assert shown[0].endswith("road» 3:5")
    assert shown[1].endswith("road»")


def test_a_finding_of_missing_sides_only():
    assert lines(found(NOT_IN_D), 100) == [" SCP002 not in D"]
