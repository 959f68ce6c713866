"""``lint`` and ``stories`` from end to end: gates, formats, workers, what cannot be read."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from framecheck.__main__ import main
from framecheck.cli.interrupts import Uncut
from framecheck.cli.progress import Lines
from framecheck.corpus.bundles import Bundle
from framecheck.corpus.judge import MOST, MOST_TOLD, Asked, Passed, fewer, judge
from framecheck.corpus.survey import Grouping
from framecheck.corpus.workers import WorkerError, Workers
from framecheck.records.article import Article
from framecheck.settings import Settings
from tests.corpus.pile import STORIES, folders, lines, rows
from tests.support import article

ROOT = Path(__file__).parents[2]
FORMATS = ("table", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "markdown")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch, tmp_path):
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def corpus(tmp_path):
    return folders(tmp_path / "corpus")


def plant(corpus):
    """One number that cannot be right beside the others."""
    path = corpus / "quarry" / "wire.txt"
    path.write_text(path.read_text().replace("Twelve workers", "Nineteen workers").replace("Twelve trapped", "Trapped"))


def run(capsys, *arguments):
    code = main(["lint", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_a_planted_error_fails_and_is_shown_with_both_sides(corpus, capsys):
    assert run(capsys, corpus, "-j1")[0] == 0
    plant(corpus)
    code, out, err = run(capsys, corpus, "-j1", "--width", "100")
    assert code == 1 and err == ""
    head, first, second = next(
        out.splitlines()[n : n + 3] for n, line in enumerate(out.splitlines()) if line.startswith("quarry")
    )
    assert "3 articles: herald, post, wire" in head and " error" in head
    assert first.startswith(f" NUM001 {corpus}/quarry/") and re.search(r"\.txt:3:\d+$", first.split("  ")[0])
    assert "wire: " in second and "Nineteen" in second and "12" in second
    assert out.splitlines()[-1].startswith("3 stories, 7 articles: ")


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_a_gate_with_a_baseline(corpus, capsys, jobs):
    for name in ("one", "two"):  # what other seeds tell is known
        shutil.copytree(ROOT / "seeds", corpus / name)
    lines(corpus / "wire.jsonl", [row for row in rows(with_ids=False) if "Rundal" in row["title"]])
    assert main(["baseline", "create", str(corpus)]) == 0
    assert "of 6 stories" in capsys.readouterr().out
    gate = [corpus, jobs, "--baseline", "framecheck-baseline.json"]
    code, out, _ = run(capsys, *gate)
    assert code == 0 and "no findings" in out and "suppressed" in out
    plant(corpus)
    code, out, _ = run(capsys, *gate)
    assert code == 1 and "Nineteen" in out and "seeds" not in out
    (corpus / "two" / "times.txt.gz").write_bytes(gzip.compress(b"A broken archive.")[:-9])
    code, again, _ = run(capsys, *gate)
    assert code == 2 and "Nineteen" in again and "times.txt.gz" in again


@pytest.mark.parametrize("format", FORMATS)
def test_output_does_not_depend_on_the_number_of_workers(corpus, capsys, format):
    plant(corpus)
    lines(corpus / "more.jsonl", rows(with_ids=False))
    (corpus / "broken.jsonl.gz").write_bytes(gzip.compress(b'{"text": "' + os.urandom(5000))[:-900])
    one = run(capsys, corpus, "-j1", "--format", format)
    two = run(capsys, corpus, "-j2", "--format", format)
    assert one == two and one[0] == 2 and one[1]


@pytest.mark.parametrize("kind", ["locked", "broken archive", "malformed line"])
def test_what_cannot_be_read_exits_with_2_and_the_rest_is_reported(corpus, capsys, kind):
    plant(corpus)
    if kind == "locked":
        bad = corpus / "museum" / "times.txt"
        bad.write_text("x")
        bad.chmod(0)
        if os.access(bad, os.R_OK):
            pytest.skip("root may read everything")
    elif kind == "broken archive":
        bad = corpus / "museum" / "times.txt.gz"
        bad.write_bytes(gzip.compress(STORIES["museum"]["post"].encode())[:-9])
    else:
        bad = corpus / "rows.jsonl"
        bad.write_text("{\n")
    code, out, _ = run(capsys, corpus, "-j1")
    assert code == 2 and f"error: {bad}" in out and "Nineteen workers" in out and "3 stories, 7 articles" in out
    code, again, _ = run(capsys, corpus, "-j1", "--skip-unreadable")
    assert code == 1 and again == out


def test_stories_of_one_outlet_and_copies_are_counted_not_judged(corpus, capsys):
    (corpus / "museum" / "wire.txt").unlink()
    (corpus / "ferry" / "herald.txt").write_text(STORIES["ferry"]["post"])
    code, out, _ = run(capsys, corpus, "-j1", "--format", "json")
    document = json.loads(out)
    assert code == 0 and [story["id"] for story in document["stories"]] == ["quarry"]
    copy, alone = document["notices"]
    assert "is the same text as" in copy["message"] and copy["place"] == str(corpus / "ferry" / "post.txt")
    assert alone["message"].startswith("2 articles of 2 stories that one outlet tells")


def test_json_holds_stories_notices_and_totals(corpus, capsys):
    plant(corpus)
    document = json.loads(run(capsys, corpus, "-j1", "--format", "json")[1])
    assert [story["id"] for story in document["stories"]] == ["ferry", "museum", "quarry"]
    assert document["summary"]["stories"] == 3 and document["summary"]["error"] > 0


def test_statistics_count_rules_severities_and_outlets(corpus, capsys):
    plant(corpus)
    rules = [corpus, "-j1", "--statistics", "--select", "NUM001"]
    _, out, err = run(capsys, *rules, "--format", "json")
    number = json.loads(out)["summary"]["findings"]
    assert f" {number}  NUM001 count-mismatch" in err.splitlines()
    severities, by_rule, pairs = run(capsys, *rules)[1].split("\n\n")[-3:]
    assert severities.splitlines()[0] == "Findings by severity" and "  error" in severities
    assert by_rule.splitlines()[:2] == ["Findings by rule", f" {number}  NUM001 count-mismatch"]
    assert pairs.splitlines()[0] == "Findings by pair of outlets" and " post / wire" in pairs


@pytest.mark.parametrize("width", [80, 100, 140])
def test_no_line_but_a_place_is_wider_than_the_screen(capsys, monkeypatch, width):
    monkeypatch.chdir(ROOT)
    code, out, _ = run(capsys, "seeds", "-j1", "--all", "--width", str(width))
    assert code == 1 and "\x1b" not in out
    assert max(len(line) for line in out.splitlines()) <= width
    assert "NAM002 seeds/003_c9f7e42c763fd588.txt:7:7" in out


def test_colour_where_asked(corpus, capsys):
    assert "\x1b[" in run(capsys, corpus, "-j1", "--color", "always")[1]


def test_text_of_an_article_is_never_a_command_to_the_terminal(corpus, capsys):
    plant(corpus)
    path = corpus / "quarry" / "wire.txt"
    path.write_text(path.read_text().replace("Nineteen workers", "Nineteen\x1b[31m workers \u202e"))
    out = run(capsys, corpus, "-j1", "--all")[1]
    assert "\x1b" not in out and "\u202e" not in out


@pytest.mark.parametrize("arguments", [[], ["gone"], ["--group-by", "magic", "."], ["-j0", "."]])
def test_wrong_usage(arguments, capsys):
    assert main(["lint", *arguments]) == 2
    assert capsys.readouterr().err.startswith("framecheck: error: ")


def test_stories_lists_voices(corpus, capsys):
    (corpus / "museum" / "times.txt").write_text(
        STORIES["museum"]["post"].replace("director Ilse", "the director, Ilse")
    )
    assert main(["stories", str(corpus), "-j1"]) == 0
    out = capsys.readouterr().out
    assert "museum  3 articles · 2 voices · by folder" in out and "as post" in out
    assert main(["stories", str(corpus), "-j2", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [s["voices"] for s in document["stories"]][1] == [["post", "times"], ["wire"]]


def test_a_story_of_many_articles_is_bounded():
    articles = [Article(f"{n}", f"{n}", f"outlet {n % 20}", "x") for n in range(100)]
    kept = fewer(articles)
    assert len(kept) == MOST and len({a.outlet for a in kept}) == 20
    assert [a.id for a in kept] == sorted((a.id for a in kept), key=int)


def test_articles_that_tell_too_much_are_left_out_but_two():
    told = [article(f"outlet {n}", "w" * (MOST_TOLD // 4)) for n in range(6)]
    assert fewer(told) == told[:4]
    long = [article(f"outlet {n}", "w" * MOST_TOLD) for n in range(3)]
    assert fewer(long) == long[:2]


def test_a_failure_of_ours_costs_one_story(monkeypatch, corpus):
    def fail(*_):
        raise ZeroDivisionError("sum")

    monkeypatch.setattr("framecheck.pipeline.findings_of", fail)
    paths = tuple(str(corpus / "quarry" / f"{outlet}.txt") for outlet in STORIES["quarry"])
    result = judge(Bundle("quarry", Grouping.FOLDER, paths), Asked(Settings())).result
    assert isinstance(result, Passed) and result.notices[-1].level == "error"
    assert "ZeroDivisionError in test_lint.py" in result.notices[-1].message


def die(_):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_worker_is_said_so():
    with pytest.raises(WorkerError, match="fewer --jobs"), Workers(2) as workers:
        list(workers.map(die, [1, 2]))


def test_workers_take_a_few_items_ahead():
    taken = []

    def items():
        for number in range(1000):
            taken.append(number)
            yield number

    with Workers(2) as workers:
        results = workers.map(abs, items())
        assert next(results) == 0 and len(taken) < 50
        assert sum(results) == 999 * 500


def interrupted(corpus, *options):
    """Exit code, standard output and standard error of a run that gets Ctrl-C once it has written something of a story."""
    command = [sys.executable, "-m", "framecheck", "lint", str(corpus), "--no-cache", *options]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        bufsize=0,  # so that nothing is read ahead
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout
        head = b""
        while b"herald" not in head:
            head += (more := process.stdout.read(1000))
            assert more
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to workers too
        began = time.monotonic()
        out, err = process.communicate(timeout=60)
    assert time.monotonic() - began < 30
    return process.returncode, (head + out).decode(), err


@pytest.fixture
def long_corpus(tmp_path):
    for number in range(60):
        folders(tmp_path / "corpus" / f"{number:02}")
    return tmp_path / "corpus"


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
@pytest.mark.parametrize(
    ("format", "jobs"),
    [("json", "1"), *((f, "2") for f in ("json", "jsonl", "sarif", "gitlab", "rdjson", "junit", "table", "html"))],
)
def test_ctrl_c_closes_the_report(long_corpus, format, jobs):
    code, out, err = interrupted(long_corpus, "--format", format, "-j", jobs)
    assert code == 130 and err == b""
    if format == "json":
        document = json.loads(out)
        assert document["summary"]["complete"] is False and 0 < len(document["stories"]) < 180
        assert len(document["stories"]) == document["summary"]["stories"]
        told = document["notices"][-1]
        assert (told["level"], told["place"]) == ("error", "lint") and told["message"].startswith("interrupted after ")
    elif format == "jsonl":
        *_, notice, last = map(json.loads, out.splitlines())
        assert (last["type"], last["complete"]) == ("summary", False) and "interrupted" in notice["message"]
    elif format == "sarif":
        (invocation,) = json.loads(out)["runs"][0]["invocations"]
        assert invocation["executionSuccessful"] is False
        assert "interrupted" in invocation["toolExecutionNotifications"][-1]["message"]["text"]
    elif format in ("gitlab", "rdjson"):
        assert json.loads(out)
    elif format == "junit":
        assert "interrupted" in ET.fromstring(out).findall("testsuite")[-1].find("testcase/error").get("message")
    else:
        assert "interrupted after " in out and ("</html>" in out) == (format == "html")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), WorkerError("a worker is gone"), MemoryError()])
def test_a_run_that_ends_early_closes_every_report(corpus, capsys, monkeypatch, error):
    from framecheck.corpus import lint as stage

    def judged(*given, **more):
        results = real(*given, **more)
        yield next(results)
        raise error

    real = stage.lint
    monkeypatch.setattr(stage, "lint", judged)
    code, out, _ = run(
        capsys, corpus, "-j1", "--format", "json", "--also", "sarif=out.sarif", "--also", "jsonl=out.jsonl"
    )
    assert code == (130 if isinstance(error, KeyboardInterrupt) else 2)
    document = json.loads(out)
    assert document["summary"] | {"stories": 1, "complete": False} == document["summary"]
    assert not json.loads(Path("out.sarif").read_text())["runs"][0]["invocations"][0]["executionSuccessful"]
    assert json.loads(Path("out.jsonl").read_text().splitlines()[-1])["complete"] is False
    schema = json.loads((ROOT / "framecheck" / "report" / "schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(document)


def test_ctrl_c_waits_for_what_is_being_written():
    done = []
    with pytest.raises(KeyboardInterrupt), Uncut() as uncut:
        with uncut.whole():
            signal.raise_signal(signal.SIGINT)
            done.append("written")
        done.append("not reached")
    assert done == ["written"] and signal.getsignal(signal.SIGINT) is signal.default_int_handler
    with pytest.raises(KeyboardInterrupt), Uncut() as uncut, uncut.whole():
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)  # who asks twice means it
        done.append("not reached")
    assert done == ["written"]


def test_a_log_gets_a_line_now_and_then(monkeypatch, capsys):
    now = [0.0]
    monkeypatch.setattr("framecheck.cli.progress.time.monotonic", lambda: now[0])
    told = Lines()
    told.stage("judging", 90)
    for _ in range(90):
        now[0] += 1
        told.advance()
    assert capsys.readouterr().err.splitlines() == [
        f"framecheck: judging: {n} of 90, 1.0 a second" for n in (30, 60, 90)
    ]
