"""framecheck: who says what, side by side. Cross-outlet framing and discrepancy checks on news text.

``compare``, ``check`` and ``lint`` are the API; see docs/api.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framecheck.api import check, compare, lint
    from framecheck.errors import FramecheckError
    from framecheck.records.finding import Severity
    from framecheck.records.result import LocatedFinding, StoryResult
    from framecheck.settings import Settings

__version__ = "0.1.0"
__all__ = [
    "FramecheckError",
    "LocatedFinding",
    "Settings",
    "Severity",
    "StoryResult",
    "check",
    "compare",
    "lint",
]

_HOMES = {
    "FramecheckError": "framecheck.errors",
    "LocatedFinding": "framecheck.records.result",
    "Settings": "framecheck.settings",
    "Severity": "framecheck.records.finding",
    "StoryResult": "framecheck.records.result",
    "check": "framecheck.api",
    "compare": "framecheck.api",
    "lint": "framecheck.api",
}


def __getattr__(name: str) -> object:
    """A public name, imported when it is first asked for: ``--version`` and completion need none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'framecheck' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
