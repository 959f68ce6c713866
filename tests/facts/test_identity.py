"""Whether two names can belong to one referent."""

from __future__ import annotations

import pytest

from framecheck.facts.identity import acronyms, body_key, same_person


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Mark Weston", "Mark D. Weston", True),
        ("Liz Porter", "Elizabeth Porter", True),
        ("Kim Jong-un", "Kim Jong Un", True),
        ("Liz Porter", "Mary Porter", False),
        ("Donald Roe Jr.", "Donald Roe", False),
        ("Robert S. Miller III", "Robert Miller", True),
        ("Porter", "Mary Porter", False),
    ],
)
def test_same_person(a, b, same):
    assert same_person(a, b) is same is same_person(b, a)


def test_bodies_have_keys_and_acronyms():
    assert body_key("U.S.") == body_key("America") == "united states"
    assert acronyms("US Central Intelligence Agency") == {"ucia", "cia"}
    assert "doj" in acronyms("Justice Department")
