"""Who retells whom, on small invented articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from framecheck.facts import analyse
from framecheck.link.lineage import lineages
from framecheck.readers import read_paths
from framecheck.records.article import Article, Block, BlockKind
from framecheck.records.document import Document
from framecheck.records.story import Lineage
from framecheck.text import Span

SEEDS = Path(__file__).parents[2] / "seeds"
WIRE = (
    "The regional council voted late on Thursday to close the two oldest reservoirs before the end of the dry season."
)


def document(text: str, outlet: str = "Daily Lantern", kind: BlockKind = BlockKind.BODY) -> Document:
    blocks = (Block(kind, Span(0, len(text))),)
    return analyse(Article(outlet, f"{outlet}.txt", outlet, text, blocks))


def found(*documents: Document) -> tuple[Lineage, ...]:
    return lineages(documents)


@pytest.mark.parametrize(
    ("text", "original"),
    [
        ("According to POLITICO, the bridge will stay closed until May.", "Politico"),
        ("Politico reported that the bridge will stay closed.", "Politico"),
        ("The bridge will stay closed, Anna Reyes told Politico.", "Politico"),
        ("Two engineers told the Associated Press that the bridge will stay closed.", "Associated Press"),
        ("The bridge will stay closed, the Washington Post reported on Friday.", "Washington Post"),
    ],
)
def test_credit(text: str, original: str) -> None:
    assert [line.original for line in found(document(text))] == [original]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Reyes told reporters that the bridge will stay closed.",
        "Anna Reyes told Mayor Brandt that the bridge will stay closed.",
        "According to the council, the bridge will stay closed.",
        "The Washington Post moved its printing plant to Springfield in June.",
    ],
)
def test_no_credit(text: str) -> None:
    assert found(document(text)) == ()


def test_source_line() -> None:
    lines = found(document("Source:  Reuters", kind=BlockKind.BOILERPLATE))
    assert [(line.original, line.evidence) for line in lines] == [("Reuters", ("Source: Reuters",))]


def test_an_outlet_that_credits_itself_retells_nobody() -> None:
    text = "The bridge will stay closed, Anna Reyes told Fox News."
    assert found(document(text, outlet="Fox News")) == ()
    assert [line.original for line in found(document(text, outlet="Daily Lantern"))] == ["Fox News"]


def test_spellings_of_one_original_are_one_lineage() -> None:
    lines = found(
        document("According to POLITICO, the bridge is closed.", "one"),
        document("The bridge is closed, an engineer told Politico.", "two"),
    )
    assert [(line.original, line.documents) for line in lines] == [("Politico", (0, 1))]


def test_copied_passage() -> None:
    lines = found(document(f"{WIRE} Anglers protested.", "one"), document(f"Rain is rare. {WIRE}", "two"))
    assert [(line.original, line.documents) for line in lines] == [("", (0, 1))]
    assert lines[0].evidence[0] in WIRE


def test_the_same_quotation_is_no_copy() -> None:
    quoted = f'"{WIRE}"'
    assert found(document(f"{quoted} Reyes said.", "one"), document(f"Reyes said: {quoted}", "two")) == ()


def test_seeds() -> None:
    articles, _ = read_paths([str(p) for p in sorted(SEEDS.glob("*.txt"))])
    lines = {line.original: line.documents for line in lineages(tuple(analyse(a) for a in articles))}
    assert lines["Politico"] == (0, 1, 2)
    assert lines["Bloomberg"] == (0,)
