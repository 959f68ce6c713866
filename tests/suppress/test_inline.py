"""Directives in articles, ``[sic]`` and per-file ignores: what they hide, and what is said of those that say nothing useful."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framecheck.__main__ import main
from framecheck.facts import analyse
from framecheck.pipeline import compare_articles
from framecheck.readers.outlets import name_articles
from framecheck.readers.text_file import read_text
from framecheck.records.article import Article, BlockKind
from framecheck.records.finding import Finding, Report
from framecheck.settings import FileIgnore, Settings

HEAD = "Ferry runs aground off Orvik"
FIRST = "The ferry ran aground on Monday with 43 passengers on board, the coast guard said."
SECOND = '"We will never close the old harbour in the winter," Mayor Ida Holm told reporters on the quay.'
WIRE = (
    f"{HEAD}\n\nThe ferry ran aground on Monday with 57 passengers on board, the coast guard said.\n"
    '"We will never close the new harbour in the winter," Mayor Ida Holm told reporters on the quay.\n'
)


def report(post: str, settings: Settings | None = None) -> Report:
    articles = [
        a for n, t in (("post.txt", post), ("wire.txt", WIRE)) for a in read_text(t, n) if isinstance(a, Article)
    ]
    return compare_articles(name_articles(articles, {})[0], settings=settings)


def told(post: str, settings: Settings | None = None) -> dict[str, Finding]:
    return {f.code: f for f in report(post, settings).findings}


def test_without_directives_both_differences_count():
    found = told(f"{HEAD}\n\n{FIRST}\n{SECOND}\n")
    assert {"NUM001", "QUO001"} <= set(found)
    assert not any(f.suppressed for f in found.values())


@pytest.mark.parametrize(
    ("post", "hidden", "reason", "place"),
    [
        (f"{HEAD}\n\n<!-- framecheck: ignore[NUM001] counted twice -->\n{FIRST}\n{SECOND}\n", {"NUM001"}, "counted twice", 3),
        (f"{HEAD}\n\n{FIRST} <!-- framecheck: ignore[NUM] counted twice -->\n{SECOND}\n", {"NUM001"}, "counted twice", 3),
        (f"{HEAD}\n\n{FIRST}\n\n<!--framecheck:ignore[num001,quo]-->\n\n{SECOND}\n", {"QUO001"}, "", 5),
        (f"{HEAD}\n\n{FIRST}\n{SECOND}\n<!-- framecheck: ignore[QUO] too late -->\n", set(), "", 0),
        (f"{HEAD}\n\n<!-- framecheck: ignore[LEX] -->\n{FIRST}\n{SECOND}\n", set(), "", 0),
        (f"framecheck: file-ignore[NUM001,QUO001] old copy\n{HEAD}\n\n{FIRST}\n{SECOND}\n", {"NUM001", "QUO001"}, "old copy", 1),
        (f"{HEAD}\n<!-- framecheck: file-ignore[QUO] -->\n\n{FIRST}\n{SECOND}\n", {"QUO001"}, "", 2),
        (f"{HEAD}\n\n{FIRST}\n{SECOND.replace('harbour in', 'harbour [sic] in')}\n", {"QUO001"}, "[sic]", 4),
    ],
)  # fmt: skip
def test_what_a_directive_hides(post, hidden, reason, place):
    found = told(post)
    assert {"NUM001", "QUO001"} <= set(found)
    assert {code for code, f in found.items() if f.suppressed} == hidden
    for code in hidden:
        known = found[code].suppression
        assert (known.kind, known.reason, known.place) == ("inline", reason, f"post.txt:{place}")
    assert not any(f.suppressed for f in told(post, Settings(suppress=False)).values())


@pytest.mark.parametrize(
    "directive",
    [
        "<!-- framecheck: ignore[NUM001] why -->",
        "<!-- framecheck: file-ignore[NUM] why -->",
        "framecheck: file-ignore[NUM]",
    ],
)
def test_a_directive_stays_in_the_text_and_tells_nothing(directive):
    text = f"{HEAD}\n{directive}\n\n{FIRST}\n{SECOND}\n"
    (article,) = read_text(text, "post.txt")
    assert article.text == text
    assert len(article.plain) == len(text)
    (block,) = (b for b in article.blocks if b.span.of(text) == directive)
    assert block.kind is BlockKind.BOILERPLATE
    plain = next(read_text(text.replace(f"{directive}\n", ""), "post.txt"))
    sentences = [[s.span.of(a.text) for s in analyse(a).sentences] for a in (article, plain)]
    assert sentences[0] == sentences[1]


@pytest.mark.parametrize(
    ("line", "level", "message"),
    [
        ("<!-- framecheck: ignore[LEX001] -->", "note", "unused suppression: LEX001 finds nothing here"),
        ("<!-- framecheck: ignore NUM001 -->", "warning", "malformed suppression: names no code"),
        ("<!-- framecheck: ignore[] why -->", "warning", "malformed suppression: names no code"),
        ("<!-- framecheck: ignore[ALL THE] -->", "warning", "malformed suppression: 'ALL THE' is no code"),
        ("<!-- framecheck: ignore[NUM999] -->", "warning", "malformed suppression: no rule starts with 'NUM999'"),
        ("<!-- framecheck: ingore[NUM001] -->", "warning", "malformed suppression: is not understood"),
        ("<!-- framecheck -->", "warning", "malformed suppression: is not understood"),
        ("<!-- framecheck: ignore[NUM001]", "warning", "malformed suppression: the comment does not end"),
    ],
)
def test_directives_that_say_nothing_useful_are_reported(line, level, message):
    found = report(f"{HEAD}\n\n{line}\n{FIRST}\n{SECOND}\n")
    assert not any(f.suppressed for f in found.findings)
    (notice,) = found.notices
    assert (notice.level, notice.place) == (level, "post.txt:3")
    assert notice.message.startswith(message)


def test_a_file_ignore_far_down_is_malformed():
    late = "\n".join([HEAD, "", *[FIRST] * 12, "<!-- framecheck: file-ignore[NUM] -->", SECOND, ""])
    (notice,) = report(late).notices
    assert notice.place == "post.txt:15"
    assert "first 10 lines" in notice.message


def test_a_directive_for_a_rule_that_is_not_asked_for_is_not_unused():
    from framecheck.rules.selection import Selection

    post = f"{HEAD}\n\n<!-- framecheck: ignore[NUM001] -->\n{FIRST}\n{SECOND}\n"
    assert not report(post, Settings(Selection(("QUO",)))).notices


@pytest.mark.parametrize(
    ("glob", "codes", "hidden"),
    [
        ("post.txt", ("QUO",), {"QUO001"}),
        ("desk/*", ("ALL",), set()),
        ("*.txt", ("NUM001", "QUO001"), {"NUM001", "QUO001"}),
        ("other.txt", ("QUO",), set()),
    ],
)
def test_per_file_ignores(glob, codes, hidden):
    settings = Settings(file_ignores=(FileIgnore(glob, codes, Path.cwd(), "framecheck.toml:per-file-ignores"),))
    found = told(f"{HEAD}\n\n{FIRST}\n{SECOND}\n", settings)
    assert {code for code, f in found.items() if f.suppressed} == hidden
    assert {f.suppression.kind for f in found.values() if f.suppression} == ({"config"} if hidden else set())


def test_suppressed_findings_fail_nothing_and_stay_in_json(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    line = "<!-- framecheck: ignore[NUM,QUO] agreed with the desk -->"
    Path("post.txt").write_text(f"{HEAD}\n\n{FIRST} {line}\n{SECOND} {line}\n", encoding="utf-8")
    Path("wire.txt").write_text(WIRE, encoding="utf-8")
    command = ["compare", "post.txt", "wire.txt", "--fail-level", "note", "--select", "NUM,QUO"]
    assert main(command) == 0
    screen = capsys.readouterr().out
    assert "Nothing new." in screen
    assert "NUM001" not in screen
    assert main([*command, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {f["code"] for f in found["findings"] if f["suppressed"]} >= {"NUM001", "QUO001"}
    assert found["summary"]["findings"] == 0
    assert main([*command, "--no-suppress"]) == 1
