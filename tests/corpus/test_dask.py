"""``lint --engine dask``: the same report from the workers of a cluster, one of which may die."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from framecheck.__main__ import main
from framecheck.corpus.cache import opened
from framecheck.corpus.dask_engine import Cluster
from framecheck.corpus.judge import Asked
from framecheck.corpus.lint import Corpus, Stories, lint
from framecheck.corpus.workers import WorkerError, Workers
from framecheck.settings import Settings
from tests.corpus.pile import STORIES, folders, lines, rows

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.filterwarnings(
    "ignore::Warning:distributed", "ignore::ResourceWarning", "ignore:.*fork:DeprecationWarning"
)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler with two worker processes, which stand in another folder."""
    distributed = pytest.importorskip("distributed", reason="needs the extra dask")
    place = tmp_path_factory.mktemp("cluster")
    before = Path.cwd()
    os.chdir(place)
    try:
        with distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            local_directory=str(place),
            env={"PYTHONPATH": str(ROOT)},
            silence_logs=50,
        ) as made:
            os.chdir(before)
            yield made
    finally:
        os.chdir(before)


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Stories in folders and in a file, named by a path that workers do not have."""
    monkeypatch.chdir(tmp_path)
    for number in range(4):
        for story in folders(tmp_path / "corpus" / f"{number}").iterdir():
            for path in story.iterdir():
                path.write_text(path.read_text() + f"\nThe county has {number + 30} such places.\n")
    lines(tmp_path / "corpus" / "wire.jsonl", rows(with_ids=False))
    (tmp_path / "corpus" / "0" / "museum" / "times.txt.gz").write_bytes(b"\x1f\x8b broken")
    (tmp_path / "corpus" / "1" / "museum" / "wire.txt").write_text(STORIES["museum"]["post"])
    return "corpus"


def run(capsys, *arguments):
    code = main(["lint", "--format", "json", "--no-cache", "--per-file-ignores", "0/*:NUM", *arguments])
    return code, *capsys.readouterr()


def test_the_report_is_the_same(cluster, corpus, capsys):
    here = run(capsys, corpus, "-j1")
    assert here[0] == 2 and here[2] == ""
    assert run(capsys, corpus, "--engine", "dask", "--scheduler", cluster.scheduler_address) == here


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_the_report_is_the_same_where_a_worker_is_killed(cluster, corpus):
    with Workers(1) as workers, Stories(Corpus((corpus,)), workers) as stories:
        whole = list(lint(stories, Asked(Settings()), workers)), stories.notices
    with Cluster(cluster.scheduler_address) as workers, Stories(Corpus((corpus,)), workers) as stories:
        results = lint(stories, Asked(Settings()), workers)
        first = next(results)
        victim = next(iter(cluster.workers.values())).pid
        os.kill(victim, signal.SIGKILL)
        assert ([first, *results], stories.notices) == whole
    assert len(whole[0]) > 12


def test_what_the_cluster_found_is_kept(cluster, corpus, tmp_path, monkeypatch):
    found = []
    for _ in range(2):
        with (
            Cluster(cluster.scheduler_address) as workers,
            opened(tmp_path / "kept", pytest.fail) as cache,
            Stories(Corpus((corpus,)), workers, cache=cache) as stories,
        ):
            found.append((list(lint(stories, Asked(Settings()), workers, cache=cache)), stories.notices))
        monkeypatch.setattr("framecheck.corpus.far._find", int)  # which no story can be given to
    assert found[0] == found[1] and found[0][0]


def test_results_come_in_the_order_of_the_items(cluster):
    with Cluster(cluster.scheduler_address) as workers:
        known = workers.map(abs, range(-40, 40), lambda n: 1000 if n % 7 == 0 else None)
        assert list(known) == [1000 if n % 7 == 0 else abs(n) for n in range(-40, 40)]


def test_a_worker_that_cannot_do_its_work_is_said_so(cluster, monkeypatch):
    with Cluster(cluster.scheduler_address) as workers:
        with pytest.raises(WorkerError, match=r"could not do its work \(ValueError: invalid literal"):
            list(workers.map(int, ["1", "one"]))
        monkeypatch.setattr("framecheck.corpus.dask_engine.program", lambda: "0.0.1-of-old")
        with pytest.raises(WorkerError, match="install the same on both"):
            list(workers.map(int, ["1"]))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--engine", "dask"], "needs both"),
        (["--scheduler", "tcp://127.0.0.1:1"], "needs both"),
        (["--engine", "dask", "--scheduler", "nonsense://x"], "no scheduler answers there"),
    ],
)
def test_wrong_usage(corpus, capsys, options, said):
    if "nonsense://x" in options:
        pytest.importorskip("distributed", reason="needs the extra dask")
    code, out, err = run(capsys, corpus, *options)
    assert code == 2 and out == "" and said in err


def test_without_the_package(corpus, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, _, err = run(capsys, corpus, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")
    assert code == 2 and "install framecheck-news[dask]" in err
