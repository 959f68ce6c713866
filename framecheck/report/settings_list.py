"""The settings in force with their origins, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from framecheck.config.files import shown
from framecheck.config.keys import KEYS
from framecheck.config.resolve import CACHE, Configuration
from framecheck.report.safe import safe
from framecheck.report.view import View, render
from framecheck.rules.engine import MIN_SCORE

# what is in force where nobody says anything; tables are empty
_DEFAULTS: Final[dict[str, Any]] = {
    "select": ("ALL",),
    "ignore": (),
    "extend-select": (),
    "extend-ignore": (),
    "min-score": MIN_SCORE,
    "fail-level": "never for compare, else error",
    "baseline": None,
    "jobs": None,
    "cache": CACHE,
    "format": "table",
    "quotations": "deletions",
}


def _rows(found: Configuration) -> Iterator[tuple[str, str, Any, str]]:
    """Key, entry of its table, value, origin; in the order in which the manual lists them."""
    for key in KEYS.values():
        given = [(entry, s.value, s.origin) for (name, entry), s in found.layer.items() if name == key.name]
        for entry, value, origin in sorted(given) or [("", {} if key.table else _DEFAULTS[key.name], "default")]:
            yield key.name, entry, value, origin


def settings_document(found: Configuration) -> dict[str, Any]:
    """The output of ``framecheck config --format json``."""
    return {
        "schema": "framecheck/1",
        "file": shown(found.file.path) if found.file else None,
        "settings": [
            {
                "key": key,
                "entry": entry or None,
                "value": list(value) if isinstance(value, tuple) else value,
                "origin": o,
            }
            for key, entry, value, o in _rows(found)
        ],
    }


def settings_screen(found: Configuration, view: View) -> str:
    """A line a setting: key, value, origin."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    table.add_column("setting", no_wrap=True)
    table.add_column("value", ratio=1)
    table.add_column("from")
    for key, entry, value, origin in _rows(found):
        name = f"{key}.{entry}" if entry else key
        style = "dim" if origin == "default" else ""
        table.add_row(Text(safe(name), "bold"), Text(safe(_words(value)), style), Text(safe(origin), "dim"))
    read = f"settings of {safe(shown(found.file.path))}" if found.file else "no configuration file"
    return render([Text(read, "dim"), table], view)


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return str(value) if value or value == 0 else "none"
