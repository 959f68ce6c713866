"""A corpus with hostile things in it: each is named in a notice with its place, the rest is judged."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import socket
import tempfile
from pathlib import Path

import pytest

from framecheck.__main__ import main
from framecheck.corpus import survey
from framecheck.readers import read_file
from tests.corpus.pile import folders, rows
from tests.readers import packed


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


def endless(place: Path) -> str:
    (place / "zero.txt").symlink_to("/dev/zero")
    return "zero.txt"


def a_socket(place: Path) -> str:
    here = Path.cwd()
    os.chdir(place)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.txt")
    os.chdir(here)
    return "socket.txt"


def no_utf8(place: Path) -> str:
    name = os.fsencode(place) + b"/caf\xe9.txt.gz"
    Path(os.fsdecode(name)).write_bytes(b"\x1f\x8bno archive")
    return "caf?.txt.gz"


def bomb(place: Path) -> str:
    zstandard = pytest.importorskip("zstandard")
    packer = zstandard.ZstdCompressor()
    block = packer.compress(b"x" * (64 << 20))
    (place / "bomb.jsonl.zst").write_bytes(block * 40)  # 2.5 GB of one line
    return "bomb.jsonl.zst"


def gzip_bomb(place: Path) -> str:
    block = gzip.compress(b"x" * (32 << 20))
    (place / "bomb.jsonl.gz").write_bytes(block * 40)
    return "bomb.jsonl.gz"


def endless_item(place: Path) -> str:
    (place / "feed.rss").write_bytes(b"<rss><channel><item><title>x</title>" + b"<b>" * 100_000 + b"x" * 9_000_000)
    return "feed.rss"


def nuls_in_words(place: Path) -> str:
    (place / "nul.jsonl").write_text(
        '{"title": "Nothing \\u0000", "text": "It shut.\\u0000 It did.", "outlet": "post"}\n'
    )
    return ""


def deep_page(place: Path) -> str:
    pytest.importorskip("trafilatura")
    (place / "deep.html").write_bytes(b"<html><body>" + b"<div>" * 100_000 + b"<p>It shut.")
    return "deep.html"


def bytes_of_nothing(place: Path) -> str:
    (place / "zeros.txt").write_bytes(b"\0" * 5000)
    return "zeros.txt"


@pytest.mark.parametrize(
    "plant",
    [
        loop_of_folders, link_to_itself, pipe, locked_folder, cut_archive, long_line, deep_nesting, deep_body, surrogates,
        huge_number, bytes_of_nothing, endless, a_socket, no_utf8, bomb, gzip_bomb, endless_item, nuls_in_words, deep_page,
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
        assert told and all(Path(t).name.startswith(named) for t in told)
    else:
        assert not told and code == 0


@pytest.mark.parametrize(
    "format", ["table", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "html"]
)
def test_names_that_are_no_utf8(format, tmp_path, capsys):
    corpus = folders(tmp_path / "corpus")
    for path in list((corpus / "quarry").iterdir()):
        path.rename(os.fsdecode(os.fsencode(path.with_suffix("")) + b"\xe9\xff.txt"))
    for _ in range(2):  # the second time from the cache
        assert main(["lint", str(corpus), "-j1", "--format", format, "--cache", str(tmp_path / "kept")]) == 0
        assert "quarry" in capsys.readouterr().out


def test_what_becomes_a_pipe_or_vanishes_is_a_notice(tmp_path):
    path = tmp_path / "wire.txt"
    os.mkfifo(path)
    (told,) = read_file(str(path))
    assert told.message == "cannot be read: is no regular file"
    path.unlink()
    (told,) = read_file(str(path))
    assert told.message == "cannot be read: No such file or directory"


def test_files_that_vanish_while_a_corpus_is_read(tmp_path, capsys, monkeypatch):
    corpus = folders(tmp_path / "corpus")
    real = survey.in_folder

    def listed(folder, silent=False):
        found = list(real(folder, silent))
        for path in found:
            if path.endswith("ferry/post.txt"):
                Path(path).unlink()
        yield from found

    monkeypatch.setattr(survey, "in_folder", listed)
    assert main(["lint", str(corpus), "-j1", "--no-cache", "--format", "json"]) == 2
    document = json.loads(capsys.readouterr().out)
    assert [story["id"] for story in document["stories"]] == ["museum", "quarry"]
    assert [Path(n["place"]).name for n in document["notices"] if n["level"] == "error"] == ["post.txt"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may become somebody else")
def test_what_somebody_else_may_not_read(capsys, monkeypatch):
    place = Path(tempfile.mkdtemp(dir="/tmp"))
    try:
        place.chmod(0o755)
        monkeypatch.chdir(place)  # where the tests lie perhaps only root may look for a configuration
        corpus = folders(place / "corpus")
        main(["lint", str(corpus), "-j1", "--no-cache", "--format", "json"])  # what else could not be imported later:
        capsys.readouterr()  # the package may lie where only root may read
        (corpus / "quarry" / "post.txt").chmod(0)
        (corpus / "museum").chmod(0)
        os.seteuid(65534)
        code = main(["lint", str(corpus), "-j1", "--no-cache", "--format", "json"])
        document = json.loads(capsys.readouterr().out)
    finally:
        os.seteuid(0)
        shutil.rmtree(place)
    assert code == 2 and [story["id"] for story in document["stories"]] == ["ferry", "quarry"]
    every = [*document["notices"], *(n for story in document["stories"] for n in story["notices"])]
    told = {Path(n["place"]).name: n["message"] for n in every if n["level"] == "error"}
    assert told == dict.fromkeys(("museum", "post.txt"), "cannot be read: Permission denied")


@pytest.mark.parametrize("length", ["-5", "99999999999999999999999", "abc", "0", "17"])
def test_an_archive_that_lies_about_its_lengths(length, tmp_path):
    pytest.importorskip("fastwarc")
    first, second = packed.warc(), packed.warc(("https://www.wire.example/b", packed.html(headline="Another one")))
    told = first.split(b"Content-Length: ")[1].split(b"\r\n")[0]
    path = tmp_path / "crawl.warc"
    path.write_bytes(first.replace(b"Content-Length: " + told, b"Content-Length: " + length.encode()) + second)
    found = list(read_file(str(path)))
    assert found and all(str(path) in (getattr(f, "place", None) or f.path) for f in found)


def test_nothing_is_fetched(tmp_path, monkeypatch):
    def refuse(*given, **more):
        raise AssertionError(f"network: {given}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(f"socket.socket.{name}", refuse, raising=False)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    page = packed.html().replace(
        b"<head>", b'<head><base href="http://198.51.100.7/"><link rel="canonical" href="http://198.51.100.7/x">'
    )
    doctype = b'<!DOCTYPE rss SYSTEM "http://198.51.100.7/x.dtd">'
    made = {
        "a.html": page,
        "b.warc": packed.warc(("http://198.51.100.7/a", page)),
        "c.xml": packed.rss().replace(b"<rss", doctype + b"<rss", 1),
        "d.nitf": packed.nitf().replace(b'"nitf-3-6.dtd"', b'"http://198.51.100.7/n.dtd"'),
        "e.docx": packed.docx(),
        "f.jsonl": json.dumps({"url": "http://198.51.100.7/", "headline": "x"}).encode(),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        assert list(read_file(str(tmp_path / name)))
