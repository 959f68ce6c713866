"""``framecheck read`` and ``--input-format``: what was understood of files."""

from __future__ import annotations

import json

import pytest

from framecheck.__main__ import main
from framecheck.cli.options import InputFormat
from framecheck.readers.formats import FORMATS
from tests.readers import packed


@pytest.fixture
def files(tmp_path):
    (tmp_path / "post.html").write_bytes(packed.html())
    (tmp_path / "wire.txt").write_text("Bridge shut\n\nBy Ann Lee\n\nThe bridge closed on Monday, the agency said.\n")
    return tmp_path


def test_the_screen_tells_what_each_part_is_taken_for(files, capsys):
    assert main(["read", str(files), "--width", "100"]) == 0
    out = capsys.readouterr().out
    heads = [line for line in out.splitlines() if not line.startswith(" ")]
    assert heads[0].startswith("Harbour Post")
    assert heads[0].endswith("html · 2024-05-03 · en")
    assert " byline           3  By Ann Lee" in out
    assert out.endswith("2 articles\n")
    assert all(len(line) <= 100 for line in out.splitlines())


def test_json_gives_text_and_spans(files, capsys):
    assert main(["read", str(files), "--format", "json"]) == 0
    post, wire = json.loads(capsys.readouterr().out)["articles"]
    assert post["text"].startswith(packed.HEADLINE)
    words = [(b["kind"], wire["text"][b["start"] : b["end"]]) for b in wire["blocks"]]
    assert ("byline", "By Ann Lee") in words
    assert ("headline", "Bridge shut") in words


def test_what_cannot_be_read_exits_with_2(tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7 ...")
    assert main(["read", str(tmp_path / "a.txt")]) == 2
    assert "is a PDF" in capsys.readouterr().out


def test_the_input_format_overrides_what_files_look_like(tmp_path, capsys):
    for name in ("post", "wire"):
        (tmp_path / name).write_bytes(b"\n" + packed.html(outlet=name.title()))
    (tmp_path / "post").write_bytes(packed.html()[len("<!doctype html>") :].replace(b"<html", b"<body", 1))
    assert main(["read", str(tmp_path / "post"), "--input-format", "html", "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert article["origin"] == "html"
    assert main(["read", str(tmp_path / "post"), "--input-format", "text", "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert article["origin"] == "text"


@pytest.mark.parametrize("command", ["compare", "align", "check"])
def test_commands_that_judge_read_files_as_they_are_told(command, tmp_path, capsys):
    paths = []
    for name, told in (("post", packed.PARAGRAPHS), ("wire", packed.PARAGRAPHS[:1])):
        page = packed.html(paragraphs=told)[len("<!doctype html>") :].replace(b"<html", b"<body", 1)
        paths.append(str(tmp_path / name))
        (tmp_path / name).write_bytes(page)
    asked = [paths[0], "--against", paths[1]] if command == "check" else paths
    for kind in ("html", "text"):
        gate = [] if command == "align" else ["--exit-zero"]
        outlets = ["--outlet", f"Post={paths[0]}", "--outlet", f"Wire={paths[1]}"]
        assert main([command, *asked, *gate, *outlets, "--format", "json", "--input-format", kind]) == 0
        articles = json.loads(capsys.readouterr().out)["articles"]
        assert {article["origin"] for article in articles} == {kind}


def test_every_format_can_be_asked_for():
    assert {f.value for f in InputFormat} == {f.name for f in FORMATS}
