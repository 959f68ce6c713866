"""Snapshots: ``pytest --update-snapshots`` writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the stored one of that name."""

    def check(name: str, text: str) -> None:
        stored = SNAPSHOTS / name
        if request.config.getoption("--update-snapshots"):
            stored.write_text(text, encoding="utf-8")
        assert text == stored.read_text(encoding="utf-8")

    return check
