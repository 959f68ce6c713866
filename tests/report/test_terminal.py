"""The screen: the same findings at several widths, nothing of an article taken as markup or control code."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from framecheck.records.alignment import Alignment
from framecheck.records.finding import Category, Report, Severity
from framecheck.records.story import Story
from framecheck.report.pairs import alignment_screen
from framecheck.report.rule_list import explanation_screen, rules_screen
from framecheck.report.rule_pages import page
from framecheck.report.terminal import report_screen
from framecheck.report.view import View
from framecheck.rules.registry import Entry, Rule
from tests.report.stories import documents, finding, side, small_report


@pytest.mark.parametrize("width", [80, 140])
def test_screen_snapshot(snapshot, width):
    snapshot(f"table-{width}.txt", report_screen(small_report(), View(width)))


def test_colour_snapshot(snapshot):
    snapshot("table-100-colour.txt", report_screen(small_report(), View(100, colour=True)))


def test_alignment_snapshot(snapshot):
    report = small_report()
    snapshot("align-80.txt", alignment_screen(Report(report.alignment, (), report.notices), View(80)))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 200])
def test_no_line_is_wider_than_the_screen(width):
    for line in report_screen(small_report(), View(width)).splitlines():
        assert cell_len(line) <= width


def test_without_colour_there_is_no_escape():
    assert "\x1b" not in report_screen(small_report(), View(80))


def test_ascii_only_marks():
    screen = report_screen(small_report(), View(80, plain=True))
    assert "[may]" in screen
    assert not set("«»…·") & set(screen)


def hostile(words: str) -> Report:
    texts = {
        "A": f"The bridge\n\nThe council closed the {words} bridge on Monday.",
        "B": "The bridge\n\nThe council closed the old bridge on Monday.",
    }
    story = Story("bridge", documents(texts))
    found = finding(
        Severity.WARNING, "NAM001", "name-differs", Category.NAMING, f"{words} or old",
        side(story, 0, words, 0), side(story, 1, "old", 1),
    )  # fmt: skip
    return Report(Alignment(story, ()), (found,))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[red]new[/red]", "[red]new[/red]"),
        ("[/]", "[/]"),
        (":smile:", ":smile:"),
        ("new\x1b[2Jnew", "new\ufffd[2Jnew"),
        ("new\x9b31mnew", "new\ufffd31mnew"),
        ("new\u202eflow", "new\ufffdflow"),
        ("new\u2066flow", "new\ufffdflow"),
        ("new\x07bell", "new\ufffdbell"),
        ("new\u200b\u00adbridge", "newbridge"),
        ("new\ud800bridge", "new\ufffdbridge"),
    ],
)
@pytest.mark.parametrize("colour", [False, True])
def test_article_text_is_only_words(words, expected, colour):
    screen = report_screen(hostile(words), View(100, colour=colour))
    assert expected in screen
    assert words == expected or words not in screen


@pytest.mark.parametrize("words", ["新しい橋が古い橋の代わりに建設された" * 4, "e\u0301" * 90, "ก็" * 60, "👩‍👩‍👧" * 30])
@pytest.mark.parametrize("width", [60, 100])
def test_wide_and_combining_characters_stay_in_their_columns(words, width):
    for line in report_screen(hostile(words), View(width)).splitlines():
        assert cell_len(line) <= width


def test_a_long_list_is_cut_and_says_so():
    report = small_report()
    many = replace(report, findings=report.findings[1:2] * 40)
    assert "--all shows 27 more" in report_screen(many, View(100))
    assert report_screen(many, View(100, everything=True)).count("NUM001 ") == 41


def test_names_in_full_and_in_part_are_no_labels():
    report = small_report()
    plain = Story("bridge", report.alignment.story.documents, report.alignment.story.entities[:1])
    assert "WHO IS CALLED WHAT" in report_screen(Report(Alignment(plain, ()), ()), View(100))
    named = replace(plain.entities[0], name="The former mayor Mayor Ines Ardal Mayor Inés Ardal")
    assert "WHO IS CALLED WHAT" not in report_screen(
        Report(Alignment(replace(plain, entities=(named,)), ()), ()), View(100)
    )


def test_empty_report():
    screen = report_screen(Report(Alignment(Story("bridge", documents()), ()), ()), View(80))
    assert "No discrepancies found." in screen


DOC = """One outlet says it louder.

Prose that runs
over two lines.

Fires:
    Post: The mayor shouted.
    Herald: The mayor spoke.

    Post: It was a triumph.
    Herald: It passed.

Silent:
    Post: The mayor spoke.
    Herald: She spoke.
"""


def rule_entry() -> Entry:
    rule = Rule("LEX009", "louder-word", Category.LOADED, Severity.NOTE, (("tone", "louder"),))
    return Entry(rule, lambda difference, story: None, DOC)


@pytest.mark.parametrize("width", [50, 140])
def test_explanation_snapshot(snapshot, width):
    snapshot(f"explain-{width}.txt", explanation_screen(rule_entry(), View(width)))


def test_rules_snapshot(snapshot):
    snapshot("rules-80.txt", rules_screen([rule_entry()], View(80)))


def test_rule_page_snapshot(snapshot):
    snapshot("rule-page.md", page(rule_entry()))
