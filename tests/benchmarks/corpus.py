"""``framecheck lint`` on made corpora: ``python tests/benchmarks/corpus.py --sizes 1000 3000 10000 [--jobs 2]``.

For every size one run of ``lint`` in a process of its own: articles a second by stage, and core time (user and system, of all
processes) by stage, which other work on the machine disturbs less; peak memory of all processes together (proportional set size);
B-cubed precision and recall of the stories found, over the articles that several voices tell; planted changes found, beside
the rate at which the same changes are found where their story is given alone. Then by which power of the number of articles
time grows. ``read`` is a pass of the reader alone, which is no part of the run; ``index`` is reading with terms and shelf, as
``lint`` does it.

``--warm`` runs again over the same corpus with the cache that a first run filled; ``--engine dask`` judges on a Dask cluster of
``--jobs`` processes on this machine. ``--newswire`` takes the articles of the wire as they are instead, each with an outlet by
hash. ``--stories`` stops at the stories, beside all pairs of TF-IDF vectors (scikit-learn) joined by the same average linkage.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.benchmarks.made_corpus import Planted, as_they_are, make

ROOT = Path(__file__).resolve().parents[2]
STAGES = ("read", "index", "cluster", "judge", "write")
ALONE = 150  # stories with a planted change that are judged alone too
EVERY = 0.5  # seconds between looks at memory
DENSE = 12_000  # articles of which all pairs are compared at most
THRESHOLDS = (0.17, 0.25, 0.35, 0.45, 0.55)  # the first is the best on the stories of ``stories.py``
TICKS = os.sysconf("SC_CLK_TCK")


class Clock:
    """A progress that notes when stages begin: seconds, and core seconds of this process and its children."""

    def __init__(self) -> None:
        self.began: dict[str, tuple[float, float]] = {}
        self.writing = (0.0, 0.0)

    def __enter__(self) -> Clock:
        return self

    def __exit__(self, *_: object) -> None:
        self.began["end"] = now()

    def stage(self, name: str, total: int | None) -> None:
        self.began[name] = now()

    def advance(self) -> None:
        """Nothing is shown."""

    pause = resume = advance


def now() -> tuple[float, float]:
    """Seconds, and core seconds of this process and its children."""
    return time.perf_counter(), core_seconds(os.getpid())


def minus(later: tuple[float, float], earlier: tuple[float, float]) -> tuple[float, float]:
    """What passed between two looks at the clock."""
    return later[0] - earlier[0], later[1] - earlier[1]


def child(corpus: str, output: str, groups: str, options: str) -> None:
    """One run of ``lint`` in this process, its stages clocked; prints them as JSON. The stories found go to *groups*."""
    from framecheck.__main__ import main as framecheck
    from framecheck.cli import lint, publish
    from framecheck.corpus.bundles import Pile
    from framecheck.readers import read_file

    clock, made, grouped = Clock(), publish.renderer, Pile.groups
    began = now()
    articles = sum(1 for _ in read_file(corpus))
    reading = minus(now(), began)
    lint.shown = lambda _: clock  # type: ignore[assignment]

    def timed(*given: Any) -> Any:
        renderer = made(*given)
        story = renderer.story

        def told(result: Any) -> str:
            start = time.perf_counter(), time.process_time()
            text = story(result)
            spent = minus((time.perf_counter(), time.process_time()), start)
            clock.writing = clock.writing[0] + spent[0], clock.writing[1] + spent[1]
            return text

        renderer.story = told
        return renderer

    def noted(pile: Pile, *given: Any) -> Any:
        found = grouped(pile, *given)
        lines = [[_line(pile.index.entries[n].path) - 1 for n in group.members] for group in found]
        Path(groups).write_text(json.dumps(lines), encoding="ascii")
        return found

    publish.renderer = timed
    Pile.groups = noted  # type: ignore[method-assign]
    began = now()
    framecheck(["lint", corpus, "--format", "jsonl", "--output", output, "--exit-zero", *json.loads(options)])
    at = clock.began
    judging = minus(minus(at["end"], at["judging"]), clock.writing)
    spent = (
        reading,
        minus(at["grouping"], at["reading"]),
        minus(at["judging"], at["grouping"]),
        judging,
        clock.writing,
    )
    wall, core = minus(now(), began)
    seconds, cores = zip(*spent, strict=True)
    print(json.dumps({"articles": articles, "stages": seconds, "cores": cores, "wall": wall, "core": core}))


def family(process: int) -> Iterator[int]:
    """*process* and all that it started, directly or not."""
    waiting = [process]
    while waiting:
        number = waiting.pop()
        yield number
        try:
            for task in Path(f"/proc/{number}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except OSError:  # it has just ended
            continue


def core_seconds(process: int) -> float:
    """User and system time of *process*, of all that it started, and of what of these has ended."""
    total = 0
    for number in family(process):
        try:
            fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += sum(map(int, fields[11:15]))
    return total / TICKS


def memory(process: int) -> int:
    """Proportional set size of *process* and its children, in kB."""
    total = 0
    for number in family(process):
        try:
            lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total


def measured(corpus: Path, output: Path, groups: Path, options: Sequence[str], others: Sequence[int]) -> dict[str, Any]:
    """What ``child`` says, and ``peak`` in MB. The processes *others* work for it too."""
    command = [sys.executable, __file__, "--child", str(corpus), str(output), str(groups), json.dumps(options)]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    before = sum(map(core_seconds, others))
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path}) as process:
        peak, over = [0], Event()

        def watch() -> None:
            while not over.wait(EVERY):
                peak[0] = max(peak[0], sum(map(memory, (process.pid, *others))))

        watcher = Thread(target=watch)
        watcher.start()
        printed, _ = process.communicate()
        over.set()
        watcher.join()
    if process.returncode:
        sys.exit(f"lint ended with {process.returncode}")
    said: dict[str, Any] = json.loads(printed)
    far = sum(map(core_seconds, others)) - before
    said["cores"][STAGES.index("judge")] += far
    return said | {"peak": peak[0] / 1024, "core": said["core"] + far}


def bcubed(found: Sequence[Sequence[int]], gold: Sequence[str], counted: set[int]) -> tuple[float, float]:
    """Mean precision and recall over the *counted* articles (Bagga and Baldwin 1998)."""
    same: dict[str, set[int]] = defaultdict(set)
    for number, story in enumerate(gold):
        same[story].add(number)
    precision = recall = 0.0
    seen: set[int] = set()
    alone = [[number] for number in counted.difference(*found)]
    for group in map(set, [*found, *alone]):
        for number in group & counted - seen:
            seen.add(number)
            both = len(group & same[gold[number]])
            precision += both / len(group)
            recall += both / len(same[gold[number]])
    return precision / len(counted), recall / len(counted)


def told_by_several(gold: Sequence[str]) -> set[int]:
    """The articles of stories of two voices or more."""
    often = Counter(gold)
    return {number for number, story in enumerate(gold) if often[story] > 1}


def _line(path: str) -> int:
    return int(path.rpartition(":")[2])


def hit(planted: Planted, sides: Iterator[tuple[int, str]]) -> bool:
    """Whether a side stands in the changed article and shares a new word with the change."""
    new = {word.strip("\",.'").lower() for word in planted.words.split()}
    return any(
        line == planted.line and new & {word.strip("\",.'").lower() for word in text.split()} for line, text in sides
    )


def found_by_lint(output: Path, planted: Sequence[Planted]) -> set[int]:
    """The lines of planted changes that a finding shows."""
    wanted = {change.line for change in planted}
    sides: dict[int, list[str]] = defaultdict(list)
    with output.open(encoding="utf-8") as lines:
        for line in lines:
            for side in json.loads(line).get("sides", ()):
                if side["text"] and (place := _line(side["path"])) in wanted:
                    sides[place].append(side["text"])
    return {p.line for p in planted if hit(p, ((p.line, text) for text in sides[p.line]))}


def found_alone(corpus: Path, gold: Sequence[str], planted: Sequence[Planted]) -> set[int]:
    """The same with every story given alone, as ``compare`` gets it."""
    from framecheck.locate import locate
    from framecheck.pipeline import compare_articles
    from framecheck.readers import read_file, select

    wanted = {p.story for p in planted}
    numbers = [number for number, story in enumerate(gold) if story in wanted]
    chosen, members = set(numbers), defaultdict(list)
    part = corpus.with_suffix(".part.jsonl")
    with corpus.open(encoding="utf-8") as every, part.open("w", encoding="utf-8") as some:
        some.writelines(line for number, line in enumerate(every) if number in chosen)
    for item in read_file(str(part)):
        if hasattr(item, "text"):
            members[gold[numbers[_line(item.path) - 1]]].append(item)
    found = set()
    for change in planted:
        articles, _ = select(members[change.story], {})
        result = locate(compare_articles(articles))
        told = (
            (numbers[_line(result.articles[side.article].path) - 1] + 1, side.text)
            for finding in result.findings
            for side in finding.sides
            if side.text
        )
        if hit(change, told):
            found.add(change.line)
    return found


def by_stage(size: int, said: dict[str, Any]) -> str:
    """Cells of a table: articles a second, core milliseconds an article by stage and in all, and memory."""
    rates = [f"{size / spent:,.0f}" if spent > 0 else "-" for spent in said["stages"]]
    cores = [f"{1000 * spent / size:.2f}" for spent in said["cores"]]
    return (
        f"{size:,} | {' | '.join(rates)} | {said['wall']:.1f} | {' / '.join(cores)} | {1000 * said['core'] / size:.1f} "
        f"| {said['peak']:.0f}"
    )


def with_stories_only(corpus: Path, gold: Sequence[str], jobs: int) -> None:
    """Prints a row of time and B-cubed of the stories found, and rows of the baseline."""
    from framecheck.corpus.lint import Corpus, Stories
    from framecheck.corpus.workers import Workers

    clock, size, several = Clock(), len(gold), told_by_several(gold)
    with Workers(jobs) as workers, Stories(Corpus((str(corpus),)), workers, clock) as stories:  # type: ignore[arg-type]
        wall, core = minus(now(), clock.began["grouping"])
        groups = [[_line(entry.path) - 1 for entry in entries] for entries in _entries(stories)]
    _, indexed = minus(clock.began["grouping"], clock.began["reading"])
    if not several:
        print(f"| framecheck | {size:,} | {indexed:.1f} | {core:.1f} | {wall:.1f} | {len(groups):,} stories |")
        return
    p, r = bcubed(groups, gold, several)
    print(
        f"| framecheck | {size:,} | {indexed:.1f} | {core:.1f} | {wall:.1f} | {2 * p * r / (p + r):.3f} ({p:.3f}, {r:.3f}) |"
    )
    if size > DENSE:
        print(f"TF-IDF: all pairs of {size:,} articles do not fit into memory")
        return
    try:
        import sklearn  # noqa: F401
    except ModuleNotFoundError:
        print("TF-IDF: scikit-learn is not installed")
        return
    from framecheck.corpus.cluster import average_linkage
    from tests.benchmarks.stories import tfidf

    with corpus.open(encoding="utf-8") as lines:
        texts = [row["title"] + "\n" + row["text"] for row in map(json.loads, lines)]
    start = time.process_time()
    table = tfidf(texts)
    paired = time.process_time() - start
    for threshold in THRESHOLDS:
        start, begun = time.process_time(), time.perf_counter()
        groups = average_linkage(table.copy(), threshold)
        core, wall = time.process_time() - start, time.perf_counter() - begun
        p, r = bcubed(groups, gold, several)
        print(
            f"| TF-IDF, all pairs, {threshold} | {size:,} | {paired:.1f} | {core:.1f} | {wall:.1f} "
            f"| {2 * p * r / (p + r):.3f} ({p:.3f}, {r:.3f}) |",
            flush=True,
        )


def _entries(stories: Any) -> Iterator[list[Any]]:
    for group in stories._groups:
        yield [stories._pile.index.entries[n] for n in group.members]


def cluster_of(jobs: int, stack: ExitStack) -> tuple[list[str], list[int]]:
    """Options for a Dask cluster of *jobs* processes, and these processes."""
    from distributed import Client, LocalCluster

    before = set(family(os.getpid()))
    made = stack.enter_context(LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None))
    stack.enter_context(Client(made)).wait_for_workers(jobs)
    others = [
        process
        for process in Path("/proc/self/task").iterdir()
        for process in (process / "children").read_text().split()
    ]
    return ["--engine", "dask", "--scheduler", made.scheduler_address], [int(o) for o in others if int(o) not in before]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--alone", type=int, default=ALONE, help="stories judged alone for the rate of planted changes")
    parser.add_argument("--warm", action="store_true", help="with the cache, and once more")
    parser.add_argument("--engine", choices=["local", "dask"], default="local")
    parser.add_argument("--newswire", action="store_true", help="the wire as it is; no truth about stories")
    parser.add_argument("--stories", action="store_true", help="find stories only, and all pairs of TF-IDF beside them")
    parser.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return child(*options.child)
    print(f"{os.cpu_count()} cores, {options.jobs} workers, {options.engine} engine, load {os.getloadavg()[0]:.1f}\n")
    heads = f"| run | articles | {' | '.join(f'{stage}/s' for stage in STAGES)} | seconds "
    heads += (
        f"| core ms an article: {' / '.join(STAGES)} | core ms an article | MB | B-cubed F1 (P, R) | planted | alone |"
    )
    if options.stories:
        heads = "| stories by | articles | core s: terms | core s: stories | seconds | B-cubed F1 (P, R) |"
    print(heads + "\n|" + "---|" * (heads.count("|") - 1))
    runs = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        engine, others = (
            cluster_of(options.jobs, stack) if options.engine == "dask" else (["--jobs", str(options.jobs)], [])
        )
        for size in [0] if options.newswire else options.sizes:
            corpus, output, groups = (folder / f"{size}.{end}" for end in ("jsonl", "out", "groups"))
            gold, planted = (as_they_are(corpus), []) if options.newswire else make(size, corpus)
            if options.stories:
                with_stories_only(corpus, gold, options.jobs)
                continue
            kept = ["--cache", str(folder / f"cache{size}")] if options.warm else ["--no-cache"]
            for run in ("cold", "warm") if options.warm else ("cold",):
                said = measured(corpus, output, groups, [*engine, *kept], others)
                row = f"| {run} | {by_stage(len(gold), said)} | "
                print(row + told_of(corpus, output, groups, gold, planted[: options.alone]) + " |", flush=True)
                if run == "cold":
                    runs.append((size, [*said["cores"], said["core"]]))
    if len(runs) > 1:
        print("\ngrowth exponent of core time between the smallest and the largest: " + ", ".join(_growth(runs)))


def told_of(corpus: Path, output: Path, groups: Path, gold: Sequence[str], planted: Sequence[Planted]) -> str:
    """Cells of a table: what was found, against the truth where it is known."""
    found: list[list[int]] = json.loads(groups.read_text())
    several = told_by_several(gold)
    if not several:
        return f"{len(found):,} stories of {sum(map(len, found)):,} articles | - | -"
    p, r = bcubed(found, gold, several)
    lines = {change.line for change in planted}
    by_lint, alone = found_by_lint(output, planted), found_alone(corpus, gold, planted)
    return f"{2 * p * r / (p + r):.3f} ({p:.3f}, {r:.3f}) | {len(by_lint)} of {len(lines)} | {len(alone)}"


def _growth(runs: Sequence[tuple[int, Sequence[float]]]) -> Iterator[str]:
    (small, first), (large, last) = runs[0], runs[-1]
    for name, a, b in zip((*STAGES, "all"), first, last, strict=True):
        if a > 0 and b > 0:
            yield f"{name} {math.log(b / a) / math.log(large / small):.2f}"


if __name__ == "__main__":
    main()
