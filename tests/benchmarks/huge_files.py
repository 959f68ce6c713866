"""JSON of a gigabyte in one line: ``python tests/benchmarks/huge_files.py [--mb 1024]``.

Prints wall seconds, peak memory and the first line on standard error of ``framecheck stories`` for a list of articles of a
megabyte each and for one object, each a single line of that many megabytes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MEGABYTE = "The bridge was shut. " * ((1 << 20) // 21)
LAST = '{"title": "Bridge", "text": "The bridge closed on Monday, the mayor said."}'


def write_list(path: Path, size: int) -> None:
    """A list of *size* long articles and a short one."""
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for number in range(size):
            file.write(f'{{"title": "Bridge {number}", "text": "{MEGABYTE}"}}, ')
        file.write(LAST + "]")


def write_object(path: Path, size: int) -> None:
    """One article of *size* megabytes."""
    with path.open("w", encoding="utf-8") as file:
        file.write('{"title": "Bridge", "text": "')
        for _ in range(size):
            file.write(MEGABYTE)
        file.write('"}')


def measure(path: Path) -> tuple[float, float, int, str]:
    """Wall seconds, peak MB, exit code and first line on standard error of reading *path*."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        began = time.perf_counter()
        command = [sys.executable, "-m", "framecheck", "stories", "--no-cache", str(path)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        return elapsed, usage.ru_maxrss / 1024, process.returncode, told.readline().strip()


def main() -> None:
    """Make, read and remove one file after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mb", type=int, default=1024)
    size = parser.parse_args().mb
    print("| one line of JSON | seconds | MB | exit | first line on standard error |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("list of articles", write_list), ("one object", write_object)):
            path = Path(folder) / "huge.json"
            write(path, size)
            elapsed, memory, code, notice = measure(path)
            print(f"| {name}, {size} MB | {elapsed:.1f} | {memory:.0f} | {code} | {notice.replace(folder + '/', '')} |")
            path.unlink()


if __name__ == "__main__":
    main()
