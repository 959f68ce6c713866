"""A corpus with hostile things in it: each is named in a notice with its place, the rest is judged."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from framecheck.__main__ import main
from tests.corpus.pile import folders, rows


def loop_of_folders(place: Path) -> str:
    (place / "inner").mkdir()
    (place / "inner" / "again").symlink_to(place, target_is_directory=True)
    return ""  # links to folders are not followed, which needs no notice


def link_to_itself(place: Path) -> str:
    (place / "self.txt").symlink_to(place / "self.txt")
    return "self.txt"


def pipe(place: Path) -> str:
    os.mkfifo(place / "pipe.txt")
    return "pipe.txt"


def locked_folder(place: Path) -> str:
    (place / "locked").mkdir()
    (place / "locked").chmod(0)
    if os.access(place / "locked", os.R_OK):
        pytest.skip("root may read everything")
    return "locked"


def cut_archive(place: Path) -> str:
    noise = os.urandom(9000).hex()
    whole = gzip.compress("".join(json.dumps(row | {"noise": noise}) + "\n" for row in rows()).encode())
    (place / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    return "cut.jsonl.gz"


def long_line(place: Path) -> str:
    (place / "long.jsonl").write_bytes(b'{"text": "' + b"x" * 40_000_000 + b'"}\n')
    return "long.jsonl:1"


def deep_nesting(place: Path) -> str:
    (place / "deep.jsonl").write_text("[" * 200_000 + "]" * 200_000 + "\n")
    return "deep.jsonl:1"


def deep_body(place: Path) -> str:
    (place / "body.jsonl").write_text('{"title": "Depth", "text": ' + "[" * 400 + '"x"' + "]" * 400 + "}\n")
    return "body.jsonl:1"


def surrogates(place: Path) -> str:
    (place / "halves.jsonl").write_text('{"title": "Half \\ud800", "text": "It \\udfff shut.", "outlet": "\\ud800"}\n')
    return ""  # read as it is


def huge_number(place: Path) -> str:
    (place / "number.jsonl").write_text('{"text": ' + "9" * 10_000 + "}\n")
    return "number.jsonl:1"


def bytes_of_nothing(place: Path) -> str:
    (place / "zeros.txt").write_bytes(b"\0" * 5000)
    return "zeros.txt"


@pytest.mark.parametrize(
    "plant",
    [
        loop_of_folders, link_to_itself, pipe, locked_folder, cut_archive, long_line, deep_nesting, deep_body, surrogates,
        huge_number, bytes_of_nothing,
    ],
)  # fmt: skip
def test_a_notice_names_it_and_the_rest_is_judged(plant, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    corpus = folders(tmp_path / "corpus")
    place = corpus / "odd"
    place.mkdir()
    named = plant(place)
    code = main(["lint", str(corpus), "-j1", "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    if not (place / "locked").exists():
        assert [story["id"] for story in document["stories"]][:3] == ["ferry", "museum", "quarry"]
    told = [n["place"] for n in document["notices"] if n["level"] in ("error", "warning")]
    if named:
        assert told and all(Path(t).name == named for t in told)
    else:
        assert not told and code == 0
