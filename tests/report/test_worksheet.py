"""The checking sheet: facts in order, statuses, the words of the wire, text that tries to break out of its cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framecheck.locate import locate
from framecheck.pipeline import check_articles
from framecheck.records.finding import Report, Suppression, SuppressionKind
from framecheck.records.result import Outcome, Run, Totals
from framecheck.report.formats import Format, renderer
from framecheck.report.view import View
from framecheck.report.worksheet import rows
from tests.report.stories import small_report
from tests.support import article

WIRE = (
    "The Orvik ferry ran aground on Monday. About 1,200 passengers were on board, the mayor, Ida Holm, said.\n"
    '"It was the oldest ferry in the fleet, and nobody asked us about the new timetable," she said.\n'
    "The company may close the northern route in spring, the union said on Tuesday.\n"
)
DRAFT = (
    "The Orvik ferry ran aground on Monday. Some 1,200 passengers were on board, Mayor Ida Holm said.\n"
    '"It was the oldest ferry in the fleet, and nobody asked us about the old timetable," she said.\n'
    "The company will close the northern route in spring, the union said on Tuesday. Captain Per Dahl spoke of 14 boats "
    "<b>lost</b> at *sea* | [now].\n"
)


def report(draft: str = DRAFT, *wires: str) -> Report:
    others = [article(f"W{number}", text) for number, text in enumerate(wires or (WIRE,), 1)]
    return check_articles(article("draft", draft), others)


def sheet(found: Report) -> str:
    made = renderer(Format.WORKSHEET, View())
    result = locate(found, keep=True)
    return "".join([made.begin(Run("check", ())), made.story(result), made.end(Outcome(Totals().with_story(result)))])


def test_every_fact_in_order_with_its_status() -> None:
    found = rows(report(), 0)
    told = [(r.kind, r.span.of(DRAFT), r.status) for r in found]
    assert told == [
        ("name", "Orvik", "match"),
        ("date or time", "Monday", "match"),
        ("number", "Some 1,200 passengers", "match"),
        ("title", "Mayor", "match"),
        ("name", "Ida Holm", "match"),
        ("quotation", "It was the oldest ferry in the fleet, and nobody asked us about the old timetable,", "conflict"),
        ("superlative", "oldest ferry", "match"),
        ("certainty", "will close", "conflict"),
        ("date or time", "Tuesday", "match"),
        ("title", "Captain", "no support"),
        ("name", "Per Dahl", "no support"),
        ("number", "14 boats", "no support"),
    ]


def test_the_source_and_its_words() -> None:
    found = {r.span.of(DRAFT): r.wire for r in rows(report(), 0)}
    assert found["Some 1,200 passengers"] == "**W1** (line 1): “About 1,200 passengers”"
    assert found["will close"] == "**W1** (line 3): “may close”"
    assert found["14 boats"] == ""


def test_the_sheet_is_a_markdown_table() -> None:
    text = sheet(report())
    assert text.startswith("# Checking sheet: ")
    assert "12 to check: 7 match, 2 conflict, 3 no support." in text
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert len(table) == 14
    assert all(line.replace("\\|", "").count("|") == 7 for line in table)
    assert "<b>" not in text
    assert text.splitlines()[-1].startswith("1 error")


def test_a_wire_that_agrees_is_named_beside_one_that_does_not() -> None:
    text = sheet(report(DRAFT, WIRE, DRAFT.replace("Some", "About")))
    (line,) = [line for line in text.splitlines() if "| quotation |" in line]
    assert "**W1** (line 2)" in line
    assert "as the draft: **W2**" in line


def test_what_the_draft_lacks() -> None:
    told = "The bridge closed on Monday. Engineers found deep cracks in two steel girders, the agency said."
    other = (
        "The bridge was closed on Monday. Deep cracks in two steel girders were found by engineers, the agency said."
    )
    text = sheet(report("The bridge closed on Monday. Drivers were told to use the tunnel.", told, other))
    assert "The wire has, and the draft lacks:\n\n- ☐ (near line 1) **W1** (line 1): “" in text


def test_a_known_conflict_about_a_fact_is_one_still() -> None:
    found = report()
    known = Suppression(SuppressionKind.INLINE, "agreed with the desk")
    hushed = replace(found, findings=tuple(replace(f, suppression=known) for f in found.findings))
    before = {row.span: row for row in rows(found, 0)}
    after = {row.span: row for row in rows(hushed, 0)}
    (conflict,) = (row for row in after.values() if row.status == "conflict")
    assert before[conflict.span].status == "conflict"
    assert conflict.wire == before[conflict.span].wire + "<br>known: agreed with the desk"


def test_a_sheet_needs_a_draft() -> None:
    with pytest.raises(ValueError, match="of a draft"):
        renderer(Format.WORKSHEET, View()).story(locate(small_report(), keep=True))
