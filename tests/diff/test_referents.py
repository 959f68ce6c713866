"""What outlets call one referent: differences that are found and those that are none."""

from __future__ import annotations

import pytest

from framecheck.diff.referents import compare
from tests.support import alignment


def differences(*texts: str) -> dict[str, list[set[str]]]:
    """Relation to the words of each variant, of every difference."""
    aligned = alignment({f"o{i}": text for i, text in enumerate(texts)})
    documents = aligned.story.documents
    found: dict[str, list[set[str]]] = {}
    for difference in compare(aligned):
        words = [{documents[p.document].words(p.span) for p in v.places} for v in difference.variants]
        found.setdefault(difference.relation, []).extend(words)
    return found


HALE = "US President Martin Hale met allied leaders on Monday. Hale said the talks on trade went well."
TALKS = "met allied leaders on Monday and said the talks on trade went well."


@pytest.mark.parametrize(
    ("texts", "relation", "words"),
    [
        ((HALE, f"The former US president {TALKS}"), "status", {"The former US president"}),
        ((HALE, f"Ousted US President Martin Hale {TALKS}"), "status", {"Ousted US President Martin Hale"}),
        (("Julie Marlow left.", "Julie Marlew left."), "misspelled", {"Julie Marlew"}),
        ((HALE, f"The US president {TALKS}"), "unnamed", {"The US president"}),
        (
            (
                "The aide Julie Marlow said the files were burned on Monday.",
                "A former aide said the files were burned on Monday.",
            ),
            "unnamed",
            {"A former aide"},
        ),
        (
            ("Latvian leader Otto Marden opened the harbor.", "Latvian dictator Otto Marden opened the harbor."),
            "renamed",
            {"Latvian dictator Otto Marden"},
        ),
        (
            ("The town fined homosexual couples on Monday.", "The town fined gay couples on Monday."),
            "label",
            {"homosexual couples"},
        ),
        (
            ("The court opened a probe into the harbor deal.", "The court opened an inquiry into the harbor deal."),
            "label",
            {"a probe"},
        ),
        (("Rescuers reached Kiev on Monday.", "Rescuers reached Kyiv on Monday."), "place-name", {"Kiev"}),
        (
            ("Liz Harlow opened the library.", "Elizabeth Harlow opened the library."),
            "given-name",
            {"Elizabeth Harlow"},
        ),
        (
            ("Mayor Park Min-ho won.", "Mayor Park Min Ho won. Mayor Park Min Ho smiled."),
            "spelling",
            {"Mayor Park Min-ho"},
        ),
    ],
)
def test_found(texts, relation, words):
    assert words in differences(*texts).get(relation, [])


@pytest.mark.parametrize(
    "texts",
    [
        (HALE, HALE),
        (HALE, f"Martin Hale, the US president, {TALKS}"),
        ("Former Vice President Carl Dent left.", "Ex-Vice President Carl Dent left."),
        ("Carl Dent, who served as ambassador to NATO, left.", "Former ambassador to NATO Carl Dent left."),
        ("Gov. Jane Harlow signed the bill.", "Governor Jane Harlow signed the bill."),
        ("Attorney Paul Weston appealed on Monday.", "Lawyer Paul Weston appealed on Monday."),
        ("Mark D. Weston opened the library.", "Mark Weston opened the library."),
        ("Chris Weston opened the library.", "Christopher Weston opened the library."),
        ("Omar al-Haddad opened the library.", "Omar al - Haddad opened the library."),
        ("Julie Marlow left. Julie Marlew stayed.", "Julie Marlow left."),
        ("The United States sent help.", "The U.S. sent help."),
        ("Rescuers reached Moscow.", "Rescuers reached Russia."),
        ("The court opened an investigation.", "An investigation was opened by the court."),
        ("A spokesman for Carl Dent left.", "A French spokesman left for Nice."),
    ],
)
def test_no_difference(texts):
    assert not differences(*texts)


def test_one_n_way_difference_lists_every_occurrence():
    found = differences(HALE, f"The former US president {TALKS}\nThe former US president left.", f"Martin Hale {TALKS}")
    assert found["status"] == [
        {"The former US president"},
        {"US President Martin Hale"},
        {"Martin Hale"},
    ]
    assert "unnamed" not in found
