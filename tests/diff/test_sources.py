from __future__ import annotations

import pytest

from framecheck.diff.sources import compare
from tests.support import alignment

END = "that the old ferry had no life jackets on board that winter."


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
        (f"The minister admitted {END}", f"The minister said {END}", ("verb", {"admitted", "said"})),
        (f"The minister denied {END}", f"The minister claimed {END}", ("verb", {"denied", "claimed"})),
        (f"Ida Holm said {END}", f"A former captain said {END}", ("unnamed", {"Ida Holm", "A former captain"})),
        (
            f"Five harbour officials said {END}",
            f"Five sources said {END}",
            ("described", {"Five harbour officials", "Five sources"}),
        ),
        (
            f"The same official said {END}",
            f"Another official said {END}",
            ("person", {"The same official", "Another official"}),
        ),
        (
            f"The official said {END}",
            f"A second official said {END}",
            ("person", {"The official", "A second official"}),
        ),
        (  # few words in common, but one known person
            "Ida Holm admitted that the old ferry had no life jackets on board that stormy winter.",
            "Ida Holm said the old ferry had no life jackets in the cabins, and that the crew had asked for them twice.",
            ("verb", {"admitted", "said"}),
        ),
    ],
)
def test_what_differs(a, b, expected):
    assert expected in found(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (f"The minister said {END}", f"The minister told reporters {END}"),
        (f"Ida Holm said {END}", f"Holm said {END}"),
        (f"Ida Holm said {END}", f"The captain said {END} Holm retired last year."),
        (f"The minister admitted {END}", f"It was said {END}"),
        (f"The minister did not admit {END}", f"The minister said {END}"),
        (f"Ida Holm admitted {END}", f"Per Dahl said {END}"),
        (f"Ida Holm said {END}", f"Former captains said {END}"),
        (f"Ida Holm said {END}", f"The rules said {END}"),
        (f"Four sources said {END}", f"Five harbour officials said {END}"),
        (f"Another official said {END}", f"Another official told reporters {END}"),
        (f"An official said {END}", f"Another official said {END}"),
        (f"The same report said {END}", f"Another report said {END}"),
        (f"Ida Holm said {END}", "Per Dahl warned that trains would be late in the north after the snow."),
    ],
)
def test_nothing_to_report(a, b):
    assert found(a, b) == []
