"""The baseline: what is known stays known through edits elsewhere, what is new fails, what is gone is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framecheck.__main__ import main
from framecheck.suppress.baseline import Entry, read, write

TEXTS = {
    "post": (
        "Ferry runs aground off Orvik\n\nThe ferry ran aground on Monday with 43 passengers on board, the coast guard said.\n"
        '"We will never close the old harbour in the winter," Mayor Ida Holm told reporters on the quay.\n'
        "The crew of the ferry was taken to a hospital in Orvik.\n"
    ),
    "wire": (
        "Ferry runs aground off Orvik\n\nThe ferry ran aground on Monday with 57 passengers on board, the coast guard said.\n"
        '"We will never close the new harbour in the winter," Mayor Ida Holm told reporters on the quay.\n'
        "The crew of the ferry was taken to a hospital in Orvik.\n"
    ),
}
GATE = ["--baseline", "known.json", "--fail-level", "error", "--select", "NUM,QUO"]


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch, capsys):
    """A story with known findings."""
    monkeypatch.chdir(tmp_path)
    tell(TEXTS)
    assert main(["baseline", "create", "orvik", *GATE]) == 0
    assert "known.json: 2 findings of 1 story" in capsys.readouterr().out


def tell(texts: dict[str, str], story: str = "orvik") -> None:
    Path(story).mkdir(exist_ok=True)
    for name, text in texts.items():
        Path(story, f"{name}.txt").write_text(text, encoding="utf-8")


def edited(name: str, old: str, new: str) -> None:
    assert old in TEXTS[name]
    tell({name: TEXTS[name].replace(old, new)})


def suppressed(capsys, *paths: str) -> list[bool]:
    main(["compare", *(paths or ["orvik"]), *GATE, "--format", "json"])
    return [f["suppressed"] for f in json.loads(capsys.readouterr().out)["findings"]]


def test_what_is_known_fails_nothing(capsys):
    assert main(["compare", "orvik", *GATE]) == 0
    assert main(["compare", "orvik", *GATE, "--no-suppress"]) == 1
    assert main(["compare", "orvik", *GATE[2:]]) == 1
    capsys.readouterr()
    assert suppressed(capsys) == [True, True]


def test_the_configuration_may_name_it(capsys):
    Path("framecheck.toml").write_text('baseline = "known.json"\nfail-level = "error"\nselect = ["NUM", "QUO"]')
    assert main(["compare", "orvik"]) == 0


def test_identity_survives_an_edit_of_another_sentence(capsys):
    edited("post", "hospital in Orvik.", "hospital in the town of Orvik by bus.")
    assert suppressed(capsys) == [True, True]


def test_identity_survives_new_paragraphs(capsys):
    band = "A brass band played in the market square of Lindau on a mild evening, and children ate plum cake."
    edited("post", "The ferry ran", f"{band}\nThe ferry ran")
    assert suppressed(capsys) == [True, True]
    edited("wire", "hospital in Orvik.\n", f"hospital in Orvik.\n{band}\n")
    assert suppressed(capsys) == [True, True]


def test_identity_survives_another_order_of_files(capsys):
    assert suppressed(capsys, "orvik/wire.txt", "orvik/post.txt") == [True, True]


def test_identity_survives_a_renamed_file_and_folder(capsys):
    Path("orvik").rename("ferry")
    assert suppressed(capsys, "ferry") == [True, True]
    Path("ferry/post.txt").rename("ferry/copy7.txt")
    main(["compare", "ferry", *GATE, "--outlet", "post=ferry/copy7.txt", "--format", "json"])
    assert [f["suppressed"] for f in json.loads(capsys.readouterr().out)["findings"]] == [True, True]


def test_identity_survives_a_new_version(capsys, monkeypatch):
    monkeypatch.setattr("framecheck.suppress.baseline.__version__", "9.9.9")
    monkeypatch.setattr("framecheck.report.json_format.HEAD", {"schema": "framecheck/1"})
    assert suppressed(capsys) == [True, True]


def test_an_outlet_that_joins_with_known_words_is_not_new(capsys):
    tell({"echo": TEXTS["wire"].replace("The crew of the ferry was taken", "The crew was brought")})
    main(["compare", "orvik", *GATE, "--format", "json"])
    (found,) = (f for f in json.loads(capsys.readouterr().out)["findings"] if f["code"] == "QUO001")
    assert {side["article"] for side in found["sides"]} == {"echo", "post", "wire"}
    assert found["suppressed"]


@pytest.mark.parametrize(("old", "new"), [("43 passengers", "48 passengers"), ("old harbour", "inner harbour")])
def test_a_changed_finding_is_new(old, new, capsys):
    edited("post", old, new)
    assert main(["compare", "orvik", *GATE]) == 1
    capsys.readouterr()
    assert sorted(suppressed(capsys)) == [False, True]


def test_a_second_identical_finding_is_new():
    known = read(Path("known.json"))
    assert [entry.count for entry in known] == [1, 1]
    from framecheck.cli.judging import compared
    from framecheck.rules.selection import Selection
    from framecheck.settings import Settings
    from framecheck.suppress.baseline import Known

    story = compared(["orvik"], {}, Settings(Selection(("NUM", "QUO"))))
    twice = type(story)(story.id, story.articles, (*story.findings, *story.findings))
    marked = Known(known, "known.json", ["orvik"], ["NUM001", "QUO001"]).mark(twice)
    assert [f.suppressed for f in marked.findings] == [True, True, False, False]


def test_stale_entries_are_told_and_fail_only_if_asked(capsys):
    tell({"wire": TEXTS["wire"].replace("57 passengers", "43 passengers")})
    assert main(["compare", "orvik", *GATE]) == 0
    out = capsys.readouterr().out
    assert "known.json: stale: NUM001 is gone from orvik" in out
    assert "baseline prune" in out
    assert main(["compare", "orvik", *GATE, "--strict-baseline"]) == 1


def test_prune_takes_out_what_is_gone(capsys):
    tell({"wire": TEXTS["wire"].replace("57 passengers", "43 passengers")})
    assert main(["baseline", "prune", "orvik", *GATE]) == 0
    assert "1 finding taken out, 1 left" in capsys.readouterr().out
    assert main(["compare", "orvik", *GATE, "--strict-baseline"]) == 0
    assert [entry.code for entry in read(Path("known.json"))] == ["QUO001"]


def test_entries_of_rules_that_do_not_speak_are_left_alone(capsys):
    quietly = ["orvik", "--baseline", "known.json", "--select", "LEX"]
    assert main(["compare", *quietly, "--strict-baseline"]) == 0
    assert "stale" not in capsys.readouterr().out
    assert main(["baseline", "prune", *quietly]) == 0
    assert "0 findings taken out, 2 left" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["create", "prune"])
def test_nothing_is_written_where_a_file_cannot_be_read(command, capsys):
    before = Path("known.json").read_bytes()
    Path("orvik/scan.txt").write_bytes(b"%PDF-1.7")
    Path("orvik/post.txt").write_text(TEXTS["wire"], encoding="utf-8")
    tell({"echo": TEXTS["post"]})
    assert main(["baseline", command, "orvik", *GATE]) == 2
    assert "orvik/scan.txt: is a PDF" in capsys.readouterr().err
    assert Path("known.json").read_bytes() == before
    assert main(["baseline", command, "orvik", *GATE, "--skip-unreadable"]) == 0
    assert Path("known.json").read_bytes() != before


def test_show(capsys):
    assert main(["baseline", "show", "--baseline", "known.json"]) == 0
    out = capsys.readouterr().out
    assert "2 known findings" in out
    assert "NUM001" in out
    assert main(["baseline", "show", "--baseline", "known.json", "--format", "json"]) == 0
    assert capsys.readouterr().out == Path("known.json").read_text("utf-8")


def test_check_has_a_baseline_too(capsys):
    command = ["orvik/post.txt", "--against", "orvik/wire.txt", "--select", "NUM,QUO", "--baseline", "draft.json"]
    assert main(["baseline", "create", *command]) == 0
    assert main(["check", *command]) == 0
    edited("post", "43 passengers", "48 passengers")
    assert main(["check", *command]) == 1


def test_the_file_is_sorted_and_can_be_reviewed():
    text = Path("known.json").read_text("utf-8")
    stored = json.loads(text)
    assert stored["version"] == 1
    assert set(stored["tool"]) == {"name", "version"}
    assert [f["code"] for f in stored["findings"]] == ["NUM001", "QUO001"]
    assert [f["path"] for f in stored["findings"]] == ["orvik/post.txt", "orvik/post.txt"]
    assert stored["findings"][0]["sides"] == [
        {"outlet": "post", "text": "43"},
        {"outlet": "wire", "text": "57"},
    ]
    write(Path("known.json"), reversed(read(Path("known.json"))))
    assert Path("known.json").read_text("utf-8") == text
    assert sorted(p.name for p in Path().iterdir()) == ["known.json", "orvik"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "known.json: cannot be read (No such file or directory); framecheck baseline create writes one"),
        ("{", "known.json:1: is not a baseline: expecting property name"),
        ("[]", "known.json: is not a baseline: it has no version"),
        ('{"version": true}', "known.json: is not a baseline: it has no version"),
        ('{"version": 7, "findings": []}', "known.json: is a baseline of version 7; this framecheck reads version 1"),
        ('{"version": 1}', "known.json: is not a baseline: it has no list of findings"),
        ('{"version": 1, "findings": [3]}', "known.json: finding 1: is not as framecheck writes it"),
        ('{"version": 1, "findings": [{"sides": [{"outlet": 3}], "missing": [], "count": 1}]}', "known.json: finding 1: is not"),
        (b"\xff\xfe\xfa", "known.json: is not a baseline: no JSON in UTF-8"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_baseline_is_one_line(content, expected, capsys):
    Path("known.json").unlink()
    if content is not None:
        Path("known.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["compare", "orvik", *GATE]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(f"framecheck: error: {expected}")
    assert err.count("\n") == 1


def test_a_file_that_cannot_be_written_is_left_whole(capsys):
    assert main(["baseline", "create", "orvik", "--baseline", "no/such/known.json"]) == 2
    assert "no/such/known.json: cannot be written" in capsys.readouterr().err


def entry(**changes: object) -> Entry:
    values = {
        "story": "s", "code": "NUM001", "path": "a.txt", "message": "m", "sides": (("a", "five"), ("b", "eight")),
        "missing": ("c",), "fingerprint": "f",
    }  # fmt: skip
    return Entry(**(values | changes))


@pytest.mark.parametrize(
    ("changes", "covered"),
    [
        ({}, True),
        ({"sides": (("a", "five"),)}, True),
        ({"missing": ()}, True),
        ({"sides": (("a", "five"), ("b", "eight"), ("d", "eight"))}, True),
        ({"sides": (("a", "five"), ("b", "nine"))}, False),
        ({"sides": (("a", "five"), ("b", "eight"), ("d", "nine"))}, False),
        ({"sides": (("a", "eight"), ("b", "eight"))}, False),
        ({"missing": ("c", "d")}, False),
        ({"code": "NUM002"}, False),
        ({"sides": ()}, False),
    ],
)
def test_a_finding_stays_known_when_outlets_leave_or_join_it(changes, covered):
    assert entry().covers(entry(**changes)) is covered
