"""Numbers that one outlet leaves out."""

import pytest

from tests.support import findings, words

TELLS = "Seven ferry pilots told the inquiry on Monday that the tug was unfit for service."


def test_the_group_without_its_number():
    texts = {"A": TELLS, "B": "Ferry pilots told the inquiry on Monday that the tug was unfit for service."}
    (found,) = findings(texts, "NUM003")
    assert words(found, texts) == {"B": ["Ferry pilots"], "A": ["Seven ferry pilots"]}


@pytest.mark.parametrize(
    "other",
    [
        "The ferry pilots told the inquiry on Monday that the tug was unfit for service.",
        "The tug was unfit, the inquiry into ferry pilots heard on Monday, and not for service.",
        "Many ferry pilots told the inquiry on Monday that the tug was unfit for service.",
        "Airline pilots told the inquiry on Monday that the tug was unfit for service.",
        "A ferry pilot told the inquiry on Monday that the tug was unfit for service.",
        "Ferry pilots said so. Seven ferry pilots told the inquiry on Monday that the tug was unfit for service.",
    ],
)
def test_silent(other):
    assert findings({"A": TELLS, "B": other}, "NUM003") == []
