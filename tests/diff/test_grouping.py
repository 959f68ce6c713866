"""Which differences tell of one fact."""

from framecheck.diff.grouping import connected, overlapping
from framecheck.records.difference import Difference, Place, Variant
from framecheck.text import Span


def place(document: int, start: int, end: int) -> Place:
    return Place(document, 0, Span(start, end), Span(0, 100))


def difference(one: Place, other: Place) -> Difference:
    variants = (Variant(f"{one.span}", (one,)), Variant(f"{other.span}", (other,)))
    return Difference("quotation", "altered", variants, "")


def test_a_shared_place_makes_one_group() -> None:
    a, b, c = place(0, 0, 10), place(1, 0, 10), place(2, 0, 10)
    first, second = connected([difference(a, b), difference(b, c)])
    assert first.group == second.group


def test_overlapping_stretches_become_the_widest() -> None:
    wide, narrow = place(0, 0, 40), place(0, 5, 30)
    b, c = place(1, 0, 10), place(2, 0, 10)
    first, second = overlapping([difference(wide, b), difference(narrow, c)])
    assert first.group == second.group
    assert second.variants[0].places == (wide,)
    assert second.variants[0].value == first.variants[0].value


def test_stretches_that_barely_touch_stay_apart() -> None:
    left, right = place(0, 0, 40), place(0, 38, 80)
    b, c = place(1, 0, 10), place(2, 0, 10)
    first, second = overlapping([difference(left, b), difference(right, c)])
    assert first.group != second.group
