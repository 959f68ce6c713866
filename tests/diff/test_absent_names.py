"""Names that most outlets bring in and another lacks."""

import pytest

from framecheck.records.finding import Role
from tests.support import findings, words

TWO = {
    "A": "The ferry ran aground on Monday.\nThe wreck of the Northern Star lay in its path.",
    "B": "On Monday the ferry ran aground.\nIts captain had feared the Northern Star and turned too late.",
}


def test_the_clause_with_the_name_is_shown() -> None:
    texts = TWO | {"C": "The ferry ran aground on Monday.\nNobody was hurt."}
    (found,) = findings(texts, "OMI004")
    told = words(found, texts)
    assert all("Northern Star" in told[outlet][0] for outlet in "AB")
    assert [s.document for s in found.sides if s.role is Role.MISSING] == [2]


@pytest.mark.parametrize(
    "third",
    [
        pytest.param("The ferry ran aground on Monday.\nIt hit the Northern Star.", id="named"),
        pytest.param("The ferry ran aground on Monday.\nIt hit the Star.", id="last word of the name"),
    ],
)
def test_silent_where_it_is_named(third: str) -> None:
    assert not findings(TWO | {"C": third}, "OMI004")


def test_silent_for_what_the_story_is_about() -> None:
    often = "The Northern Star sank. The Northern Star was old. The Northern Star had a crew of nine."
    assert not findings({"A": often, "B": often, "C": "A ship sank on Monday."}, "OMI004")
