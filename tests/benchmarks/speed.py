"""Whole-process time and memory: ``python tests/benchmarks/speed.py [-n RUNS]``.

Prints the median wall seconds and the peak resident memory of ``framecheck compare seeds/`` and ``framecheck --version``,
each started cold as ``python -m framecheck``, beside ``python -c pass`` in the same run.
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5, help="runs of each command")
    runs = parser.parse_args().n
    print(f"{'command':28}{'median s':>10}{'best s':>10}{'MB':>8}")
    for name, arguments in COMMANDS.items():
        measured = [measure(arguments) for _ in range(runs)]
        seconds = [s for s, _ in measured]
        print(f"{name:28}{statistics.median(seconds):10.3f}{min(seconds):10.3f}{max(m for _, m in measured):8.0f}")


if __name__ == "__main__":
    main()
