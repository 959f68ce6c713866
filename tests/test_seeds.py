"""The five seed articles, end to end: what an editor must see on the first screen, and what never."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


def run(*arguments: str) -> str:
    command = [sys.executable, "-m", "framecheck", "compare", "seeds", "--color", "never", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture(scope="module")
def first_screen() -> list[str]:
    """The first 40 lines on a wide screen, as words: without the marks of what differs."""
    return [line.replace("«", "").replace("»", "") for line in run("--width", "140").splitlines()[:40]]


@pytest.fixture(scope="module")
def findings() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("--format", "json"))["findings"]
    return found


def variants(finding: dict[str, Any]) -> set[str]:
    return {s["text"] for s in finding["sides"] if s["role"] == "variant"}


def telling(findings: list[dict[str, Any]], *words: str) -> list[dict[str, Any]]:
    """The findings that set all of *words* against each other."""
    return [f for f in findings if all(any(word in text for text in variants(f)) for word in words)]


# code, words that stand on one line (or on the next one, where context follows)
MUST_SHOW = [
    ("NAM002", ["003 ×8: ", "the former US president", "US President Donald Trump"]),
    (
        "NUM001",
        ["Five NATO officials", "Eight current or former NATO security officials", "003: Five of the officials"],
    ),
    ("QUO001", ["There are a lot of whispers in the halls", "There’s a lot of whispering in the corridors"]),
    ("NAM003", ["Julie Smith", "An American who served as the US ambassador"]),
    ("NAM003", ["Daniel Stanton", "A former official from a Canadian"]),
    ("LEX002", ["tense meeting", "disastrous meeting"]),
    ("CRT001", ["may decline", "will get less"]),
    ("SCP002", ["temporarily cut off", "completely stopped"]),
    ("NAM005", ["Kiev", "Kyiv"]),
]


@pytest.mark.parametrize(("code", "words"), MUST_SHOW, ids=lambda value: value if isinstance(value, str) else "")
def test_in_the_first_40_lines(first_screen, code, words):
    lines = [line + following for line, following in zip(first_screen, [*first_screen[1:], ""], strict=True)]
    assert any(line.startswith(f" {code} ") and all(word in line for word in words) for line in lines)


@pytest.mark.parametrize(("width", "most"), [(80, 125), (100, 85), (140, 80)])
def test_a_screen_or_two(width, most):
    lines = run("--width", str(width)).splitlines()
    assert len(lines) <= most
    assert max(map(len, lines)) <= width


def test_one_status_conflict_with_every_occurrence(findings):
    (found,) = telling(findings, "the former US president", "President Trump")
    former = [s for s in found["sides"] if s["text"].lower() == "the former US president".lower()]
    assert (found["code"], found["severity"], len(former)) == ("NAM002", "error", 8)
    assert {s["article"] for s in former} == {"003"}


def test_five_against_eight_officials_is_a_warning_with_its_context(findings):
    (found,) = [f for f in telling(findings, "Five NATO", "Eight current") if f["category"] == "count"]
    assert found["severity"] == "warning"
    assert ("003", "Five of the officials") in {
        (s["article"], s["text"]) for s in found["sides"] if s["role"] == "context"
    }


def test_kiev_against_kyiv_is_a_note(findings):
    (found,) = [f for f in telling(findings, "Kiev", "Kyiv") if f["category"] == "place_name"]
    assert found["severity"] == "note"


@pytest.mark.parametrize("words", [("our sources", "ive sources")])
def test_sources_of_different_originals_are_no_conflict(findings, words):
    assert telling(findings, *words) == []


def test_member_states_are_not_officials(findings):
    assert [f for f in findings if f["category"] == "count" and any("32" in text for text in variants(f))] == []


def test_nothing_of_menus_and_notices(findings):
    told = " ".join(text for f in findings for text in variants(f))
    for words in ("Connect with us", "当前位置", "cookie", "Published on", "Publication date"):
        assert words not in told
