from __future__ import annotations

import pytest

from framecheck.diff.credits import compare
from tests.support import alignment

SOLD = "The harbour board sold the old ferry to a Danish company last week"
ALSO = "Last week the board sold its old ferry, built in 1971, to a company from Denmark"


def found(a: str, b: str) -> list[tuple[str, set[str]]]:
    """(relation, words that differ) of every difference."""
    texts = (a, b)
    return [
        (d.relation, {p.span.of(texts[p.document]) for v in d.variants for p in v.places})
        for d in compare(alignment({"A": a, "B": b}))
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            f"{SOLD}, Reuters reported.",
            f"{ALSO}, two officials said.",
            ("press", {"Reuters reported", "two officials said"}),
        ),
        (
            f"{SOLD}, according to local media.",
            f"{ALSO}, Ida Holm said.",
            ("press", {"according to local media", "Ida Holm said"}),
        ),
        (f"{SOLD}, Reuters reported.", f"{ALSO}.", ("press", {"Reuters reported", "board sold its old ferry"})),
    ],
)
def test_what_differs(a, b, expected):
    assert expected in found(a, b)


def test_who_was_told():
    a = "Ida Holm told CNN that the old ferry had no life jackets on board."
    b = "The ferry, which is old, had no life jackets on board, Ida Holm said in a letter."
    assert [relation for relation, _ in found(a, b)] == ["told-press"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (f"{SOLD}, Reuters reported.", f"{ALSO}, according to Reuters."),
        (f"{SOLD}, Reuters reported.", f"{ALSO}, according to local media."),
        (f"{SOLD}, Michael Bloomberg said.", f"{ALSO}, two officials said."),
        (f"{SOLD}, it was announced at a press conference.", f"{ALSO}, two officials said."),
        (f"{SOLD}, two officials said.", f"{ALSO}."),
        (f"{SOLD}, Reuters reported.", "Snow closed the northern road for two days, the police said."),
        (
            "Ida Holm told The New York Times that the old ferry had no life jackets.",
            "On board, Ida Holm told The Times that summer, the old ferry had no life jackets.",
        ),
    ],
)
def test_nothing_to_report(a, b):
    assert found(a, b) == []


def test_one_place_an_outlet():
    b = f"{ALSO}. The harbour board has sold its old ferry to a company, said Per Dahl."
    assert len(found(f"{SOLD}, Reuters reported.", b)) == 1


def test_copied_sentences_are_left_to_their_edits():
    assert found(f"{SOLD}, Reuters reported.", f"{SOLD}.") == []
