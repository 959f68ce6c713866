"""Quoted sentences that two outlets carry and a third cuts."""

import pytest

from framecheck.records.finding import Role
from tests.support import findings, words

QUOTED = "We owe the families of the crew a full account of that night."
TWO = {
    "A": f'The harbour will reopen in the spring, Ida Holm said. "{QUOTED}"',
    "B": f'Ida Holm said the harbour will reopen in the spring. "{QUOTED}"',
}


def test_the_quotation_is_shown_without_its_marks() -> None:
    texts = TWO | {"C": "The harbour will reopen in the spring, said Ida Holm. Ferries will run every hour."}
    (found,) = findings(texts, "OMI003")
    told = words(found, texts)
    assert told["A"] == told["B"] == [QUOTED]
    assert [s.document for s in found.sides if s.role is Role.MISSING] == [2]


@pytest.mark.parametrize(
    "third",
    [
        pytest.param("The harbour will reopen, said Ida Holm. The crew's families are owed a full account.", id="told"),
        pytest.param("Fishing boats came back with full nets after a calm night.", id="another story"),
    ],
)
def test_silent(third: str) -> None:
    assert not findings(TWO | {"C": third}, "OMI003")
