"""Which findings a screen has room for."""

from __future__ import annotations

import pytest

from framecheck.records.alignment import Alignment
from framecheck.records.finding import Category, Finding, Report, Severity
from framecheck.records.story import Story
from framecheck.report.choice import ROOM, shown
from framecheck.report.view import View


def report(*findings: tuple[str, float], severity: Severity = Severity.WARNING) -> Report:
    found = [Finding(code, "", Category.SCOPE, severity, "", score, "", ()) for code, score in findings]
    return Report(Alignment(Story("s", ()), ()), tuple(found))


def test_a_further_finding_of_a_rule_counts_less():
    loud = [("LEX001", 0.9 - i / 100) for i in range(30)]
    kept = shown(report(*loud, ("NUM001", 0.5), ("CRT001", 0.45)), View())
    assert [f.code for f in kept] == ["LEX001"] * (ROOM[Severity.WARNING] - 2) + ["NUM001", "CRT001"]


def test_a_sure_second_finding_comes_before_an_unsure_first():
    rules = [(f"SCP{i:03}", 0.9) for i in range(ROOM[Severity.WARNING] - 1)]
    kept = shown(report(("LEX001", 0.9), ("LEX001", 0.8), *rules[1:], ("NUM001", 0.41)), View())
    assert [f.score for f in kept if f.score < 0.9] == [0.8]


def test_the_second_of_each_rule_by_score():
    rules = [(f"LEX{i:03}", 0.9) for i in range(ROOM[Severity.WARNING] - 1)]
    kept = shown(report(*rules, ("LEX001", 0.6), ("LEX002", 0.7), ("LEX003", 0.5)), View())
    assert [f.score for f in kept if f.score < 0.9] == [0.7]


@pytest.mark.parametrize("severity", list(Severity))
def test_room_is_counted_by_severity(severity):
    many = report(*[("LEX001", 0.9)] * 30, severity=severity)
    assert len(shown(many, View())) == ROOM[severity]
    assert len(shown(many, View(everything=True))) == 30
