"""Configuration files and options: what is in force, where it comes from, and what is said of mistakes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from framecheck.__main__ import main
from framecheck.cli.gate import Gate, Output, configured, plan
from framecheck.config.files import find
from framecheck.config.keys import KEYS
from framecheck.records.finding import Severity
from framecheck.records.house import House, Strictness, Words
from framecheck.report.formats import Format
from framecheck.settings import FailLevel, Settings

TEXTS = {
    "post": "Bridge shut\n\nThe bridge closed on Monday.\nEngineers found deep cracks in two steel girders, the agency said.\n",
    "wire": "Bridge shut\n\nThe bridge was closed on Monday.\nDeep cracks in two steel girders were found by engineers.\n",
    "herald": "Bridge shut\n\nThe bridge closed on Monday.\nDrivers were told to use the tunnel.\n",
}


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    """An empty folder to stand in, with one story beneath it."""
    (tmp_path / "bridge").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "bridge" / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(toml: str = "", command: str = "compare", **options: object) -> Settings:
    Path("framecheck.toml").write_text(toml, encoding="utf-8")
    return plan(command, Gate(**options), Output()).settings


def test_nothing_asked_is_the_default():
    assert settings() == Settings(cache=Path.cwd() / ".framecheck-cache")


@pytest.mark.parametrize(
    ("command", "level"), [("compare", FailLevel.NEVER), ("check", FailLevel.ERROR), ("lint", FailLevel.ERROR)]
)
def test_each_command_has_its_fail_level(command, level):
    assert settings(command=command).fail_level is level
    assert settings('fail-level = "note"', command).fail_level is FailLevel.NOTE
    assert settings('fail-level = "note"', command, fail_level=FailLevel.WARNING).fail_level is FailLevel.WARNING


@pytest.mark.parametrize(
    ("toml", "options", "speaking", "silent"),
    [
        ("", {"select": ["num,quo"]}, ["NUM001", "QUO001"], ["LEX001"]),
        ("", {"ignore": ["NUM", "QUO"]}, ["LEX001"], ["NUM001", "QUO001"]),
        ('select = ["NUM"]', {}, ["NUM001"], ["QUO001"]),
        ('select = ["NUM"]', {"extend_select": ["QUO"]}, ["NUM001", "QUO001"], ["LEX001"]),
        (
            'select = ["NUM"]\nextend-select = ["LEX"]',
            {"extend_select": ["QUO"]},
            ["NUM001", "LEX001", "QUO001"],
            ["TIM001"],
        ),
        ('select = ["NUM"]\nextend-select = ["LEX"]', {"select": ["QUO"]}, ["QUO001"], ["NUM001", "LEX001"]),
        ('ignore = ["NUM"]', {"extend_ignore": ["QUO"]}, ["LEX001"], ["NUM001", "QUO001"]),
        ('ignore = ["NUM"]', {"ignore": ["QUO"]}, ["NUM001"], ["QUO001"]),
        ('ignore = ["NUM"]', {"extend_select": ["NUM001"]}, ["NUM001", "QUO001"], ["NUM002"]),
        ('ignore = ["NUM001"]', {"select": ["NUM001"]}, ["NUM001"], ["NUM002"]),
        ('ignore = ["NUM001"]', {"select": ["NUM001"], "extend_ignore": ["NUM001"]}, [], ["NUM001"]),
    ],
)
def test_selection(toml, options, speaking, silent):
    codes = settings(toml, **options).codes()
    assert set(speaking) <= set(codes)
    assert not set(silent) & set(codes)


def test_severity_by_the_longest_prefix():
    found = settings('[severity]\nNUM = "note"\nALL = "warning"', severity=["NUM001=error"])
    judged = {code: found.severity(code, Severity.ERROR) for code in ("NUM001", "NUM002", "QUO001")}
    assert judged == {"NUM001": Severity.ERROR, "NUM002": Severity.NOTE, "QUO001": Severity.WARNING}


def test_severity_changes_findings_and_exit_code(capsys):
    assert main(["compare", "bridge", "--fail-level", "error"]) == 0
    assert main(["compare", "bridge", "--fail-level", "error", "--severity", "OMI=error", "--format", "concise"]) == 1
    assert "error OMI001" in capsys.readouterr().out


def test_house_style():
    found = settings(
        'quotations = "strict"\n[names]\nKyiv = ["Kiev"]\n[lexicons]\nloaded = ["Slammed", "-brave"]\nsaid-verbs = ["told"]'
    ).house
    loaded = Words(frozenset({"slammed"}), frozenset({"brave"}))
    assert found == House(
        (("Kyiv", ("Kiev",)),), loaded, said_verbs=Words(frozenset({"told"})), quotations=Strictness.STRICT
    )


def test_paths_start_where_they_are_written(desk):
    (desk / "below").mkdir()
    Path("framecheck.toml").write_text('baseline = "known.json"\n[per-file-ignores]\n"wire/*" = ["QUO"]')
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(desk / "below")
        found = plan("lint", Gate(per_file_ignores=["a:b/*:NUM,LEX"], no_suppress=True), Output()).settings
        other = plan("lint", Gate(baseline=Path("own.json"), no_suppress=True), Output()).settings
    assert found.baseline == desk / "known.json"
    assert other.baseline == desk / "below" / "own.json"
    assert [(i.glob, i.codes, i.folder) for i in found.file_ignores] == [
        ("wire/*", ("QUO",), desk),
        ("a:b/*", ("NUM", "LEX"), desk / "below"),
    ]


def test_outlets_by_glob(capsys):
    Path("framecheck.toml").write_text('[outlets]\n"bridge/w*" = "The Wire"\n"h*.txt" = "Herald"')
    assert main(["compare", "bridge", "--outlet", "Daily Post=bridge/post.txt", "--format", "json"]) == 0
    assert [a["outlet"] for a in json.loads(capsys.readouterr().out)["articles"]] == [
        "Daily Post",
        "Herald",
        "The Wire",
    ]


def test_the_format_of_the_file_is_the_default(capsys):
    assert plan("compare", Gate(), Output()).targets[0].format is Format.TABLE
    Path("framecheck.toml").write_text('format = "json"')
    assert plan("compare", Gate(), Output()).targets[0].format is Format.JSON
    assert plan("compare", Gate(), Output(format=Format.CONCISE)).targets[0].format is Format.CONCISE


def test_the_nearest_file_wins(desk):
    deep = desk / "a" / "b"
    deep.mkdir(parents=True)
    (desk / "pyproject.toml").write_text('[tool.framecheck]\nselect = ["NUM"]')
    (desk / "a" / "pyproject.toml").write_text('[tool.other]\nselect = ["QUO"]')
    assert find(deep).path == desk / "pyproject.toml"
    (desk / "framecheck.toml").write_text('select = ["LEX"]')
    assert find(deep).path == desk / "framecheck.toml"
    (deep / "pyproject.toml").write_text("[tool.framecheck]")
    assert find(deep).path == deep / "pyproject.toml"


def test_a_file_can_be_named_or_left_aside(desk):
    Path("framecheck.toml").write_text('select = ["NUM"]')
    Path("other.toml").write_text('select = ["QUO"]')
    assert configured(Gate(config=Path("other.toml"))).get("select") == ("QUO",)
    assert configured(Gate(isolated=True)).get("select") is None


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ('selct = ["NUM"]', "framecheck.toml:selct: no setting is called 'selct', did you mean 'select'?"),
        ("zzzzzz = 1", "framecheck.toml:zzzzzz: no setting is called 'zzzzzz'\n"),
        ('select = "NUM"', "framecheck.toml:select must be a list of strings, not 'NUM'"),
        ('select = ["ZZZ"]', "framecheck.toml:select must be the start of a rule's code, or ALL, and no rule starts with 'ZZZ'"),
        ("min-score = 2", "framecheck.toml:min-score must be a number from 0 to 1, not 2"),
        ("min-score = true", "framecheck.toml:min-score must be a number from 0 to 1, not True"),
        ("jobs = 0", "framecheck.toml:jobs must be a whole number from 1, not 0"),
        ("baseline = 3", "framecheck.toml:baseline must be a string that is not empty, not 3"),
        ('fail-level = "fatal"', "framecheck.toml:fail-level must be one of error, warning, note, never, not 'fatal'"),
        ('severity = "note"', "framecheck.toml:severity must be a table, not 'note'"),
        ('[severity]\nNUM = "bad"', "framecheck.toml:severity.NUM must be one of error, warning, note, not 'bad'"),
        ('[lexicons]\nloded = ["x"]', "framecheck.toml:lexicons.loded must be one of loaded, hedges, said-verbs, did you mean"),
        ("select = [\n\n", "framecheck.toml:1: is not valid TOML: invalid value"),
        ("jobs = 1\nb = = 2", "framecheck.toml:2: is not valid TOML: invalid value"),
        ("jobs = 1\njobs = 2", "framecheck.toml:2: is not valid TOML: cannot overwrite a value"),
    ],
)  # fmt: skip
def test_mistakes_in_a_file_are_one_line(toml, expected, capsys):
    Path("framecheck.toml").write_text(toml)
    assert main(["compare", "bridge"]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(f"framecheck: error: {expected}")
    assert err.count("\n") == 1


def test_a_file_in_another_encoding(capsys):
    Path("framecheck.toml").write_bytes('jobs = 1\nbaseline = "café"'.encode("cp1252"))
    assert main(["config"]) == 2
    assert "framecheck.toml:2: is not UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--severity", "NUM"], "--severity needs CODE=LEVEL, not 'NUM'"),
        (["--severity", "NUM=bad"], "--severity must be one of error, warning, note, not 'bad'"),
        (["--per-file-ignores", "a.txt"], "--per-file-ignores needs GLOB:CODES, not 'a.txt'"),
        (["--per-file-ignores", "a.txt:ZZ"], "no rule starts with 'ZZ'"),
        (["--config", "none.toml"], "none.toml: cannot be read"),
        (["--config", "framecheck.toml", "--isolated"], "give one of them"),
        (["--config", "pyproject.toml"], "has no table [tool.framecheck]"),
    ],
)
def test_mistakes_in_options_are_one_line(options, expected, capsys):
    Path("pyproject.toml").write_text("[tool.other]")
    assert main(["compare", "bridge", *options]) == 2
    err = capsys.readouterr().err
    assert expected in err
    assert err.count("\n") == 1


def test_config_shows_every_setting_with_its_origin(capsys):
    Path("pyproject.toml").write_text('[tool.framecheck]\nselect = ["NUM"]\n[tool.framecheck.names]\nKyiv = ["Kiev"]')
    options = ["config", "--extend-select", "QUO", "--min-score", "0.7"]
    assert main([*options, "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["file"] == "pyproject.toml"
    rows = {(r["key"], r["entry"]): (r["value"], r["origin"]) for r in document["settings"]}
    assert {key for key, _ in rows} == set(KEYS)
    assert rows["select", None] == (["NUM"], "pyproject.toml:tool.framecheck.select")
    assert rows["names", "Kyiv"] == (["Kiev"], "pyproject.toml:tool.framecheck.names.Kyiv")
    assert rows["extend-select", None] == (["QUO"], "--extend-select")
    assert rows["min-score", None] == (0.7, "--min-score")
    assert rows["quotations", None] == ("deletions", "default")
    assert main(options) == 0
    screen = capsys.readouterr().out
    assert all(key in screen for key in KEYS)
    assert "pyproject.toml:tool.framecheck.select" in screen


def test_a_folder_that_may_not_be_searched_has_no_configuration(tmp_path, monkeypatch):
    def stat(path, **_):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "stat", stat)
    assert find(tmp_path) is None
