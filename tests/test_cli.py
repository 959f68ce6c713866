"""The command line from end to end: options, streams, exit codes, and input that cannot be used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from framecheck import __version__
from framecheck.__main__ import main
from framecheck.cli.exits import ExitCode, exit_code
from framecheck.locate import locate
from framecheck.records.finding import Severity, Suppression, SuppressionKind
from framecheck.records.result import Outcome, Totals
from framecheck.report.rule_list import rules_document
from framecheck.rules.registry import catalogue
from framecheck.settings import FailLevel, Settings
from tests.report.stories import TEXTS, small_report

ROOT = Path(__file__).parents[1]
# three outlets, one of which leaves a fact out: OMI001, a warning
STORY = {
    "post": "Bridge shut\n\nThe bridge closed on Monday.\nEngineers found deep cracks in two steel girders, the agency said.\n",
    "wire": "Bridge shut\n\nThe bridge was closed on Monday.\nDeep cracks in two steel girders were found by engineers.\n",
    "herald": "Bridge shut\n\nThe bridge closed on Monday.\nDrivers were told to use the tunnel.\n",
}


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def story(tmp_path):
    return folder(tmp_path / "bridge", STORY)


def folder(path: Path, texts: dict[str, str]) -> str:
    path.mkdir()
    for name, text in texts.items():
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    return str(path)


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "framecheck", *arguments], capture_output=True, cwd=ROOT, check=False, **options
    )


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"framecheck {__version__}\n"


def test_version_imports_nothing_heavy():
    code = (
        "import sys; from framecheck.__main__ import main; main(['--version']); "
        "sys.exit(any(m in sys.modules for m in ('typer', 'rich', 'nltk', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_compare_prints_a_screen(story, capsys):
    assert main(["compare", story]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("framecheck  bridge  3 articles")
    assert "OMI001 absent-fact" in out
    assert not err
    assert "\x1b" not in out


def test_compare_json(story, capsys):
    assert main(["compare", story, "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "framecheck/1"
    assert [a["outlet"] for a in document["articles"]] == ["herald", "post", "wire"]
    for finding in document["findings"]:
        for side in finding["sides"]:
            if side["role"] == "variant":
                text = STORY[side["article"]]
                assert text[side["start"] : side["end"]] == side["text"]


def test_align(story, capsys):
    assert main(["align", story]) == 0
    assert "equivalent" in capsys.readouterr().out
    assert main(["align", story, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["alignments"]


def test_output_file(story, tmp_path, capsys):
    target = tmp_path / "report.json"
    assert main(["compare", story, "--format", "json", "-o", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["articles"]
    assert capsys.readouterr().out == ""


def test_outlet_names_a_path(story, tmp_path, capsys):
    extra = tmp_path / "x.txt"
    extra.write_text("Bridge\n\nThe bridge closed on Monday, the town said.\n")
    assert main(["compare", story, "--outlet", f"Town Crier={extra}", "--format", "json"]) == 0
    outlets = [a["outlet"] for a in json.loads(capsys.readouterr().out)["articles"]]
    assert "Town Crier" in outlets


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-level", "never"], 0),
        (["--fail-level", "error"], 0),
        (["--fail-level", "warning"], 1),
        (["--fail-level", "note"], 1),
        (["--fail-level", "warning", "--exit-zero"], 0),
        (["--fail-level", "warning", "--ignore", "OMI"], 0),
        (["--fail-level", "warning", "--ignore", "OMI", "--select", "OMI001"], 1),
        (["--fail-level", "warning", "--min-score", "1"], 0),
    ],
)
def test_fail_level(story, options, code, capsys):
    assert main(["compare", story, *options]) == code


def test_a_suppressed_finding_does_not_fail():
    report = small_report()
    known = Suppression(SuppressionKind.BASELINE)
    hushed = tuple(replace(f, suppression=known) for f in report.findings if f.severity is Severity.ERROR)
    settings = Settings(fail_level=FailLevel.ERROR)
    assert exit_code(outcome(report), settings) is ExitCode.FINDINGS
    assert exit_code(outcome(replace(report, findings=hushed)), settings) is ExitCode.OK


def outcome(report):
    return Outcome(Totals().with_story(locate(report)))


def test_also_writes_a_further_format_to_a_file(story, tmp_path, capsys):
    target = tmp_path / "report.json"
    assert main(["compare", story, "--format", "concise", "--also", f"json={target}"]) == 0
    found = json.loads(target.read_text("utf-8"))["findings"]
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[1].split()[1] for line in lines[:-1]] == [f["code"] for f in found]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["compare"], "no path given"),
        (["compare", "no/such/path"], "no/such/path"),
        (["compare", "seeds", "--fail-level", "bad"], "'bad' is not one of"),
        (["compare", "seeds", "--min-score", "7"], "--min-score"),
        (["compare", "seeds", "--outlet", "nameless"], "NAME=PATH"),
        (["compare", "seeds", "--select", "ZZZ"], "no rule starts with 'ZZZ'"),
        (["compare", "seeds", "--also", "pdf=x"], "formats are table"),
        (["compare", "seeds", "--also", "json"], "--also needs FORMAT=FILE"),
        (["compare", "seeds", "-o", "no/such/folder/x"], "no/such/folder/x: cannot be written"),
        (["compare", "seeds", "-o", "x", "--also", "json=x"], "written to one file"),
        (["compare", "seeds", "--nonsense"], "--nonsense"),
        (["nonsense"], "nonsense"),
        (["explain", "OMI0001"], "did you mean 'OMI001'?"),
        (["explain", "absent-facts"], "did you mean 'absent-fact'?"),
        (["explain", "qqqqqqqq"], "no rule is called 'qqqqqqqq'"),
        (["compare", "seeds", "-o", "no/such/folder/report.txt"], "no/such/folder/report.txt: cannot be written"),
        (["compare", "no\x1b[31m/path"], "no\ufffd[31m/path"),
    ],
)
def test_user_errors_are_one_line_and_exit_2(arguments, expected, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert not out
    assert expected in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


# what lies in the folder beside one good article, the exit code, what is said
UNUSABLE = {
    "nothing": ({}, 2, "only article"),
    "an empty file": ({"b.txt": b""}, 2, "is empty"),
    "white space": ({"b.txt": b" \n\t\n"}, 2, "is empty"),
    "a binary file": ({"b.txt": bytes(range(256)) * 40}, 2, "binary"),
    "the same article": ({"b.txt": STORY["post"].encode()}, 2, "same text"),
    "one sentence": ({"b.txt": b"The bridge closed on Monday."}, 0, "2 articles"),
    "cp1252": ({"b.txt": "The bridge – “closed” on Monday.\nThe café shut.".encode("cp1252")}, 0, "cp1252"),
    "utf-16": ({"b.txt": "The bridge closed on Monday.\nThe café shut.".encode("utf-16")}, 0, "2 articles"),
    "a good article and a bad one": ({"b.txt": STORY["wire"].encode(), "c.txt": b"\0" * 99}, 2, "binary"),
    "5 MB in one line": ({"b.txt": b"The bridge closed on Monday. " * 180_000}, None, "b.txt"),
}


@pytest.mark.parametrize(("files", "code", "said"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_judged_is_said(files, code, said, tmp_path, capsys):
    path = tmp_path / "story"
    folder(path, {"a": STORY["post"]})
    for name, data in files.items():
        (path / name).write_bytes(data)
    given = main(["compare", str(path)])
    out, err = capsys.readouterr()
    assert said in out + err
    assert given == (given if code is None else code)
    assert given in (0, 2)
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("options", "code"),
    [([], 2), (["--exit-zero"], 2), (["--skip-unreadable"], 0), (["--skip-unreadable", "--fail-level", "warning"], 1)],
)
def test_what_cannot_be_read_exits_2_with_the_rest_reported(options, code, story, capsys):
    (Path(story) / "scan.txt").write_bytes(b"%PDF-1.7 \x00")
    assert main(["compare", story, *options]) == code
    out = capsys.readouterr().out
    assert "OMI001" in out
    assert "scan.txt: is a PDF" in out


def test_an_empty_folder(tmp_path, capsys):
    assert main(["compare", str(tmp_path)]) == 2
    assert "framecheck: error: no article" in capsys.readouterr().err


def test_two_files_of_one_outlet(tmp_path, capsys):
    path = folder(tmp_path / "story", STORY)
    extra = tmp_path / "again.txt"
    extra.write_text("Bridge opens\n\nThe bridge opened on Friday after repairs.\n")
    assert main(["compare", path, "--outlet", f"post={extra}", "--format", "json"]) == 0
    articles = json.loads(capsys.readouterr().out)["articles"]
    assert [a["outlet"] for a in articles].count("post") == 2
    assert len({a["id"] for a in articles}) == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(story, capsys):
    (Path(story) / "wire.txt").chmod(0)
    assert main(["compare", story]) == 2
    assert "wire.txt" in capsys.readouterr().out


def test_a_closed_pipe_is_silent(story):
    script = f"{sys.executable} -m framecheck compare {story} --all | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0
    assert not done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "framecheck", "rules"], stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"framecheck: error: standard output: cannot be written")
    assert done.stderr.count(b"\n") == 1


def test_a_terminal_that_knows_ascii_only(story):
    done = process("compare", story, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert b"[" in done.stdout
    assert json.loads(
        process("compare", story, "--format", "json", env={**os.environ, "PYTHONIOENCODING": "ascii"}).stdout
    )


@pytest.mark.parametrize(
    ("environment", "options", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_colour(environment, options, coloured, capsys, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(["rules", *options]) == 0
    assert ("\x1b[" in capsys.readouterr().out) is coloured


@pytest.mark.parametrize(
    ("columns", "options", "width"), [(None, [], 100), ("72", [], 72), ("72", ["--width", "90"], 90)]
)
def test_width(columns, options, width, story, capsys, monkeypatch):
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    assert main(["compare", story, *options]) == 0
    longest = max(map(len, capsys.readouterr().out.splitlines()))
    assert width - 20 < longest <= width


def test_an_interrupt_exits_with_130(story, monkeypatch, capsys):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("framecheck.readers.read_paths", interrupted)
    assert main(["compare", story]) == 130


def test_a_bug_exits_with_2(story, monkeypatch, capsys):
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("framecheck.pipeline.compare_articles", broken)
    assert main(["compare", story]) == 2
    assert "boom" in capsys.readouterr().err


def test_rules_and_explain(capsys):
    assert main(["rules"]) == 0
    table = capsys.readouterr().out
    assert main(["rules", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == rules_document(catalogue())
    for entry in catalogue():
        assert entry.rule.code in table
        assert main(["explain", entry.rule.name.upper()]) == 0
        assert capsys.readouterr().out.startswith(f"{entry.rule.code} {entry.rule.name}")


def test_article_text_cannot_reach_the_terminal(tmp_path, capsys):
    hostile = {name: text.replace("Tuesday", "Tues\x1b[2J\u202eday [red]") for name, text in TEXTS.items()}
    path = folder(tmp_path / "story", hostile)
    for command in ("compare", "align"):
        assert main([command, path]) == 0
        out = capsys.readouterr().out
        assert "\x1b" not in out
        assert "\u202e" not in out
