"""What ``lint`` keeps: the same findings for less work, whatever happens to the file."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framecheck.__main__ import main
from framecheck.corpus import cache
from framecheck.corpus.codec import Damaged, pack, unpack
from framecheck.corpus.store import Store
from framecheck.records.article import Article, Block, BlockKind, Directive
from framecheck.text import Span
from tests.corpus.pile import STORIES, folders, lines, rows
from tests.readers import packed as rich

ROOT = Path(__file__).parents[2]
FOLDER = Path(".framecheck-cache")
FILE = FOLDER / "lint.db"
OLD = 1_000_000_000  # a time of change long ago, in seconds


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch, tmp_path):
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def corpus(tmp_path):
    """Three stories in folders, and four in a file of many articles."""
    made = folders(tmp_path / "corpus")
    lines(made / "wire.jsonl", rows(with_ids=False))
    return made


@pytest.fixture
def work(monkeypatch):
    """How many files are read, articles counted and stories compared in this process."""
    done = {"read": 0, "counted": 0, "compared": 0}

    def watched(name, function):
        def call(*arguments, **more):
            done[name] += 1
            return function(*arguments, **more)

        return call

    from framecheck import pipeline, readers
    from framecheck.corpus import bundles, describe

    monkeypatch.setattr(pipeline, "findings_of", watched("compared", pipeline.findings_of))
    counted = watched("counted", bundles.terms)
    for module in (bundles, describe):
        monkeypatch.setattr(module, "terms", counted)
    read = watched("read", readers.read_file)
    for module in (readers, cache):
        monkeypatch.setattr(module, "read_file", read)

    def taken():
        now = dict(done)
        done.update(dict.fromkeys(done, 0))
        return now

    return taken


def run(capsys, *arguments):
    """Exit code and report of ``lint``, which must have nothing to tell beside it."""
    code, out, err = told(capsys, *arguments)
    assert err == ""
    return code, out


def told(capsys, *arguments):
    code = main(["lint", "--format", "json", *map(str, arguments)])
    return code, *capsys.readouterr()


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_the_report_is_the_same_with_the_cache_and_without(corpus, capsys, jobs):
    plain = run(capsys, corpus, "--no-cache")
    assert not FOLDER.exists()
    for _ in range(3):
        assert run(capsys, corpus, jobs) == plain
    assert (FOLDER / ".gitignore").read_text() == "*\n"


def test_a_second_run_does_no_work(corpus, capsys, work):
    first = run(capsys, corpus, "-j1")
    done = work()
    assert done == {"read": 8, "counted": len(rows()), "compared": 7}
    assert run(capsys, corpus, "-j1") == first
    assert work() == {"read": 0, "counted": 0, "compared": 0}


def test_a_changed_article_costs_its_story_alone(corpus, capsys, work):
    run(capsys, corpus, "-j1")
    work()
    path = corpus / "quarry" / "wire.txt"
    path.write_text(path.read_text().replace("Twelve workers", "Nineteen workers"))
    changed = run(capsys, corpus, "-j1")
    assert work() == {"read": 3, "counted": 0, "compared": 1}
    assert changed == run(capsys, corpus, "-j1", "--no-cache") and "Nineteen" in changed[1]
    work()
    text = (corpus / "wire.jsonl").read_text()
    (corpus / "wire.jsonl").write_text(text.replace("Two bronze statues will go", "Three bronze statues will go"))
    run(capsys, corpus, "-j1")
    assert work() == {"read": 1, "counted": 1, "compared": 1}


def test_a_moved_line_costs_no_comparison(corpus, capsys, work):
    run(capsys, corpus, "-j1")
    work()
    (corpus / "wire.jsonl").write_text("\n\n" + (corpus / "wire.jsonl").read_text())
    moved = run(capsys, corpus, "-j1")
    assert work() == {"read": 1, "counted": 0, "compared": 0}
    assert moved == run(capsys, corpus, "--no-cache")


@pytest.mark.parametrize(
    "options",
    [
        ["--select", "NUM,QUO"],
        ["--ignore", "OMI"],
        ["--severity", "NUM=note"],
        ["--min-score", "0.05"],
        ["--all"],
        ["--per-file-ignores", "quarry/*:ALL"],
        ["--no-suppress"],
        ["--group-by", "folder"],
    ],
)
def test_one_cache_serves_all_settings(corpus, capsys, work, options):
    run(capsys, corpus, "-j1")
    work()
    found = run(capsys, corpus, "-j1", *options)
    assert work()["compared"] == 0
    assert found == run(capsys, corpus, "--no-cache", *options)


def test_house_style_and_outlets_are_judged_anew(corpus, capsys, work):
    run(capsys, corpus, "-j1")
    work()
    Path("framecheck.toml").write_text('quotations = "strict"\n')
    run(capsys, corpus, "-j1")
    assert work()["compared"] == 7
    renamed = run(capsys, corpus, "-j1", "--outlet", f"Evening Wire={corpus / 'quarry' / 'wire.txt'}")
    assert work()["compared"] == 1 and "Evening Wire" in renamed[1]


def test_a_file_that_only_looks_changed_is_known_by_its_content(corpus, capsys, work):
    first = run(capsys, corpus, "-j1")
    work()
    for path in corpus.rglob("*.*"):
        os.utime(path, (OLD, OLD))
    assert run(capsys, corpus, "-j1") == first and work()["read"] == 0


def test_an_unchanged_file_is_not_even_opened(corpus, capsys, monkeypatch):
    monkeypatch.setattr(cache, "_SETTLED", -1)
    first = run(capsys, corpus, "-j1")

    def fail(path):
        raise AssertionError(path)

    monkeypatch.setattr(cache, "_digest", fail)
    assert run(capsys, corpus, "-j1") == first


def test_a_change_of_the_same_size_and_time_is_seen(corpus, capsys):
    path = corpus / "quarry" / "wire.txt"
    os.utime(path, (OLD, OLD))
    run(capsys, corpus, "-j1")
    path.write_text(path.read_text().replace("Twelve workers", "Eleven workers"))
    os.utime(path, (OLD, OLD))
    assert "Eleven" in run(capsys, corpus, "-j1")[1]


def test_what_cannot_be_read_is_told_again(corpus, capsys):
    (corpus / "museum" / "times.txt.gz").write_bytes(b"\x1f\x8b broken")
    first = run(capsys, corpus, "-j1")
    assert first[0] == 2 and "times.txt.gz" in first[1]
    assert run(capsys, corpus, "-j1") == first


def listed(capsys, *arguments):
    assert main(["stories", "-j1", "--format", "json", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def test_stories_and_lint_share_the_cache(corpus, capsys, work):
    plain = listed(capsys, corpus, "--no-cache")
    work()
    assert listed(capsys, corpus) == plain
    assert work() == {"read": 8, "counted": len(rows()) + 7, "compared": 0}  # each article once
    assert listed(capsys, corpus) == plain == listed(capsys, corpus, "-j2")
    assert work() == {"read": 0, "counted": 0, "compared": 0}
    run(capsys, corpus, "-j1")
    assert work() == {"read": 7, "counted": 0, "compared": 7}  # the files of folders go to workers anyway


def test_stories_heeds_the_configuration(corpus, capsys):
    Path("framecheck.toml").write_text('cache = "kept"\n[outlets]\n"post.txt" = "The Evening Post"\n')
    assert "The Evening Post" in listed(capsys, corpus)
    assert Path("kept/lint.db").exists() and not FOLDER.exists()
    assert "The Evening Post" not in listed(capsys, corpus, "--isolated", "--no-cache")


@pytest.mark.parametrize("command", ["lint", "stories"])
def test_what_was_read_in_another_format_is_read_anew(tmp_path, capsys, work, command):
    for name in ("post", "wire"):
        (tmp_path / f"{name}.txt").write_text(rich.html(outlet=name).decode().replace("two steel", f"two {name}"))

    def outlets(*how):
        assert main([command, "-j1", "--format", "json", "--cache", "kept", *how, "post.txt", "wire.txt"]) < 2
        document = json.loads(capsys.readouterr().out)
        return [[a["origin"] for a in story["articles"]] for story in document["stories"]]

    for how, origin in [((), "html"), (("--input-format", "text"), "text"), (("--input-format", "html"), "html")]:
        work()
        assert outlets(*how) == [[origin] * 2] and work()["read"] == 2
        assert outlets(*how) == [[origin] * 2] and work()["read"] == 0


def start(corpus, *options):
    command = [sys.executable, "-m", "framecheck", "lint", str(corpus), *options]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        bufsize=0,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def until_some_is_kept(process):
    """Wait until a run has kept some of its work."""
    assert process.stdout.readline()
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(FILE, timeout=5)) as file:
            if file.execute("SELECT count(*) FROM entry").fetchone()[0] > 20:
                return
        time.sleep(0.01)
    pytest.fail("nothing is kept")


def many(tmp_path, number=7):
    """As many times three stories, no two alike."""
    for n in range(number):
        for story in folders(tmp_path / "corpus" / f"{n:02}").iterdir():
            for path in story.iterdir():
                path.write_text(path.read_text() + f"\nThe county has {n + 30} such places.\n")
    return tmp_path / "corpus"


def test_a_second_run_costs_under_a_tenth(tmp_path, capsys):
    run(capsys, folders(tmp_path / "warm"), "-j1", "--cache", "warm-cache")  # imports, lexicons, weights
    corpus = tmp_path / "corpus"
    for number in range(4):
        shutil.copytree(ROOT / "seeds", corpus / str(number))
        for path in (corpus / str(number)).iterdir():
            path.write_text(path.read_text("utf-8") + f"\nThe county has {number + 30} such places.\n", "utf-8")
    took = []
    for _ in range(2):
        began = time.process_time()
        told(capsys, corpus, "-j1")
        took.append(time.process_time() - began)
    assert took[1] < took[0] / 10


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_goes_on_where_it_was(tmp_path, capsys, work, jobs):
    corpus = many(tmp_path, 20)
    with start(corpus, "--format", "jsonl", "-j", jobs) as process:
        until_some_is_kept(process)
        os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    done = run(capsys, corpus, "-j1")
    assert 0 < work()["compared"] < 60
    assert done == run(capsys, corpus, "--no-cache")
    with sqlite3.connect(FILE) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    file.close()


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_what_was_done_before_ctrl_c_is_kept(tmp_path, capsys, work):
    corpus = many(tmp_path, 20)
    with start(corpus, "--format", "jsonl", "-j2") as process:
        until_some_is_kept(process)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130 and err == b""
    run(capsys, corpus, "-j1")
    assert 0 < work()["compared"] < 60


def test_two_runs_at_once_share_a_cache(tmp_path, capsys, work):
    corpus = many(tmp_path, 4)
    plain = run(capsys, corpus, "--no-cache")
    runs = [start(corpus, "--format", "json", "-j1") for _ in range(2)]
    for process in runs:
        out, err = process.communicate(timeout=120)
        assert (process.returncode, out.decode(), err) == (*plain, b"")
    work()
    assert run(capsys, corpus, "-j1") == plain and work()["compared"] == 0
    with sqlite3.connect(FILE) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    file.close()


def spoil(kind):
    """Do something to the cache file."""
    if kind == "other bytes":
        FILE.write_bytes(b"not a database at all" * 500)
    elif kind == "cut":
        FILE.write_bytes(FILE.read_bytes()[:5000])
    elif kind == "pages of zeros":
        data = bytearray(FILE.read_bytes())
        data[4096:] = bytes(len(data) - 4096)
        FILE.write_bytes(bytes(data))
    else:
        with sqlite3.connect(FILE) as file:
            if kind == "trigger":
                file.execute("CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END")
            else:
                file.execute("UPDATE program SET version = '0.0.1-of-old'")
        file.close()


@pytest.mark.parametrize("kind", ["other bytes", "cut", "pages of zeros", "trigger", "version"])
def test_a_file_that_is_damaged_or_of_another_version_is_made_anew(corpus, capsys, work, kind):
    first = run(capsys, corpus, "-j1")
    spoil(kind)
    work()
    code, out, err = told(capsys, corpus, "-j1")
    assert (code, out) == first and work()["compared"] == 7
    why = "was made by another version of framecheck" if kind == "version" else "was damaged"
    assert err.count("\n") == 1 and f"{FILE}: {why}" in err and "begun anew" in err
    assert run(capsys, corpus, "-j1") == first and work()["compared"] == 0


@pytest.mark.parametrize(
    "data", [b"", b"not packed", pack([["a", "b"]]), pack(7), pack([]), pack({"a": 1}), b"x" * 3], ids=repr
)
def test_entries_are_not_trusted(corpus, capsys, data):
    first = run(capsys, corpus, "-j1")
    with sqlite3.connect(FILE) as file:
        if data == pack([]):  # an empty list is what findings may be: others must not take it for theirs
            file.execute("DELETE FROM entry WHERE length(data) > 300")
        file.execute("UPDATE entry SET data = ? WHERE length(data) < 60", (data,))
        if data != pack([]):
            file.execute("UPDATE entry SET data = ?", (data,))
    file.close()
    assert run(capsys, corpus, "-j1") == first


def test_a_finding_of_no_rule_or_article_is_not_trusted(corpus, capsys, work):
    first = run(capsys, corpus, "-j1")
    with sqlite3.connect(FILE) as file:
        changed = 0
        for key, data in file.execute("SELECT key, data FROM entry").fetchall():
            try:
                found = unpack(tuple[cache.Finding, ...], data)
            except Damaged:
                continue
            spoilt = json.loads(cache.text_of(found))
            for finding in spoilt[:1]:
                changed += 1
                if changed % 2:
                    finding[0] = "XXX001"
                else:
                    finding[7][0][0] = 99
            file.execute("UPDATE entry SET data = ? WHERE key = ?", (pack(spoilt), key))
    file.close()
    work()
    assert changed > 2 and run(capsys, corpus, "-j1") == first and work()["compared"] == changed


def test_a_cache_that_cannot_be_written_is_done_without(corpus, capsys):
    plain = run(capsys, corpus, "--no-cache")
    Path("a-file").write_text("")
    code, out, err = told(capsys, corpus, "-j1", "--cache", "a-file/cache")
    assert (code, out) == plain and "going on without a cache" in err


def test_a_folder_that_was_there_gets_no_gitignore(corpus, capsys):
    Path("mine").mkdir()
    run(capsys, corpus, "-j1", "--cache", "mine")
    assert [path.name for path in Path("mine").iterdir()] == ["lint.db"]


def test_where_the_configuration_wants_it(corpus, capsys, monkeypatch):
    Path("framecheck.toml").write_text('cache = "kept"\n')
    Path("inner").mkdir()
    monkeypatch.chdir("inner")
    run(capsys, corpus, "-j1")
    assert Path("../kept/lint.db").exists() and not FOLDER.exists()
    Path("../framecheck.toml").write_text("cache = false\n")
    shutil.rmtree("../kept")
    run(capsys, corpus, "-j1")
    assert not Path("../kept").exists() and not FOLDER.exists()
    Path("../framecheck.toml").write_text("cache = 3\n")
    code, _, err = told(capsys, corpus)
    assert code == 2 and "framecheck.toml:cache must be a folder, or false, not 3" in err
    assert told(capsys, corpus, "--cache", "x", "--no-cache")[0] == 2


def test_a_baseline_and_the_gate_share_the_cache(corpus, capsys, work):
    assert main(["baseline", "create", str(corpus)]) == 0
    capsys.readouterr()
    work()
    code, _ = run(capsys, corpus, "-j1", "--baseline", "framecheck-baseline.json")
    assert code == 0 and work()["compared"] == 0


def test_entries_that_nobody_asks_for_go(tmp_path, monkeypatch):
    path = tmp_path / "kept" / "lint.db"
    with Store(path, "1", pytest.fail) as store:
        store.put(b"asked", b"a")
        store.put(b"not", b"b")
    now = cache.time.time()
    for day in (20, 40):
        monkeypatch.setattr("framecheck.corpus.store.time.time", lambda day=day: now + day * 86400)
        with Store(path, "1", pytest.fail) as store:
            assert store.get(b"asked") == b"a"
    with Store(path, "1", pytest.fail) as store:
        assert store.get(b"not") is None


TEXTS = st.text(st.characters(exclude_categories=()), max_size=50)
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
ARTICLES = st.builds(
    Article,
    TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(st.builds(Block, st.sampled_from(BlockKind), SPANS), max_size=3).map(tuple),
    st.none() | TEXTS,
    st.none() | st.dates(date(1900, 1, 1)),
    st.none() | TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(st.builds(Directive, st.just(("NUM",)), TEXTS, st.none() | SPANS), max_size=2).map(tuple),
)


@given(ARTICLES)
def test_a_record_comes_back_as_it_was(article):
    assert unpack(Article, pack(article)) == article


@given(st.binary(max_size=60))
def test_bytes_that_are_no_record_are_told_so(data):
    with pytest.raises(Damaged):
        unpack(Article, data)


def test_bytes_that_unpack_without_end_are_refused(monkeypatch):
    monkeypatch.setattr("framecheck.corpus.codec._LARGEST", 1000)
    with pytest.raises(Damaged, match="large"):
        unpack(str, pack("x" * 2000))


def test_every_story_of_the_test_corpus_is_kept_apart():
    articles = [Article("", "", outlet, text) for story in STORIES.values() for outlet, text in story.items()]
    keys = {cache.findings_key([a, b], cache.House(), "1") for a in articles for b in articles}
    assert len(keys) == len(articles) ** 2
