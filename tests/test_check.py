"""``framecheck check`` from end to end: what it reads, what it finds, how it ends."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from framecheck.__main__ import main

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
# what was changed in the first seed, what stands there now, the category of the finding
CHANGES = [
    ("Five NATO officials told", "Seven NATO officials told", "Seven", "count"),
    ("by US President Donald Trump’s", "by US Senator Donald Trump’s", "Senator", "naming"),
    ("of NATO about the future of", "of NATO about the end of", "end", "quote"),
    ("information may decline", "information will decline", "will", "certainty"),
    ("According to POLITICO, tensions have", "Tensions have", "", "attribution"),
]

DRAFT = (
    "Ferry aground\n\nSeven harbour officials said the old ferry had no life jackets on board.\n"
    "The company will close the northern route, the union said.\n"
)
WIRE = (
    "Ferry aground off Orvik\n\nFive harbour officials said the old ferry had no life jackets on board.\n"
    "The company may close the northern route, the union said.\n"
)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft beside two wires, one of them in a folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire").mkdir()
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "wire" / "ap.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "afp.txt").write_text(WIRE.replace("union", "crew"), encoding="utf-8")
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = main(["check", *arguments, "--format", "json"])
    out, err = capsys.readouterr()
    assert not err
    return code, json.loads(out)


def outlets(report: dict[str, Any]) -> list[str]:
    return [a["outlet"] for a in report["articles"]]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["draft.txt", "--against", "wire"], ["draft", "ap"]),
        (["draft.txt", "--against", "wire/ap.txt", "afp.txt"], ["draft", "afp", "ap"]),
        (["draft.txt", "--against", "wire", "--against", "afp.txt"], ["draft", "afp", "ap"]),
        (["--against", "wire", "draft.txt"], ["draft", "ap"]),
        (["draft.txt", "--outlet", "Nordic News=afp.txt"], ["draft", "Nordic News"]),
        (["draft.txt", "--against", "wire", "--outlet", "AP=wire/ap.txt"], ["draft", "AP"]),
    ],
)
def test_wires(desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: list[str]) -> None:
    code, report = checked(capsys, *arguments)
    assert code in (0, 1)
    assert outlets(report) == told
    assert all(f["sides"][0]["article"] == "draft" for f in report["findings"])


def test_a_draft_from_standard_input(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
    code, report = checked(capsys, "-", "--against", "wire")
    assert code in (0, 1)
    assert report["articles"][0]["path"] == "-"


def test_a_folder_of_wires_may_hold_the_draft(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "wire" / "own.txt").write_text(DRAFT, encoding="utf-8")
    _, report = checked(capsys, "wire/own.txt", "--against", "wire")
    assert outlets(report) == ["draft", "ap"]
    assert [n["message"] for n in report["notices"]] == ["is the draft itself; not checked against"]


def test_a_draft_may_be_the_same_text_as_a_wire(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for wire in ("draft.txt", "wire/copy.txt"):
        (desk / "wire" / "copy.txt").write_text(DRAFT, encoding="utf-8")
        code, report = checked(capsys, "draft.txt", "--against", wire)
        assert (code, report["findings"], len(report["articles"])) == (0, [], 2)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["draft.txt"], "no wire given"),
        (["draft.txt", "wire"], "no wire given"),
        (["draft.txt", "--against", "none.txt"], "no such file or folder"),
        (["none.txt", "--against", "wire"], "no such file or folder"),
        (["empty.txt", "--against", "wire"], "the draft could not be read"),
        (["draft.txt", "--against", "empty.txt"], "no wire could be read"),
        (["wire2", "--against", "afp.txt"], "the draft is one"),
        (["-", "--against", "-"], "cannot be read from it too"),
    ],
)
def test_what_cannot_be_checked(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    (desk / "empty.txt").touch()
    (desk / "wire2").mkdir()
    for name in ("a.txt", "b.txt"):
        (desk / "wire2" / name).write_text(WIRE + name, encoding="utf-8")
    assert main(["check", *arguments]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert words in err


def test_an_unreadable_wire_does_not_stop_the_check(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "wire" / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    code, report = checked(capsys, "draft.txt", "--against", "wire")
    assert code == 2, "not all could be judged as asked"
    assert outlets(report) == ["draft", "ap"]
    assert [n["place"] for n in report["notices"]] == ["wire/photo.txt"]
    assert checked(capsys, "draft.txt", "--against", "wire", "--skip-unreadable")[0] in (0, 1)


def test_check_fails_at_an_error(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wire = DRAFT.replace("old ferry", "ferry").replace("Seven", '"Nobody counted the boats twice," said Holm. Seven')
    (desk / "wire" / "ap.txt").write_text(wire, encoding="utf-8")
    (desk / "draft.txt").write_text(wire.replace("boats twice", "boats once"), encoding="utf-8")
    assert main(["check", "draft.txt", "--against", "wire"]) == 1
    assert main(["check", "draft.txt", "--against", "wire", "--exit-zero"]) == 0
    assert main(["check", "draft.txt", "--against", "wire", "--fail-level", "never"]) == 0
    assert main(["check", "draft.txt", "--against", "wire", "--ignore", "QUO"]) == 0


def test_a_worksheet(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "draft.txt", "--against", "wire", "--exit-zero", "--also", "worksheet=sheet.md"]) == 0
    sheet = (desk / "sheet.md").read_text(encoding="utf-8")
    assert "| ☐ | 3 | number | Seven harbour officials |" in sheet
    assert main(["check", "draft.txt", "--against", "wire", "--exit-zero", "--format", "worksheet"]) == 0
    assert sheet in capsys.readouterr().out


@pytest.mark.parametrize("options", [["--format", "worksheet"], ["--also", "worksheet=sheet.md"]])
def test_only_a_draft_has_a_worksheet(desk: Path, capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    assert main(["compare", "wire/ap.txt", "afp.txt", *options]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "a worksheet is of a draft" in err
    assert not (desk / "sheet.md").exists()


@pytest.mark.parametrize("width", ["60", "80", "100", "140"])
def test_the_screen_begins_with_the_draft(desk: Path, capsys: pytest.CaptureFixture[str], width: str) -> None:
    main(["check", "draft.txt", "--against", "wire", "afp.txt", "--width", width])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "framecheck check  draft.txt  against 2 wires"
    assert lines[1].startswith("  draft")
    assert max(map(len, lines)) <= int(width)
    told = [line for line in lines if line[1:4].isupper() and line[4:7].isdecimal() and line[7:8] == " "]
    codes = [line for line in told if " · " not in line]
    assert codes
    assert all(line[8:].startswith(("draft", "not in draft")) for line in codes)
    assert not any("WHO IS CALLED WHAT" in line or "WHO TELLS WHAT" in line for line in lines)


def changed(text: str) -> str:
    for before, after, _, _ in CHANGES:
        assert text.count(before) == 1
        text = text.replace(before, after)
    return text


def test_the_draft_of_the_page_is_the_first_seed_with_five_changes() -> None:
    assert (ROOT / "docs" / "draft.txt").read_text(encoding="utf-8") == changed(SEEDS[0].read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["the original", "the original and the other seeds"])
def five(request: pytest.FixtureRequest) -> tuple[int, list[dict[str, Any]], bool]:
    """Exit code and findings of the five changes; whether the original is the only wire."""
    alone = request.param == "the original"
    wires = [str(SEEDS[0])] if alone else [str(ROOT / "seeds")]
    arguments = ["check", str(ROOT / "docs" / "draft.txt"), "--against", *wires, "--isolated", "--format", "json"]
    with redirect_stdout(io.StringIO()) as out:
        code = main(arguments)
    return code, json.loads(out.getvalue())["findings"], alone


@pytest.mark.parametrize(("before", "after", "word", "category"), CHANGES, ids=[c[3] for c in CHANGES])
def test_each_of_five_changes_is_found_at_its_place(
    five: tuple[int, list[dict[str, Any]], bool], before: str, after: str, word: str, category: str
) -> None:
    text = (ROOT / "docs" / "draft.txt").read_text(encoding="utf-8")
    start = text.index(after) + after.index(word)
    line, column = text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1
    code, findings, alone = five
    told = [
        f["sides"]
        for f in findings
        if f["category"] == category
        and f["severity"] != "note"
        and f["sides"][0]["line"] == line
        and f["sides"][0]["column"] <= column <= f["sides"][0]["end_column"] - len(word)
    ]
    (sides,) = told
    assert code == 1
    assert sides[0]["end"] - sides[0]["start"] <= 40, "the words that changed, not their sentence"
    assert sides[0]["role"] == ("variant" if word else "missing")
    assert any(s["article"] == "000" and s["text"] and s["text"] in before + "future" for s in sides)
    if category == "quote" and not alone:
        assert "001" in {s["article"] for s in sides}, (
            "a wire that differs at the same place stands in the same finding"
        )


def test_no_error_beside_the_changes(five: tuple[int, list[dict[str, Any]], bool]) -> None:
    _, findings, alone = five
    assert {f["category"] for f in findings if f["severity"] == "error"} <= {"count", "quote", "naming"}
    assert len([f for f in findings if f["severity"] == "error"]) <= 3
    if alone:
        assert {f["category"] for f in findings} == {c[3] for c in CHANGES}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_an_untouched_article_against_itself(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = checked(capsys, str(path), "--against", str(path), "--isolated")
    assert (code, report["findings"]) == (0, [])
    assert len(report["articles"]) == 2
