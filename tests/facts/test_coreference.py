"""Which mentions of one article are one referent."""

from __future__ import annotations

import pytest

from framecheck.facts import analyse
from tests.support import article


def clusters(text: str) -> list[list[str]]:
    document = analyse(article("A", text))
    found: dict[int, list[str]] = {}
    for mention in document.mentions:
        if mention.entity >= 0:
            found.setdefault(mention.entity, []).append(document.words(mention.span))
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "together"),
    [
        (
            "Julie Marlow left early. Marlow said she was tired. Ms. Marlow slept.",
            ["Julie Marlow", "Marlow", "Ms. Marlow"],
        ),
        (
            "Mark Weston, the attorney for the company, spoke. The attorney left.",
            ["Mark Weston", "the attorney for the company", "The attorney"],
        ),
        ("The new police chief, Ann Porter, spoke on Monday.", ["The new police chief", "Ann Porter"]),
        ("The Federal Bureau of Investigation agreed. The FBI declined.", ["Federal Bureau of Investigation", "FBI"]),
        ("The F.B.I. agreed. The FBI declined.", ["F.B.I.", "FBI"]),
        ("The United States agreed. The U.S. declined.", ["United States", "U.S."]),
        ("Julie Marlow, who served as ambassador to NATO, spoke.", ["Julie Marlow", "ambassador to NATO"]),
        (
            "French President Paul Roux met Peru's leader. The French president smiled.",
            ["French President Paul Roux", "The French president"],
        ),
        ("Talks with Russia began. Moscow's demands grew.", ["Russia", "Moscow"]),
        ("His wife, Laura Stone, came too. His wife smiled.", ["His wife", "Laura Stone", "His wife"]),
    ],
)
def test_one_referent(text, together):
    assert together in clusters(text)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("President Hale came in. Laura Hale followed.", "President Hale", "Laura Hale"),
        ("Jesse Stone Jr. came in. Jesse Stone followed.", "Jesse Stone Jr.", "Jesse Stone"),
        ("A former official spoke. A former official disagreed.", "A former official", "A former official"),
        ("French President Paul Roux met the Irish president.", "French President Paul Roux", "the Irish president"),
        ("The train left Russia. It stood in Moscow.", "Russia", "Moscow"),
        ("Paul Roux, Ann Porter and Carl Dent left.", "Paul Roux", "Ann Porter"),
    ],
)
def test_two_referents(text, first, second):
    assert not any(first in c and (second in c[c.index(first) + 1 :]) for c in clusters(text))
