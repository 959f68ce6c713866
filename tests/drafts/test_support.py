"""What supports a fact of a draft: must be found, must not be taken for it."""

from __future__ import annotations

import pytest

from framecheck.drafts.facts import FactKind
from framecheck.drafts.support import Support, supports
from tests.support import alignment


def looked_up(draft: str, wire: str, kind: FactKind) -> dict[str, Support]:
    found = alignment({"draft": draft, "wire": wire})
    return {found.story.documents[0].words(c.fact.span): c.support for c in supports(found, 0) if c.fact.kind is kind}


NAME, TITLE, NUMBER, TIME, QUOTATION, SUPERLATIVE = FactKind
NONE, ELSEWHERE, GIVEN = Support
CASES = [
    # kind, draft, words of the draft, wire, support
    (NUMBER, "Police counted 1,432 marchers.", "1,432 marchers", "About 1,400 marchers came.", GIVEN),
    (NUMBER, "Some 40 percent of voters stayed away.", "Some 40 percent of voters", "40% of voters stayed away.", GIVEN),
    (NUMBER, "He paid $2.5 million for it.", "$2.5 million", "He paid 2.5 million dollars.", GIVEN),
    (NUMBER, "It lasted 14 days.", "14 days", "It lasted two weeks.", GIVEN),
    (NUMBER, "Seven boats sank.", "Seven boats", "Nine boats sank in seven hours.", ELSEWHERE),
    (NUMBER, "Seven boats sank.", "Seven boats", "Nine boats sank.", NONE),
    (TIME, "It opened in March.", "March", "It opened on March 4.", ELSEWHERE),
    (TIME, "It opened in 1974.", "1974", "It opened in March 1974.", ELSEWHERE),
    (TIME, "It opened on Friday.", "Friday", "It opened on Friday afternoon.", GIVEN),
    (TIME, "It opened on Friday.", "Friday", "It opened on Thursday.", NONE),
    (NAME, "Ida Holm opened it.", "Ida Holm", "The mayor, Holm, opened it.", ELSEWHERE),
    (NAME, "The minister flew to Poland.", "Poland", "The Polish minister flew home.", GIVEN),
    (NAME, "The minister flew to Poland.", "Poland", "The minister flew home.", NONE),
    (NAME, "The National Ferry Board met.", "National Ferry Board", "The NFB met.", GIVEN),
    (NAME, "Ida Holm opened it.", "Ida Holm", "Per Dahl opened it.", NONE),
    (TITLE, "Mayor Ida Holm opened it.", "Mayor", "Ida Holm, the mayor, opened it. Mayor Holm spoke.", GIVEN),
    (TITLE, "Senator Ida Holm opened it.", "Senator", "Mayor Ida Holm opened it.", NONE),
    (QUOTATION, '"We were not asked," she said.', "We were not asked,", "She said: “We were not asked at all.”", GIVEN),
    (QUOTATION, '"We … were not asked," she said.', "We … were not asked,", '"We here were not asked," she said.', GIVEN),
    (QUOTATION, '"The boat was old," she said.', "The boat was old,", "The boat was old, she said.", ELSEWHERE),
    (QUOTATION, '"The boat was old," she said.', "The boat was old,", "She was angry.", NONE),
    (SUPERLATIVE, "It was the oldest ferry afloat.", "oldest ferry", "The country's oldest ferry sank.", GIVEN),
    (SUPERLATIVE, "It was the first ferry built here.", "first ferry", "It was the first ferry from this yard.", GIVEN),
    (SUPERLATIVE, "It was the oldest ferry afloat.", "oldest ferry", "The old ferry sank.", NONE),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "draft", "words", "wire", "support"), CASES)
def test_support(kind: FactKind, draft: str, words: str, wire: str, support: Support) -> None:
    assert looked_up(draft, wire, kind).get(words) is support


@pytest.mark.parametrize(
    "text",
    [
        "At least she came first.",
        "It was only in May.",
        "The latest news is best.",
        "At first nobody came.",
        "One man left.",
    ],
)
def test_what_is_no_checkable_fact(text: str) -> None:
    assert not looked_up(text, "Nothing else.", FactKind.SUPERLATIVE)
    assert not looked_up(text, "Nothing else.", FactKind.NUMBER)
