"""Mentions: spans that are tight, names, roles, standing and modifiers."""

from __future__ import annotations

import pytest

from framecheck.facts import analyse
from framecheck.records.document import Document, Mention
from tests.support import article


def read(text: str) -> Document:
    return analyse(article("A", text))


def mention(document: Document, words: str) -> Mention:
    found = [m for m in document.mentions if document.words(m.span) == words]
    assert found, [document.words(m.span) for m in document.mentions]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "naming", "kind", "name", "roles", "status"),
    [
        (
            "Officials met US President Martin Hale.",
            "US President Martin Hale",
            "titled",
            "person",
            "Martin Hale",
            ("president",),
            "",
        ),
        ("We asked Mr. Hale, who left.", "Mr. Hale", "name", "person", "Hale", (), ""),
        (
            "They wrote to Rep. Jane Stone, D-Ohio, on Monday.",
            "Rep. Jane Stone",
            "titled",
            "person",
            "Jane Stone",
            ("representative",),
            "",
        ),
        (
            "It was Former Rep. Carl Dent who spoke.",
            "Former Rep. Carl Dent",
            "titled",
            "person",
            "Carl Dent",
            ("representative",),
            "former",
        ),
        (
            "The vote surprised the former Irish president again.",
            "the former Irish president",
            "role",
            "person",
            "",
            ("president",),
            "former",
        ),
        (
            "A former employee of the FBI said so.",
            "A former employee of the FBI",
            "role",
            "person",
            "",
            ("employee",),
            "former",
        ),
        (
            "An analyst from the Danish Naval Academy agreed.",
            "An analyst from the Danish Naval Academy",
            "role",
            "person",
            "",
            ("analyst",),
            "",
        ),
        (
            "She told the acting police chief to stay.",
            "the acting police chief",
            "role",
            "person",
            "",
            ("director",),
            "acting",
        ),
        (
            "Eight current or former NATO officials spoke.",
            "Eight current or former NATO officials",
            "group",
            "group",
            "",
            ("official",),
            "",
        ),
        ("Five of the officials spoke.", "Five of the officials", "group", "group", "", ("official",), ""),
        ("Talks in Kyiv went on.", "Kyiv", "name", "place", "Kyiv", (), ""),
        (
            "A report by the Department of Justice went on.",
            "Department of Justice",
            "name",
            "body",
            "Department of Justice",
            (),
            "",
        ),
        (
            "They saw the ousted Syrian President Omar Haddad.",
            "the ousted Syrian President Omar Haddad",
            "titled",
            "person",
            "Omar Haddad",
            ("president",),
            "ousted",
        ),
    ],
)
def test_mentions_are_read(text, words, naming, kind, name, roles, status):
    found = mention(read(text), words)
    assert (found.naming, found.kind, found.name, found.roles, found.status) == (naming, kind, name, roles, status)


@pytest.mark.parametrize(
    ("text", "words", "modifiers"),
    [
        ("The vote surprised the Irish president again.", "the Irish president", ("ireland",)),
        (
            "A former Canadian intelligence official said so.",
            "A former Canadian intelligence official",
            ("canada", "intelligence"),
        ),
        ("They met the U.S. ambassador to NATO there.", "the U.S. ambassador to NATO", ("united states", "nato")),
    ],
)
def test_nations_are_keys_and_articles_are_left_out(text, words, modifiers):
    assert mention(read(text), words).modifiers == modifiers


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("On Monday the mayor spoke in March.", ("Monday", "March")),
        ("The owner hung up an elk head in the hall.", ("an elk head",)),
        ("Rep. Jane Stone, D-Ohio, left.", ("D",)),
        ("The Hale-Stone meeting followed. Hale and Stone left.", ("Hale-Stone",)),
    ],
)
def test_what_is_no_referent_of_a_name_or_role(text, unwanted):
    document = read(text)
    told = {document.words(m.span) for m in document.mentions if m.kind != "thing"}
    assert not told & set(unwanted)


def test_spans_point_into_the_text_as_published():
    document = read("The “tense” talks with then - Syrian President Omar al - Haddad ended.")
    assert mention(document, "then - Syrian President Omar al - Haddad").name == "Omar al-Haddad"
