"""Notices in their thousands: the first of each cause as they are, the others counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framecheck.__main__ import main
from framecheck.records.article import Notice
from framecheck.records.notices import KEPT, SHOWN, Notices, few
from tests.corpus.pile import folders


def empty(number, folder="pile", suffix="txt"):
    return [Notice("warning", f"{folder}/{n}.{suffix}", "is empty; skipped") for n in range(number)]


def test_few_are_as_they_are():
    given = [*empty(SHOWN), Notice("error", "a", "b")]
    assert few(given) == given == list(Notices(given))


def test_the_others_are_one_that_says_where():
    found = few([*empty(30), *empty(4, "other"), Notice("error", "pile/x.txt", "is a PDF")])
    assert found[:SHOWN] == empty(SHOWN) and found[-1].place == "pile/x.txt" and len(found) == SHOWN + 2
    told = found[SHOWN]
    assert (told.level, told.place, told.count) == ("warning", ".", 24)
    assert told.message == "24 more .txt like the 10 above: is empty; skipped (the last: other/3.txt)"


def test_cause_level_and_format_tell_them_apart():
    given = [*empty(11), *empty(11, suffix="jsonl.gz"), *(Notice("error", n.place, n.message) for n in empty(11))]
    assert [n.count for n in few(given)] == 3 * SHOWN * [1] or len(few(given)) == 33
    assert len({(n.level, n.place) for n in few(given) if n.place == "pile/10.txt"}) == 2


def test_names_and_numbers_are_no_causes():
    given = [Notice("note", f"wire.jsonl:{n}", f"is the same text as a/{n}.txt, {n} of 'x{n}'") for n in range(50)]
    *kept, told = few(given)
    assert len(kept) == SHOWN and told.count == 40 and told.place == "wire.jsonl"


def test_what_is_counted_is_counted_once_again():
    once = Notices(empty(KEPT + 500))
    assert len(list(once)) == KEPT + 1 and len(once) == KEPT + 1
    *kept, told = few(once)
    assert len(kept) == SHOWN and told.count == KEPT + 500 - SHOWN
    twice = Notices(once)
    twice += list(once)
    assert sum(n.count for n in twice) == 2 * (KEPT + 500)


def test_causes_without_end_are_bounded():
    words = ("".join(chr(97 + (n >> shift) % 16) for shift in (0, 4, 8, 12)) for n in range(5000))
    found = few(Notice("error", "a.txt", f"is {word}") for word in words)
    assert len(found) == 200 + SHOWN + 1 and sum(n.count for n in found) == 5000
    assert found[-1].message.endswith("for other reasons")
    assert sum(n.count for n in few(found)) == 5000


@pytest.mark.parametrize("format", ["table", "json", "sarif", "markdown", "github", "concise", "junit", "html"])
def test_thousands_of_empty_files_are_a_few_lines(tmp_path, capsys, monkeypatch, format):
    monkeypatch.chdir(tmp_path)
    folders(Path("corpus"))
    (tmp_path / "corpus" / "empty").mkdir()
    for number in range(1200):
        (tmp_path / "corpus" / "empty" / f"{number:05}.txt").touch()
    assert main(["lint", "corpus", "-j1", "--no-cache", "--format", format]) == 0
    out = capsys.readouterr().out
    few = format in ("table", "markdown", "github", "html")
    assert out.count("is empty; skipped") == (SHOWN if few else KEPT) + 1
    if format == "json":
        told = json.loads(out)["notices"][-1]
        assert (told["count"], told["place"]) == (200, "corpus/empty") and "corpus/empty/01199.txt" in told["message"]


def test_unreadable_ones_still_exit_with_2(tmp_path, capsys):
    folders(tmp_path / "corpus")
    (tmp_path / "corpus" / "odd").mkdir()
    for number in range(60):
        (tmp_path / "corpus" / "odd" / f"{number}.txt.gz").write_bytes(b"\x1f\x8bno")
    assert main(["lint", str(tmp_path / "corpus"), "-j1", "--no-cache"]) == 2
    out = " ".join(capsys.readouterr().out.split())
    assert out.count("cannot be read") == SHOWN + 1 and "50 more .txt.gz like the 10 above: cannot be read" in out
