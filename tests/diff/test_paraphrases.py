from __future__ import annotations

import pytest

from framecheck.diff.paraphrases import compare
from tests.support import alignment

QUOTE = '"We are weighing whether to close the northern ferry terminal after the storm," Ida Holm said on Monday.'


def found(a: str, b: str) -> list[tuple[str, str]]:
    """(paraphrase, quoted words) of every difference."""
    texts = (a, b)
    return [
        tuple(v.places[0].span.of(texts[v.places[0].document]) for v in d.variants)
        for d in compare(alignment({"A": a, "B": b}))
    ]


def test_the_quoted_clause_stands_beside_its_paraphrase():
    told = found(
        QUOTE, "Ida Holm said on Monday that the northern ferry terminal may have to be closed because of the storm."
    )
    assert [quoted for _, quoted in told] == [
        "We are weighing whether to close the northern ferry terminal after the storm"
    ]
    assert "northern ferry terminal may have to be closed because of the storm" in told[0][0]


@pytest.mark.parametrize(
    "b",
    [
        "“We are weighing whether to close the northern ferry terminal after the storm,” said Ida Holm.",
        "Ida Holm said they are weighing whether to close the northern ferry terminal after the storm.",
        "Ida Holm was born in the north and has worked at sea for thirty years.",
        "Ida Holm said on Monday that no terminal would be sold.",  # one word in common: another of her sentences
        "We are weighing whether to close the northern ferry terminal.",  # the words themselves, marks or not
        "Ida Holm said a storm might close the northern terminal. She added: "
        "“We are weighing whether to close the northern ferry terminal after the storm.”",  # quoted there too
        "Per Dahl said on Monday that closing the northern terminal because of the storm was wrong.",
    ],
)
def test_nothing_to_report(b):
    assert found(QUOTE, b) == []
