"""``framecheck lint`` on made corpora: ``python tests/benchmarks/corpus.py --sizes 1000 3000 10000 [--jobs 2]``.

For every size: articles a second and share of the time by stage, peak memory of all processes together (proportional set
size), B-cubed F1 of the stories found, and planted changes found, beside the rate at which the same
changes are found where their story is given alone. Then by which power of the number of articles time grows.
``read`` is a pass of the reader alone; ``index`` is reading again with terms and shelf, as ``lint`` does it.
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
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.benchmarks.made_corpus import Planted, make

ROOT = Path(__file__).resolve().parents[2]
STAGES = ("read", "index", "cluster", "judge", "write")
ALONE = 150  # stories with a planted change that are judged alone too
EVERY = 0.25  # seconds between looks at memory


class Clock:
    """A progress that notes when stages begin."""

    def __init__(self) -> None:
        self.began: dict[str, float] = {}
        self.writing = 0.0

    def __enter__(self) -> Clock:
        return self

    def __exit__(self, *_: object) -> None:
        self.began["end"] = time.perf_counter()

    def stage(self, name: str, total: int | None) -> None:
        self.began[name] = time.perf_counter()

    def advance(self) -> None:
        """Nothing is shown."""

    pause = resume = advance


def child(corpus: str, jobs: str, output: str) -> None:
    """One run of ``lint`` in this process, its stages clocked; prints them as JSON."""
    from framecheck.__main__ import main as framecheck
    from framecheck.cli import lint, publish
    from framecheck.readers import read_file

    began = time.perf_counter()
    articles = sum(1 for _ in read_file(corpus))
    reading = time.perf_counter() - began
    clock, made = Clock(), publish.renderer
    lint.shown = lambda _: clock  # type: ignore[assignment]

    def timed(*given: Any) -> Any:
        renderer = made(*given)
        story = renderer.story

        def told(result: Any) -> str:
            start = time.perf_counter()
            text = story(result)
            clock.writing += time.perf_counter() - start
            return text

        renderer.story = told
        return renderer

    publish.renderer = timed
    began = time.perf_counter()
    framecheck(["lint", corpus, "--jobs", jobs, "--format", "jsonl", "--output", output, "--exit-zero", "--no-cache"])
    at = clock.began
    spent = (
        reading,
        at["grouping"] - at["reading"],
        at["judging"] - at["grouping"],
        at["end"] - at["judging"] - clock.writing,
        clock.writing,
    )
    used = sum(os.times()[:4])
    print(
        json.dumps({"articles": articles, "stages": spent, "wall": time.perf_counter() - began, "cpu": used - reading})
    )


def memory(process: int) -> int:
    """Proportional set size of *process* and its children, in kB."""
    total, waiting = 0, [process]
    while waiting:
        number = waiting.pop()
        try:
            for task in Path(f"/proc/{number}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
            lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
        except OSError:  # it has just ended
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total


def measured(corpus: Path, jobs: int, output: Path) -> tuple[dict[str, Any], float]:
    """What ``child`` says, and peak MB."""
    command = [sys.executable, __file__, "--child", str(corpus), str(jobs), str(output)]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path}) as process:
        peak, over = [0], Event()

        def watch() -> None:
            while not over.wait(EVERY):
                peak[0] = max(peak[0], memory(process.pid))

        watcher = Thread(target=watch)
        watcher.start()
        said, _ = process.communicate()
        over.set()
        watcher.join()
    if process.returncode:
        sys.exit(f"lint ended with {process.returncode}")
    return json.loads(said), peak[0] / 1024


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


def grouped(corpus: Path, jobs: int) -> list[list[int]]:
    """The stories found, as numbers of lines from 0."""
    from framecheck.corpus.lint import Corpus, Stories
    from framecheck.corpus.shelf import unpack
    from framecheck.corpus.workers import Workers

    with Workers(jobs) as workers, Stories(Corpus((str(corpus),)), workers) as stories:
        return [[_line(unpack(packed).path) - 1 for packed in bundle.packed] for bundle in stories]


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
    sides: dict[int, list[str]] = defaultdict(list)
    with output.open(encoding="utf-8") as lines:
        for line in lines:
            for side in json.loads(line).get("sides", ()):
                if side["text"]:
                    sides[_line(side["path"])].append(side["text"])
    return {p.line for p in planted if hit(p, ((p.line, text) for text in sides[p.line]))}


def found_alone(corpus: Path, gold: Sequence[str], planted: Sequence[Planted]) -> set[int]:
    """The same with every story given alone, as ``compare`` gets it."""
    from framecheck.locate import locate
    from framecheck.pipeline import compare_articles
    from framecheck.readers import read_file, select

    wanted = {p.story for p in planted}
    members: dict[str, list[Any]] = defaultdict(list)
    for item in read_file(str(corpus)):
        if hasattr(item, "text") and (story := gold[_line(item.path) - 1]) in wanted:
            members[story].append(item)
    found = set()
    for change in planted:
        articles, _ = select(members[change.story], {})
        result = locate(compare_articles(articles))
        told = (
            (_line(result.articles[side.article].path), side.text)
            for finding in result.findings
            for side in finding.sides
            if side.text
        )
        if hit(change, told):
            found.add(change.line)
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--alone", type=int, default=ALONE, help="stories judged alone for the rate of planted changes")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return child(*options.child)
    print(f"{os.cpu_count()} cores, {options.jobs} workers, load {os.getloadavg()[0]:.1f}")
    heads = [f"{stage}/s" for stage in STAGES]
    print(
        f"| articles | {' | '.join(heads)} | seconds | ms of a core an article | MB | B-cubed F1 (P, R) | planted | alone |"
    )
    print("|" + "---|" * (len(heads) + 7))
    walls = []
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            corpus, output = Path(folder, f"{size}.jsonl"), Path(folder, f"{size}.out")
            gold, planted = make(size, corpus)
            said, peak = measured(corpus, options.jobs, output)
            rates = [f"{size / spent:,.0f}" if spent else "-" for spent in said["stages"]]
            walls.append((size, [*said["stages"], said["cpu"]]))
            often = Counter(gold)
            told = {number for number, story in enumerate(gold) if often[story] > 1}
            p, r = bcubed(grouped(corpus, options.jobs), gold, told)
            sample = planted[: options.alone]
            lines = {change.line for change in sample}
            by_lint, alone = found_by_lint(output, sample), found_alone(corpus, gold, sample)
            print(
                f"| {size:,} | {' | '.join(rates)} | {said['wall']:.1f} | {1000 * said['cpu'] / size:.1f} | {peak:.0f} "
                f"| {2 * p * r / (p + r):.3f} ({p:.3f}, {r:.3f}) | {len(by_lint)} of {len(lines)} | {len(alone)} |",
                flush=True,
            )
    if len(walls) > 1:
        print("\ngrowth exponent between the smallest and the largest: " + ", ".join(_growth(walls)))


def _growth(walls: Sequence[tuple[int, Sequence[float]]]) -> Iterator[str]:
    (small, first), (large, last) = walls[0], walls[-1]
    for name, a, b in [*zip((*STAGES, "core time"), first, last, strict=True)]:
        yield f"{name} {math.log(b / a) / math.log(large / small):.2f}"


if __name__ == "__main__":
    main()
