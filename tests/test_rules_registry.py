"""Every rule is documented, and its examples hold when they run through the whole pipeline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from framecheck.report.rule_pages import pages, stale
from framecheck.rules.registry import Entry, by_relation, catalogue, find
from tests.support import findings

DOCS = Path(__file__).parents[1] / "docs" / "rules"
CASES = [
    pytest.param(entry.rule.code, section, texts, id=f"{entry.rule.code}-{section}-{number}")
    for entry in catalogue()
    for section in ("Fires", "Silent")
    for number, texts in enumerate(entry.examples(section))
]
rules = pytest.mark.parametrize("entry", catalogue(), ids=lambda entry: entry.rule.code)


@rules
def test_code_and_name_have_their_form(entry: Entry) -> None:
    assert re.fullmatch(r"(NAM|NUM|TIM|QUO|ATT|CRT|POL|SCP|LEX|AGY|OMI|HDL|FCK)\d{3}", entry.rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", entry.rule.name)


@rules
def test_documentation_has_a_summary_and_examples(entry: Entry) -> None:
    assert re.fullmatch(r"[A-Z“].{10,110}\.", entry.summary)
    for section in ("Fires", "Silent"):
        stories = entry.examples(section)
        assert stories, f"{entry.rule.code} has no {section}: example"
        assert all(len(texts) >= 2 for texts in stories)


def test_codes_names_and_relations_are_unique() -> None:
    codes = [entry.rule.code for entry in catalogue()]
    names = [entry.rule.name for entry in catalogue()]
    relations = [relation for entry in catalogue() for relation in entry.rule.relations]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
    assert len(set(relations)) == len(relations) == len(by_relation())


@rules
def test_rules_are_found_by_code_and_name_in_any_case(entry: Entry) -> None:
    assert find(entry.rule.code.lower()) is entry
    assert find(entry.rule.name.upper()) is entry


@pytest.mark.parametrize(("code", "section", "texts"), CASES)
def test_examples_hold(code: str, section: str, texts: dict[str, str]) -> None:
    assert bool(findings(texts, code)) is (section == "Fires")


def test_pages_are_up_to_date() -> None:
    assert not stale(DOCS, pages(catalogue())), "run python -m framecheck.report.rule_pages docs/rules"
