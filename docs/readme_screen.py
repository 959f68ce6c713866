"""Put the current screen into the README: ``python docs/readme_screen.py [--check]``, from a checkout."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROWS = 40
MARKED = re.compile(
    r"(<!-- screen: framecheck (?P<command>.*?) -->\n)```text\n.*?```\n(<!-- end of screen -->)", re.DOTALL
)


def screen(command: str) -> str:
    """The first rows of a command's output."""
    run = [sys.executable, "-m", "framecheck", *command.split()]
    rows = subprocess.run(run, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()
    return "\n".join([*rows[:ROWS], *(["…"] if len(rows) > ROWS else [])])


def main() -> int:
    """Write the README anew, or say whether it is out of date."""
    readme = ROOT / "README.md"
    before = readme.read_text(encoding="utf-8")
    after = MARKED.sub(lambda m: f"{m[1]}```text\n{screen(m['command'])}\n```\n{m[3]}", before)
    if "--check" not in sys.argv:
        readme.write_text(after, encoding="utf-8")
    elif before != after:
        sys.stderr.write("the screen in README.md is out of date: python docs/readme_screen.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
