"""From a page to blocks: invented pages, and any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framecheck.readers.blocks import cap, find_blocks
from framecheck.readers.paragraphs import paragraphs
from framecheck.records.article import Block, BlockKind
from framecheck.text import Span, fold

PROSE = "The harbour of Brest was closed to all ferries after the storm, the mayor said on Monday."
MORE = "Nobody was hurt when two boats sank near the pier, according to the coast guard of Brest."


def blocks_of(text: str) -> list[Block]:
    plain = fold(text)
    return find_blocks(text, plain, paragraphs(plain))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind.value, b.span.of(text)) for b in blocks_of(text)]


# (lines of a page, kinds of its blocks)
PAGES = [
    ([PROSE], "body"),
    (["Harbour closed after storm", PROSE, MORE], "headline body body"),
    (["Harbour of Brest closed.", PROSE, MORE], "headline body body"),
    (["Europe", "Harbour of Brest closed after storm", PROSE], "boilerplate headline body"),
    (["Harbour closed", PROSE], "headline body"),
    (["Harbour closes for G.O.P.", PROSE], "headline body"),
    ([PROSE + " " + MORE, MORE], "body body"),
    (
        ["Menu", "Harbour closed after storm", "Harbour closed after storm", PROSE],
        "boilerplate headline boilerplate body",
    ),
    (["Harbour closed after storm", "Two boats sank near the pier on Sunday", PROSE], "headline standfirst body"),
    (["Harbour closed after storm", PROSE, "By Ann Lee", MORE], "headline standfirst byline body"),
    (["Harbour closed after storm", "Brest Harbour Storm March 2019", PROSE], "headline caption body"),
    (["Harbour closed after storm", "The mayor on Monday. (AP)", PROSE], "headline caption body"),
    (["Harbour closed after storm", PROSE, "Two boats sink", MORE], "headline body crosshead body"),
    (["Harbour closed after storm", PROSE, MORE, "Ferry prices rise again"], "headline body body boilerplate"),
    (
        ["Harbour closed after storm", PROSE, "Ferry prices rise", "Mayor wins vote", "Fish is dear", MORE],
        "headline body boilerplate boilerplate boilerplate body",
    ),
    (["Harbour closed after storm", "• " + PROSE, "• " + MORE, MORE], "headline bullet bullet body"),
    (["Harbour closed after storm", "BREST, France (AP) — " + PROSE, MORE], "headline dateline body body"),
    (["Harbour closed after storm", PROSE, MORE + " (AP)"], "headline body body"),
    (["Harbour closed after storm", PROSE, "Reporting by Ann Lee"], "headline body byline"),
]


@pytest.mark.parametrize("blank", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r"])
@pytest.mark.parametrize(("lines", "expected"), PAGES)
def test_kinds(lines, expected, blank):
    assert " ".join(kind for kind, _ in kinds(blank.join(lines) + blank)) == expected


def test_bullets_and_datelines_leave_the_sentence_alone():
    found = dict(
        kinds(
            "Harbour closed after storm\nBREST (AP) — Ferries stay in port, the mayor said on Monday.\n  •\u00a0 Two boats sank."
        )
    )
    assert (
        found["body"].startswith("Ferries")
        and found["bullet"] == "Two boats sank."
        and found["dateline"] == "BREST (AP) —"
    )


def test_wrapped_lines_are_one_paragraph():
    text = (
        "Harbour closed after storm\n\n"
        "The harbour of Brest was closed to all ferries after the\nstorm, the mayor said on Monday. Nobody was hurt when two\n"
        "boats sank near the pier, according to the coast guard.\n"
        "    It will reopen once the wind has gone down and divers\nhave searched the quay for what the boats have lost.\n"
    )
    spans = paragraphs(text)
    assert [s.of(text).split()[0] for s in spans] == ["Harbour", "The", "It"]
    assert spans[1].of(text).endswith("coast guard.")


def test_short_lines_are_not_taken_for_wrapped_ones():
    text = "Menu\nHarbour closed after storm\n" + PROSE + "\n" + MORE + "\n" + PROSE
    assert len(paragraphs(text)) == 5


LINES = [
    "\ud800 lone",
    "\u202eodd\u0301",
    "Menu",
    "Harbour closed after storm",
    PROSE,
    MORE,
    "• item",
    "BREST (AP) — " + PROSE,
    "1x",
    "",
    "  ",
    "Source: AP",
    "By Ann Lee",
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=30)), max_size=14),
    st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]),
)
def test_blocks_lie_in_the_text_in_order_and_hold_all_of_it(lines, blank):
    text = blank.join(lines)
    plain = fold(text)
    last = 0
    for block in blocks_of(text):
        assert last <= block.span.start < block.span.end <= len(text)
        words = block.span.of(plain)
        assert words == words.strip()
        assert not any(c.isalnum() for c in plain[last : block.span.start])
        last = block.span.end
    assert not plain[last:].strip()


@pytest.mark.parametrize(
    ("limit", "ends", "cut"), [(100, [5, 11, 19], None), (6, [5, 11, 15], 15), (2, [5, 11, 14], 14), (0, [5, 11], 12)]
)
def test_cap_counts_told_text_only_and_cuts_between_words(limit, ends, cut):
    plain = "1x 99 By Lee one two"[:12] + "one two"
    blocks = [
        Block(BlockKind.BOILERPLATE, Span(0, 5)),
        Block(BlockKind.BYLINE, Span(6, 11)),
        Block(BlockKind.BODY, Span(12, 19)),
    ]
    kept, where = cap(blocks, plain, limit)
    assert ([b.span.end for b in kept], where) == (ends, cut)
