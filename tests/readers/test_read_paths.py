"""Files and folders, good and bad: what is read, what is a notice, what is an error."""

import io
import os
import sys
import time
import tracemalloc
from pathlib import Path

import pytest

from framecheck.errors import InputError
from framecheck.facts.sentences import sentence_spans
from framecheck.readers import need_two, read_paths
from framecheck.readers.text_file import MAX_BYTES, MAX_TOLD

STORY = "Harbour closed after storm\n\nThe harbour of Brest was closed to all ferries, the mayor said on Monday.\n"
OTHER = "Ferries stay in port\n\nNo ferry left the harbour of Brest after the storm, its mayor said on Monday.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bbc.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "cnn.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def add(folder, name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def test_a_folder_is_read_by_name_and_paths_stay_as_given(folder, monkeypatch):
    monkeypatch.chdir(folder)
    articles, notices = read_paths(["."])
    assert [(a.id, a.outlet, a.path) for a in articles] == [("bbc", "bbc", "./bbc.txt"), ("cnn", "cnn", "./cnn.txt")]
    assert [a.text for a in articles] == [STORY, OTHER] and notices == []
    assert articles[0].headline == "Harbour closed after storm"


def test_what_a_folder_holds_beside_articles_is_passed_over(folder):
    for name in (".hidden.txt", "README.md", "notes.csv", "LICENSE.txt"):
        add(folder, name, "A text about something else, told at some length.")
    (folder / "sub.txt").mkdir()
    (folder / "deep").mkdir()
    add(folder / "deep", "fox.txt", STORY)
    articles, notices = read_paths([str(folder)])
    assert [a.id for a in articles] == ["bbc", "cnn"] and notices == []


def test_files_keep_the_order_of_the_command(folder):
    paths = [str(folder / "cnn.txt"), str(folder / "bbc.txt")]
    assert [a.path for a in read_paths(paths)[0]] == paths


def test_outlet_options_name_and_add_files(folder):
    bbc, cnn = str(folder / "bbc.txt"), str(folder / "cnn.txt")
    assert [a.outlet for a in read_paths([str(folder)], {cnn: "Cable"})[0]] == ["bbc", "Cable"]
    assert [a.outlet for a in read_paths([bbc], {cnn: "Cable"})[0]] == ["bbc", "Cable"]


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    (article,), notices = read_paths(["-"])
    assert (article.outlet, article.text, notices) == ("stdin", STORY, [])


@pytest.mark.parametrize("name", ["gone.txt", "bbc.txt/inside.txt", "gone/"])
def test_a_missing_path_is_an_error_of_one_line(folder, name):
    with pytest.raises(InputError) as caught:
        read_paths([str(folder), f"{folder}/{name}"])
    assert name in str(caught.value) and "no such file or folder" in str(caught.value) and "\n" not in str(caught.value)


# (name, bytes, words of the notice, whether the article is read)
POOR = [
    ("empty.txt", b"", "is empty", False),
    ("blank.txt", " \u00a0\u200b\r\n\t\n".encode(), "is empty", False),
    ("binary.txt", b"\x00\x01\x02" * 50, "is a binary file", False),
    ("late.txt", b"%PDF-1.7 ...", "is a PDF", False),
    ("page.txt", b"\n<!DOCTYPE html><html></html>", "is a page without an article", False),
    ("doc.txt", b"PK\x03\x04....", "office document", False),
    ("menu.txt", b"Menu\nShare\n1x\n", "nothing that reads like an article", False),
    ("same.txt", STORY.encode() + b"\n\n", "is the same text as", False),
    ("old.txt", "The harbour of “Brest” closed, the mayor of the town said.".encode("cp1252"), "read as cp1252", True),
    ("fr.txt", "Le port était fermé à tous les bateaux après la tempête, selon le maire de la ville de Brest, qui "
     "avait fermé aussi les quais et les ponts pour des raisons de sécurité.", "does not read like English", True),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "words", "kept"), POOR)
def test_poor_input_is_a_notice_and_the_rest_is_read(folder, name, data, words, kept):
    path = add(folder, name, data)
    articles, notices = read_paths([str(folder)])
    assert [(n.place, words in n.message) for n in notices] == [(path, True)]
    assert (path in [a.path for a in articles]) is kept
    assert {"bbc", "cnn"} <= {a.id for a in articles}
    need_two(articles)


def test_one_sentence_is_an_article(folder):
    path = add(folder, "short.txt", "The harbour of Brest was closed on Monday.")
    (article,), notices = read_paths([path])
    assert [b.kind.value for b in article.blocks] == ["body"] and article.headline is None and notices == []


def test_a_file_given_twice_is_read_once(folder):
    path = str(folder / "bbc.txt")
    articles, notices = read_paths([path, path, str(folder)])
    assert [a.id for a in articles] == ["bbc", "cnn"]
    assert [n.message for n in notices] == ["is given twice; read once"] * 2


@pytest.mark.parametrize(("name", "place"), [("pipe.txt", "pipe.txt"), ("loop.txt", "loop.txt")])
def test_pipes_and_loops_are_not_opened(folder, name, place):
    if name == "pipe.txt":
        os.mkfifo(folder / name)
    else:
        (folder / name).symlink_to(folder / name)
    for paths in ([str(folder)], [str(folder / "bbc.txt"), str(folder / name)]):
        articles, notices = read_paths(paths)
        assert [Path(n.place).name for n in notices] == [place]
        assert "bbc" in {a.id for a in articles}


def test_devices_are_not_opened():
    articles, notices = read_paths(["/dev/zero"])
    assert articles == [] and "not opened" in notices[0].message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_notice(folder):
    path = add(folder, "locked.txt", STORY)
    Path(path).chmod(0)
    assert [n.place for n in read_paths([str(folder)])[1]] == [path]


def test_a_path_with_a_nul_is_a_notice():
    assert "cannot be read" in read_paths(["a\0b"])[1][0].message


def test_a_folder_without_articles_says_what_it_lacks(tmp_path):
    (tmp_path / "story").mkdir()
    articles, (notice,) = read_paths([str(tmp_path)])
    assert articles == [] and "*.txt" in notice.message and "folder of one story" in notice.message


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], "no article"),
        (["bbc.txt"], "the only article"),
        (["x_12345678.txt", "x_87654321.txt"], "--outlet NAME=PATH"),
    ],
)
def test_need_two(tmp_path, names, words):
    for number, name in enumerate(names):
        add(tmp_path, name, STORY + f"The mayor of Brest said so {number} times.")
    with pytest.raises(InputError, match=words):
        need_two(read_paths([str(tmp_path)])[0])


@pytest.mark.parametrize("unit", ["The quick ferry left the port. ", "word ", "x", "A. ", '"', "a\n"])
def test_five_megabytes_in_one_file_neither_hang_nor_fill_the_memory(tmp_path, unit):
    path = add(tmp_path, "big.txt", unit * (5_000_000 // len(unit)))
    tracemalloc.start()
    start = time.process_time()
    articles, notices = read_paths([path])
    for article in articles:
        told = [b.span for b in article.blocks if b.kind.told]
        assert sum(s.end - s.start for s in told) <= MAX_TOLD
        assert all(len(sentence_spans(article.plain, span)) for span in told)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert notices and peak < 200_000_000
    assert time.process_time() - start < 20


def test_a_file_that_no_article_fills_is_skipped(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.write(STORY.encode() * 100)
        stream.truncate(MAX_BYTES + 1)
    articles, (notice,) = read_paths([str(path)])
    assert articles == [] and "larger than 32 MB" in notice.message
