"""Every format on the same findings: snapshots, schemas, columns in the format's own unit, text that tries to break out."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from framecheck.locate import locate
from framecheck.records.alignment import Alignment
from framecheck.records.article import Notice
from framecheck.records.finding import Category, Report, Severity, Suppression, SuppressionKind
from framecheck.records.result import Outcome, Point, Run, StoryResult, Totals
from framecheck.records.story import Story
from framecheck.report import json_format
from framecheck.report.formats import Format, renderer
from framecheck.report.markdown import code, escape
from framecheck.report.view import View
from framecheck.rules.registry import catalogue
from tests.report.stories import documents, finding, side, small_report

SCHEMAS = Path(__file__).parent / "schemas"
ENDINGS = {
    Format.CONCISE: "txt",
    Format.JSONL: "jsonl",
    Format.GITHUB: "github.txt",
    Format.GITLAB: "gitlab.json",
    Format.JUNIT: "junit.xml",
    Format.RDJSON: "rdjson.json",
    Format.MARKDOWN: "md",
}
RULES = tuple(entry.rule.code for entry in catalogue())
HOSTILE = "]]><script>%0A::error::|`a`\x00\x1b[31m\u202e\ud800\n# [x](y) {0}"


def rendered(format: Format, *stories: StoryResult, command: str = "compare", codes: tuple[str, ...] = RULES) -> str:
    made = renderer(format, View())
    totals = Totals()
    pieces = [made.begin(Run(command, codes))]
    for story in stories:
        totals = totals.with_story(story)
        pieces.append(made.story(story))
    notices = (Notice("warning", "story/notes.pdf", "is a PDF; framecheck reads text; skipped"),)
    return "".join([*pieces, made.end(Outcome(totals, notices))])


@cache
def result() -> StoryResult:
    """The small report with its last finding known to a baseline and the one before silenced in the article."""
    report = small_report()
    *others, silenced, known = report.findings
    findings = (
        *others,
        replace(silenced, suppression=Suppression(SuppressionKind.INLINE, "agreed with the desk", "story/wire.txt:3")),
        replace(known, suppression=Suppression(SuppressionKind.BASELINE, place="baseline.json")),
    )
    return locate(replace(report, findings=findings), keep=True)


def hostile() -> StoryResult:
    story = result()
    articles = tuple(
        replace(a, path=f"story/{HOSTILE}{i}.txt", outlet=f"{HOSTILE}{i}", headline=HOSTILE)
        for i, a in enumerate(story.articles)
    )
    findings = tuple(
        replace(
            f,
            message=HOSTILE,
            sides=tuple(s if s.text is None else replace(s, text=HOSTILE, sentence_text=HOSTILE) for s in f.sides),
        )
        for f in story.findings
    )
    return replace(
        story, id=HOSTILE, articles=articles, findings=findings, notices=(Notice("error", HOSTILE, HOSTILE),)
    )


@pytest.mark.parametrize("format", ENDINGS)
def test_snapshot(format, snapshot):
    snapshot(f"formats.{ENDINGS[format]}", rendered(format, result()))


def test_snapshot_sarif(snapshot):
    codes = tuple({f.code for f in result().findings})
    log = json.loads(rendered(Format.SARIF, result(), codes=codes))
    for rule in log["runs"][0]["tool"]["driver"]["rules"]:
        rule["fullDescription"] = rule["help"] = "left out"  # documentation has tests of its own
    snapshot("formats.sarif.json", json.dumps(log, indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("stories", [(), (result(),), (result(), hostile())], ids=["none", "one", "hostile"])
@pytest.mark.parametrize("format", [Format.SARIF, Format.GITLAB, Format.RDJSON])
def test_json_formats_follow_their_schema(format, stories):
    name = "sarif-schema-2.1.0" if format is Format.SARIF else format.value
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    text = rendered(format, *stories, command="lint")
    jsonschema.validators.validator_for(schema)(schema).validate(json.loads(text))


@pytest.mark.parametrize("stories", [(), (result(),), (result(), hostile())], ids=["none", "one", "hostile"])
def test_junit_follows_its_schema(stories):
    document = etree.fromstring(rendered(Format.JUNIT, *stories).encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd")).assertValid(document)
    for suite in document.iterfind("testsuite"):
        cases = suite.findall("testcase")
        counts = {
            k: sum(case.find(tag) is not None for case in cases)
            for k, tag in (("failures", "failure"), ("skipped", "skipped"))
        }
        assert suite.get("tests") == str(len(cases))
        assert all(suite.get(key, "0") == str(count) for key, count in counts.items())


def test_json_lines_stand_alone():
    lines = [json.loads(line) for line in rendered(Format.JSONL, result(), hostile()).splitlines()]
    assert [line["type"] for line in lines].count("finding") == 2 * len(result().findings)
    assert lines[-1]["type"] == "summary"
    assert lines[-1]["stories"] == 2
    first = next(line for line in lines if line["type"] == "finding")
    assert first["sides"][0]["path"].startswith("story/")


def test_lint_json_is_one_document():
    plain = (replace(story, report=None) for story in (result(), hostile()))
    document = json.loads(rendered(Format.JSON, *plain, command="lint"))
    schema = json.loads((Path(json_format.__file__).parent / "schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert [story["id"] for story in document["stories"]] == ["orvik", HOSTILE]
    assert "alignments" not in document["stories"][0]
    assert document["summary"]["stories"] == 2
    assert document["summary"]["suppressed"] == 4


def test_the_sarif_catalogue_is_whole_and_keeps_what_is_suppressed():
    (run,) = json.loads(rendered(Format.SARIF, result()))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(RULES)
    assert any(row["ruleId"] in RULES for row in run["results"])
    for row in run["results"]:
        assert row["ruleIndex"] == (RULES.index(row["ruleId"]) if row["ruleId"] in RULES else -1)
        for related in row["relatedLocations"]:
            assert f"]({related['id']})" in row["message"]["text"]
    known = [r["suppressions"] for r in run["results"] if "suppressions" in r]
    assert known == [
        [{"kind": "inSource", "justification": "agreed with the desk"}],
        [{"kind": "external", "justification": "in baseline.json"}],
    ]
    assert [r.get("baselineState") for r in run["results"]].count("unchanged") == 1


def test_columns_are_in_the_unit_of_the_format():
    # before these words stand a curly quotation mark, "é" and a letter outside the basic plane
    texts = {"Wire": "Ferry\n\n“Inés 𝒜,” she said: five ships.", "Post": "Ferry\n\nShe said: eight ships."}
    told = documents(texts)
    story = Story("ferry", told)
    sides = (side(story, 0, "five ships"), side(story, 1, "eight ships", 1))
    found = finding(Severity.ERROR, "NUM001", "count-mismatch", Category.COUNT, "five or eight", *sides)
    located = locate(Report(Alignment(story, ()), (found,)))
    start = located.findings[0].sides[0].start
    before = texts["Wire"].splitlines()[2].split("five")[0]
    assert start == Point(3, len(before) + 1, len(before.encode()) + 1, len(before.encode("utf-16-le")) // 2 + 1)
    (diagnostic,) = json.loads(rendered(Format.RDJSON, located))["diagnostics"]
    assert diagnostic["location"]["range"]["start"] == {"line": 3, "column": start.utf8}
    (run,) = json.loads(rendered(Format.SARIF, located))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == start.column
    assert f"col={start.column}," in rendered(Format.GITHUB, located)


def test_places_in_a_file_that_holds_many_are_those_of_the_file():
    story = result()
    articles = tuple(
        replace(a, path=f"corpus/news.jsonl:{n}[0]", origin="json") for n, a in enumerate(story.articles, 7)
    )
    story = replace(story, articles=articles)
    first = story.findings[0].sides[0].article
    (diagnostic, *_) = json.loads(rendered(Format.RDJSON, story))["diagnostics"]
    assert diagnostic["location"]["path"] == "corpus/news.jsonl"
    assert diagnostic["location"]["range"]["start"] == {"line": 7 + first, "column": 1}
    assert f"file=corpus/news.jsonl,line={7 + first}," in rendered(Format.GITHUB, story)
    (run,) = json.loads(rendered(Format.SARIF, story))["runs"]
    assert [a["location"]["uri"] for a in run["artifacts"]] == ["corpus/news.jsonl"]
    assert f"`corpus/news.jsonl:{7 + first}[0]`" in rendered(Format.MARKDOWN, story)


def test_gitlab_fingerprints_are_unique_and_stable():
    once = [issue["fingerprint"] for issue in json.loads(rendered(Format.GITLAB, result()))]
    twice = [issue["fingerprint"] for issue in json.loads(rendered(Format.GITLAB, result(), result()))]
    assert len(set(twice)) == len(twice) == 2 * len(once)
    assert twice[: len(once)] == once


def test_github_commands_cannot_be_broken_out_of():
    lines = rendered(Format.GITHUB, hostile()).splitlines()
    told = [f for f in hostile().findings if not f.suppressed]
    assert len(lines) == len(told) + 2  # a notice of the story and one of the run
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert not any("\x1b" in line for line in lines)


@pytest.mark.parametrize("format", [Format.CONCISE, Format.MARKDOWN])
def test_text_formats_hold_no_control_codes(format):
    text = rendered(format, hostile())
    assert not any(c in text for c in "\x00\x1b\u202e\ud800")


def test_markdown_is_escaped():
    table = [
        line
        for line in rendered(Format.MARKDOWN, hostile()).splitlines()
        if line.startswith("| ") and "rule" not in line
    ]
    assert table
    for line in table:
        assert line.replace("\\|", "").count("|") == 4
        assert "<script" not in line.replace("\\<", "")
    assert escape("- a\nb_c") == "\\- a b\\_c"
    assert code("a`b") == "`` a`b ``"


def test_suppressed_findings_are_shown_only_where_the_format_can_say_so():
    hushed = [f for f in result().findings if f.suppressed]
    assert len(hushed) == 2
    for format in (Format.CONCISE, Format.GITHUB, Format.GITLAB, Format.RDJSON):
        text = rendered(format, replace(result(), findings=tuple(hushed)))
        assert not any(f.code in text for f in hushed), format


def test_severities_map_to_each_format():
    issues = json.loads(rendered(Format.GITLAB, locate(small_report())))
    assert {i["severity"] for i in issues} == {"critical", "major", "info"}
    assert {f.severity for f in small_report().findings} == set(Severity)
