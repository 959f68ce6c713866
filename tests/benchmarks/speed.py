"""Whole-process time and memory: ``python tests/benchmarks/speed.py [-n RUNS] [--stages]``.

Prints the median wall seconds and the peak resident memory of ``framecheck compare seeds/``, of ``framecheck check`` for a
draft of 1,000 words against five wires, and of ``framecheck --version``, each started cold as ``python -m framecheck``, beside
``python -c pass`` in the same run. ``--stages`` clocks the stages of one
cold run instead, each with the imports and weights that it is the first to need.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "framecheck --version": ["-m", "framecheck", "--version"],
    "framecheck compare seeds/": ["-m", "framecheck", "compare", "seeds/"],
    "framecheck check, five wires": [
        *("-m", "framecheck", "check", "seeds/003_c9f7e42c763fd588.txt", "--exit-zero"),
        *("--against", "seeds/", "docs/draft.txt"),
    ],
}


def measure(arguments: list[str]) -> tuple[float, float]:
    """Wall seconds and peak MB of one process."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{arguments} ended with {process.returncode}")
    return elapsed, usage.ru_maxrss / 1024


def clock_stages() -> None:
    """One pass over the seeds, stage by stage, in this process."""
    clock = [time.perf_counter()]

    def lap(stage: str) -> None:
        clock.append(time.perf_counter())
        print(f"{stage:12}{clock[-1] - clock[-2]:8.3f}")

    from framecheck.cli import app  # noqa: F401  the libraries of the command line
    from framecheck.readers import read_paths

    articles, _ = read_paths([str(ROOT / "seeds")])
    lap("reading")
    from framecheck.facts import analyse_all, parser, tagger

    tagger.load(), parser.load()
    lap("weights")
    documents = analyse_all(articles)
    lap("facts")
    from framecheck.link import link

    story = link("seeds", documents)
    lap("linking")
    from framecheck.align import align

    alignment = align(story)
    lap("aligning")
    from framecheck.diff import compare

    differences = list(compare(alignment))
    lap("comparing")
    from framecheck.records.finding import Report
    from framecheck.rules.engine import judge

    report = Report(alignment, tuple(judge(story, differences)))
    lap("judging")
    from framecheck.report.terminal import report_screen
    from framecheck.report.view import View

    report_screen(report, View(100))
    lap("drawing")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5, help="runs of each command")
    parser.add_argument("--stages", action="store_true", help="clock the stages of one run")
    options = parser.parse_args()
    if options.stages:
        return clock_stages()
    runs = options.n
    print(f"{'command':28}{'median s':>10}{'best s':>10}{'MB':>8}")
    for name, arguments in COMMANDS.items():
        measured = [measure(arguments) for _ in range(runs)]
        seconds = [s for s, _ in measured]
        print(f"{name:28}{statistics.median(seconds):10.3f}{min(seconds):10.3f}{max(m for _, m in measured):8.0f}")


if __name__ == "__main__":
    main()
