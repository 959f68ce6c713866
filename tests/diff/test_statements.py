"""Facts that two outlets share and another lacks."""

import pytest

from framecheck.records.finding import Role
from tests.support import findings, words

SHARED = {
    "A": "The bridge closed on Monday.\nEngineers found deep cracks in two steel girders below the deck.",
    "B": "The bridge was closed on Monday.\nDeep cracks in two steel girders below the deck were found by engineers.",
}


def test_the_outlet_that_lacks_the_fact_is_named() -> None:
    texts = SHARED | {"C": "The bridge closed on Monday.\nDrivers were told to use the tunnel."}
    (found,) = findings(texts, "OMI001")
    missing = [s.document for s in found.sides if s.role is Role.MISSING]
    assert missing == [2]
    told = words(found, texts)
    assert set(told) == {"A", "B"}
    assert "cracks in two steel girders" in told["A"][0]


@pytest.mark.parametrize(
    "third",
    [
        pytest.param(
            "The bridge closed on Monday.\nThe steel girders below the deck had deep cracks.", id="told in other words"
        ),
        pytest.param(
            "The bridge closed on Monday.\nGirders made of steel had cracked, engineers said.", id="half told"
        ),
    ],
)
def test_silent_where_the_third_has_any_of_it(third: str) -> None:
    assert not findings(SHARED | {"C": third}, "OMI001")


def test_silent_for_two_outlets() -> None:
    assert not findings(SHARED, "OMI001")


def test_silent_for_names_alone() -> None:
    texts = {
        "A": "The mayor spoke on Monday with Ann Lee Porter about the bridge.",
        "B": "On Monday the mayor spoke about the bridge with Ann Lee Porter.",
        "C": "The mayor spoke on Monday about the bridge.",
    }
    assert not findings(texts, "OMI001")
