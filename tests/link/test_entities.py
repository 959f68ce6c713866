"""One entity table across outlets."""

from __future__ import annotations

import pytest

from framecheck.facts import analyse
from framecheck.link.entities import entities
from tests.support import article


def table(*texts: str) -> list[tuple[str, set[str]]]:
    documents = tuple(analyse(article(f"o{i}", text)) for i, text in enumerate(texts))
    return [
        (e.name, {documents[r.document].words(documents[r.document].mentions[r.mention].span) for r in e.mentions})
        for e in entities(documents)
    ]


@pytest.mark.parametrize(
    ("texts", "name", "forms"),
    [
        (("Julie Marlow left.", "Ms. Marlow said she left."), "Julie Marlow", {"Julie Marlow", "Ms. Marlow"}),
        (("The NATO council met.", "NATO declined."), "NATO", {"NATO"}),
        (
            ("Oslo paid.", "Norway paid.", "Norway said that Oslo's demands were met."),
            "Norway",
            {"Oslo", "Norway"},
        ),
        (
            ("The Central Intelligence Agency declined.", "The CIA declined."),
            "Central Intelligence Agency",
            {"Central Intelligence Agency", "CIA"},
        ),
        (("The United States agreed.", "The U.S. agreed."), "United States", {"United States", "U.S."}),
        (
            ("Danish Prime Minister Lars Holt left.", "The Danish prime minister left."),
            "Lars Holt",
            {"Danish Prime Minister Lars Holt", "The Danish prime minister"},
        ),
        (
            ("US President Martin Hale left.", "The former US president left."),
            "Martin Hale",
            {"US President Martin Hale", "The former US president"},
        ),
        (
            ("His wife, Sandra Stone, left.", "His wife, Sandi, left."),
            "Sandra Stone",
            {"His wife", "Sandra Stone", "Sandi"},
        ),
    ],
)
def test_joined(texts, name, forms):
    assert (name, forms) in table(*texts)


@pytest.mark.parametrize(
    ("texts", "first", "second"),
    [
        (
            ("Danish Prime Minister Lars Holt left.", "The Irish prime minister left."),
            "Danish Prime Minister Lars Holt",
            "The Irish prime minister",
        ),
        (
            ("US President Martin Hale left.", "Martin Hale met the former US president."),
            "US President Martin Hale",
            "the former US president",
        ),
        (("Carl Dent left. Mary Dent stayed.", "Mr. Dent left."), "Mary Dent", "Mr. Dent"),
        (
            ("Mayor Ann Porter spoke.", "The mayor of Springfield spoke."),
            "Mayor Ann Porter",
            "The mayor of Springfield",
        ),
        (("A former official left.", "A former official left."), "A former official", ""),
    ],
)
def test_kept_apart(texts, first, second):
    for _, forms in table(*texts):
        assert not {first, second} <= forms


def test_entities_stand_in_order_of_mentions_with_parallel_links():
    documents = tuple(analyse(article(o, "Julie Marlow met Carl Dent. Marlow left.")) for o in ("a", "b"))
    found = entities(documents)
    assert [e.id for e in found] == list(range(len(found)))
    sizes = [len(e.mentions) for e in found]
    assert sizes == sorted(sizes, reverse=True)
    assert all(len(e.mentions) == len(e.links) and list(e.mentions) == sorted(e.mentions) for e in found)
    assert found[0].name == "Julie Marlow"
