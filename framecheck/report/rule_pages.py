"""The pages under ``docs/rules``, one a rule, written from the rule modules' docstrings.

``python -m framecheck.report.rule_pages docs/rules`` writes them, ``--check`` only says whether they are up to date.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from framecheck.report.rule_list import SECTIONS
from framecheck.rules.registry import Entry, catalogue

_SECTION = re.compile(r"^([A-Z][a-z]+):\n((?:[ ]{4}.*\n|\n)+)", re.MULTILINE)


def page_name(entry: Entry) -> str:
    """The file of a rule's page: ``NUM001-count-differs.md``."""
    return f"{entry.rule.code}-{entry.rule.name}.md"


def page(entry: Entry) -> str:
    """One rule as markdown: its head, its prose, its examples."""
    rule = entry.rule
    text = _SECTION.sub(_example, entry.doc.strip() + "\n").strip()
    head = f"# {rule.code} {rule.name}\n\nCategory: {rule.category.value}. Severity: {rule.severity.value}.\n"
    return f"{head}\n{text}\n"


def _example(found: re.Match[str]) -> str:
    title = SECTIONS.get(found[1], found[1])
    lines = [line.removeprefix("    ") for line in found[2].strip("\n").split("\n")]
    return "\n".join([f"## {title}", "", "```text", *lines, "```", "", ""])


def index(entries: Sequence[Entry]) -> str:
    """The list of all rules as markdown."""
    rows = [
        f"| [{e.rule.code}]({page_name(e)}) | {e.rule.name} | {e.rule.category.value} | {e.rule.severity.value} "
        f"| {e.summary} |"
        for e in entries
    ]
    head = (
        "# Rules\n\nWritten from the rules' docstrings by `python -m framecheck.report.rule_pages docs/rules`; "
        "edit those, not these pages.\n\n"
        "| code | name | category | severity | what it shows |\n|---|---|---|---|---|\n"
    )
    return head + "\n".join(rows) + "\n"


def pages(entries: Sequence[Entry]) -> dict[str, str]:
    """File name to content of the whole folder."""
    return {"index.md": index(entries)} | {page_name(e): page(e) for e in entries}


def stale(folder: Path, wanted: dict[str, str]) -> list[str]:
    """The files of *folder* that are missing, out of date, or of no rule."""
    present = {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*.md")} if folder.is_dir() else {}
    return sorted(name for name in present.keys() | wanted.keys() if present.get(name) != wanted.get(name))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the pages; 1 if ``--check`` finds any out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    wanted = pages(catalogue())
    changed = stale(options.folder, wanted)
    if options.check:
        for name in changed:
            sys.stderr.write(f"{options.folder / name} is out of date\n")
        return 1 if changed else 0
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in wanted:
            (options.folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (options.folder / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
