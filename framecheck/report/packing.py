"""Short items packed into lines."""

from __future__ import annotations

from collections.abc import Sequence


def packed(
    items: Sequence[str], width: int, separator: str = " ", rows: int | None = None, end: str = "…"
) -> list[str]:
    """*items* in lines of at most *width* cells, none broken unless it is wider than a line; *end* stands for what *rows*
    lines cannot hold.

    >>> packed(["red", "green", "blue"], 9, ", ")
    ['red,', 'green,', 'blue']
    >>> packed("one two three four five".split(), 9, rows=2)
    ['one two', 'three…']
    """
    from rich.cells import cell_len

    from framecheck.report.excerpt import shorten

    lines: list[list[str]] = []
    for item in items:
        if lines and cell_len(separator.join([*lines[-1], item]) + separator.rstrip()) <= width:
            lines[-1].append(item)
        else:
            lines.append([item])
    full = [separator.join(line) + separator.rstrip() * (number < len(lines)) for number, line in enumerate(lines, 1)]
    if rows is not None and len(full) > rows:
        kept = full[: rows - 1]
        return [shorten(line, width, end) for line in kept] + [shorten(" ".join(full[rows - 1 :]), width, end)]
    return [shorten(line, width, end) for line in full]
