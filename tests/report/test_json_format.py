"""The machine contract: the written schema holds, offsets give the words back."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import jsonschema
import pytest

import framecheck
from framecheck.pipeline import compare_articles
from framecheck.readers import read_paths
from framecheck.records.finding import Category, Severity
from framecheck.report.json_format import alignment_document, findings_document
from tests.report.stories import small_report

SCHEMA = json.loads((Path(framecheck.__file__).parent / "report" / "schema.json").read_text(encoding="utf-8"))
SEEDS = Path(__file__).parents[2] / "seeds"
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def seeds():
    articles, notices = read_paths([str(SEEDS)])
    return compare_articles(articles, "seeds", notices)


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_snapshot(snapshot):
    snapshot("report.json", json.dumps(findings_document(small_report()), indent=2, ensure_ascii=False) + "\n")


def test_documents_follow_the_schema(seeds):
    for report in (small_report(), seeds):
        VALIDATOR.validate(json.loads(json.dumps(findings_document(report))))
        VALIDATOR.validate(json.loads(json.dumps(alignment_document(report.alignment))))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.update(schema="framecheck/2"),
        lambda d: d.update(extra=1),
        lambda d: d.pop("claims"),
        lambda d: d["findings"][0].update(severity="fatal"),
        lambda d: d["findings"][0].update(category="spin"),
        lambda d: d["findings"][0]["sides"][0].update(start=None),
        lambda d: d["findings"][0]["sides"][0].update(line=0),
        lambda d: d["findings"][1]["sides"][2].update(text="words"),
        lambda d: d["alignments"][0]["sides"].pop(),
    ],
)
def test_the_schema_refuses_what_is_not_in_the_contract(spoil):
    document = deepcopy(findings_document(small_report()))
    spoil(document)
    assert not VALIDATOR.is_valid(document)


def test_the_schema_names_every_category_and_severity():
    finding = SCHEMA["$defs"]["finding"]["properties"]
    assert finding["category"]["enum"] == [c.value for c in Category]
    assert finding["severity"]["enum"] == [s.value for s in Severity]


def test_offsets_lines_and_columns_give_the_words_back(seeds):
    document = findings_document(seeds)
    texts = {a["id"]: Path(a["path"]).read_bytes().decode("utf-8") for a in document["articles"]}
    sides = [side for finding in document["findings"] for side in finding["sides"]]
    assert sides
    for side in sides:
        if side["role"] == "missing":
            continue
        text = texts[side["article"]]
        assert text[side["start"] : side["end"]] == side["text"]
        lines = text.split("\n")
        assert lines[side["line"] - 1][side["column"] - 1 :].startswith(side["text"].split("\n")[0])
        assert side["sentence"]["start"] <= side["start"] <= side["end"] <= side["sentence"]["end"]
