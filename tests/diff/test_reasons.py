"""Reasons for the same act, compared."""

import pytest

from framecheck.diff.reasons import reasons
from tests.support import alignment, findings, words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The harbour master Ann Lind was dismissed for breaking the rules.",
            "The harbour master Ann Lind was dismissed in May because of the oil spill.",
        ),
        (
            "The council closed the northern ferry lanes due to the storm.",
            "The council, which shut a school, closed the northern ferry lanes after the complaints of the union.",
        ),
    ],
)
def test_unlike_reasons(a, b):
    assert {d.relation for d in reasons(alignment({"A": a, "B": b}))} == {"cause-other"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "The council closed the ferry lanes due to the heavy storm.",
            "The council shut the ferry lanes because of the storm.",
            id="the same reason",
        ),
        pytest.param(
            "The council closed the ferry lanes after the storm.",
            "The council shut the ferry lanes amid complaints.",
            id="neither says why",
        ),
        pytest.param(
            "The northern ferry lanes and the pier are empty due to the storm, the council said.",
            "The council will tax the northern ferry lanes and the pier after the complaints of the union.",
            id="another act",
        ),
        pytest.param(
            "The council heard concerns over the ferry lanes.",
            "The council heard concerns after the storm about the ferry lanes.",
            id="what a noun is about",
        ),
    ],
)
def test_silent(a, b):
    assert list(reasons(alignment({"A": a, "B": b}))) == []


def test_the_reasons_are_marked():
    texts = {
        "A": "The harbour master Ann Lind was dismissed for breaking the rules.",
        "B": "The harbour master Ann Lind was dismissed because of the oil spill.",
    }
    (found,) = findings(texts, "AGY003")
    assert words(found, texts) == {"A": ["for breaking the rules"], "B": ["because of the oil spill"]}
