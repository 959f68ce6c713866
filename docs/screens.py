"""Put current output into the documents: ``python docs/screens.py [--check]``, from a checkout.

In README.md and docs/*.md a block of text after ``<!-- screen: framecheck … -->`` is the output of that command; ``<!-- screen, N
rows: … -->`` keeps its first N rows (40 if not said).
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROWS = 40
MARKED = re.compile(
    r"(<!-- screen(?:, (?P<rows>\d+) rows)?: framecheck (?P<command>.*?) -->\n)"
    r"```(?P<kind>[a-z]+)\n.*?```\n(<!-- end of screen -->)",
    re.DOTALL,
)


def screen(command: str, most: int) -> str:
    """The first rows of a command's output."""
    run = [sys.executable, "-m", "framecheck", *command.split()]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    rows = done.stdout.splitlines()
    shown = "\n".join(rows[:most]).rstrip()
    return f"{shown}\n…" if len(rows) > most else shown


def renewed(found: re.Match[str]) -> str:
    """A marked block with the output of today."""
    shown = screen(found["command"], int(found["rows"] or ROWS))
    return f"{found[1]}```{found['kind']}\n{shown}\n```\n{found[5]}"


def main() -> int:
    """Write the documents anew, or say which are out of date."""
    stale = []
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        before = path.read_text(encoding="utf-8")
        after = MARKED.sub(renewed, before)
        if before != after:
            stale.append(path)
            if "--check" not in sys.argv:
                path.write_text(after, encoding="utf-8")
    if "--check" in sys.argv and stale:
        names = ", ".join(str(p.relative_to(ROOT)) for p in stale)
        sys.stderr.write(f"screens are out of date in {names}: python docs/screens.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
