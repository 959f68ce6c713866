import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framecheck.facts import analyse
from framecheck.records.article import Article, Block, BlockKind
from framecheck.records.document import Quantity
from framecheck.text import Span


def found(text: str) -> list[tuple[Quantity, str]]:
    article = Article("a", "a.txt", "A", text, (Block(BlockKind.BODY, Span(0, len(text))),))
    return [(q, q.span.of(text)) for q in analyse(article).quantities]


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "unit", "counted"),
    [
        ("Five NATO officials spoke.", "Five NATO officials", 5, 5, "", "offici"),
        ("Eight current or former union members left.", "Eight current or former union members", 8, 8, "", "member"),
        ("They bought a $5,587.75 holiday.", "$5,587.75 holiday", 5587.75, 5587.75, "$", "holiday"),
        ("It cost £3m to build.", "£3m", 3e6, 3e6, "£", ""),
        ("It will spend $1.5 billion on roads.", "$1.5 billion", 1.5e9, 1.5e9, "$", ""),
        ("He paid fifty cents.", "fifty cents", 0.5, 0.5, "$", ""),
        ("About 29 percent of voters stayed at home.", "About 29 percent of voters", 28.13, 29.87, "%", "voter"),
        ("More than 900 marchers came.", "More than 900 marchers", 900, math.inf, "", "marcher"),
        ("Nearly 3 million ballots were cast.", "Nearly 3 million ballots", 2.7e6, 3e6, "", "ballot"),
        ("Some 900 nurses walked out.", "Some 900 nurses", 850, 950, "", "nurs"),
        ("Up to 10 ships were lost.", "Up to 10 ships", 0, 10, "", "ship"),
        (
            "At least two hundred and six miners died.",
            "At least two hundred and six miners",
            206,
            math.inf,
            "",
            "miner",
        ),
        ("Twenty-five dancers fell ill.", "Twenty-five dancers", 25, 25, "", "dancer"),
        ("They sold between five and 12 boats.", "five and 12 boats", 5, 12, "", "boat"),
        ("He faces 18 to 24 months.", "18 to 24 months", 18 * 30.4375, 24 * 30.4375, "day", ""),
        ("A 21-year veteran has resigned.", "21-year veteran", 21 * 365.25, 21 * 365.25, "day", "veteran"),
        ("A 31-year-old teacher has won.", "31-year-old teacher", 31, 31, "age", "teacher"),
        ("Anna Berg, 31, won the race.", "31", 31, 31, "age", ""),
        ("Two of the three lanes were shut.", "Two of the three lanes", 2, 2, "", "lane"),
        ("There is a one-in-three chance of rain.", "one-in-three chance", 1 / 3, 1 / 3, "share", "chanc"),
        ("Two-thirds of the crew were ill.", "Two-thirds of the crew", 2 / 3, 2 / 3, "share", "crew"),
        ("Half a million people fled.", "Half a million people", 5e5, 5e5, "", "peopl"),
        ("Dozens of farmers came.", "Dozens of farmers", 24, 99, "", "farmer"),
        ("Four dozen questions were asked.", "Four dozen questions", 48, 48, "", "question"),
        ("They fired 23 missiles.", "23 missiles", 23, 23, "", "missil"),
    ],
)
def test_value_and_words(text, span, low, high, unit, counted):
    (quantity, words), *_ = found(text)
    assert words == span
    assert (quantity.unit, quantity.counted) == (unit, counted)
    assert quantity.low == pytest.approx(low)
    assert quantity.high == pytest.approx(high)


@pytest.mark.parametrize(
    "text",
    [
        "It happened on March 5, 2025.",
        "It happened on 5 March 2025.",
        "They met in 2017.",
        "The war of 1950-53 is over.",
        "Section 230 stays.",
        "The hearing is at 2 p.m. sharp.",
        "The vote was 62 to 36.",
        "The Senate voted 62-36.",
        'It belongs to the "Five Eyes" group.',
        "No one came, and they spoke to one another.",
        "Governor Hale signed H.B. 1125 into law.",
        "Call 555-0142 now.",
        "The 1990s were quiet.",
    ],
)
def test_no_count(text):
    assert found(text) == []


def test_part_of_a_group():
    part, whole = (q for q, _ in found("Five of the officials left. Ten officials stayed."))
    assert part.partial
    assert not whole.partial


def test_qualifiers_tell_groups_apart():
    (quantity, _), *_ = found("Eight former union officials left.")
    assert quantity.qualifiers == ("former", "union")


@settings(max_examples=60, deadline=None)
@given(
    number=st.integers(2, 10**9),
    noun=st.sampled_from(["ships", "farmers", "votes", "houses"]),
    lead=st.sampled_from(["", "\u201cWell,\u201d she said, ", "In short\u00a0\u2013 "]),
)
def test_the_span_holds_the_number_and_the_noun(number, noun, lead):
    text = f"{lead}they counted {number:,} {noun} there."
    (quantity, words), *_ = found(text)
    assert words == f"{number:,} {noun}"
    assert quantity.number.of(text) == f"{number:,}"
    assert quantity.low == quantity.high == number


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab 15,.$%-thousand\u2013\n", max_size=60))
def test_any_text_keeps_spans_inside_their_sentence(text):
    article = Article("a", "a.txt", "A", text, (Block(BlockKind.BODY, Span(0, len(text))),) if text.strip() else ())
    document = analyse(article)
    for quantity in document.quantities:
        assert document.sentences[quantity.sentence].span.holds(quantity.span)
        assert quantity.span.overlap(quantity.number) == quantity.number.end - quantity.number.start
        assert quantity.low <= quantity.high
