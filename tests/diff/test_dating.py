"""Times that two outlets give and a third leaves out."""

import pytest

from framecheck.records.finding import Role
from tests.support import findings

TWO = {
    "A": "The council approved the harbour plan on Tuesday, the mayor said.",
    "B": "On Tuesday the council approved the harbour plan, according to the mayor.",
}


def test_the_outlet_without_the_day_is_named_where_it_tells_the_event() -> None:
    third = "The council approved the harbour plan, the mayor said."
    (found,) = findings(TWO | {"C": third}, "OMI002")
    (missing,) = [s for s in found.sides if s.role is Role.MISSING]
    assert missing.document == 2
    assert missing.sentence is not None
    assert missing.sentence.of(third) == third


@pytest.mark.parametrize(
    "third",
    [
        pytest.param(
            "The council approved the harbour plan on Wednesday, the mayor said. Tuesday was quiet.", id="given"
        ),
        pytest.param("Fishing boats came back with full nets after a calm night.", id="tells something else"),
    ],
)
def test_silent(third: str) -> None:
    assert not findings(TWO | {"C": third}, "OMI002")
