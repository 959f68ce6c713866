"""Numbers that one outlet leaves out."""

import pytest

from tests.support import findings, words

TELLS = "Seven harbour pilots told the inquiry on Monday that the tug was unfit for service."


def test_the_group_without_its_number():
    texts = {"A": TELLS, "B": "Harbour pilots told the inquiry on Monday that the tug was unfit for service."}
    (found,) = findings(texts, "NUM003")
    assert words(found, texts) == {"B": ["Harbour pilots"], "A": ["Seven harbour pilots"]}


@pytest.mark.parametrize(
    "other",
    [
        "The harbour pilots told the inquiry on Monday that the tug was unfit for service.",
        "The tug was unfit, the inquiry into harbour pilots heard on Monday, and not for service.",
        "Many harbour pilots told the inquiry on Monday that the tug was unfit for service.",
        "Airline pilots told the inquiry on Monday that the tug was unfit for service.",
        "A harbour pilot told the inquiry on Monday that the tug was unfit for service.",
        "Harbour pilots said so. Seven harbour pilots told the inquiry on Monday that the tug was unfit for service.",
    ],
)
def test_silent(other):
    assert findings({"A": TELLS, "B": other}, "NUM003") == []
