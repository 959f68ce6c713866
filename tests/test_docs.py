"""The documents name what is there: commands, options, files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from framecheck.cli.app import app

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = {command.callback.__name__ for command in app.registered_commands}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_readme_shows_every_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {command for command in COMMANDS if f"framecheck {command}" in readme} == COMMANDS


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_modules_named_in_backticks_exist(path):
    for name in re.findall(r"`((?:[a-z_]+/)+[a-z_]*(?:\.py)?|[a-z_]+\.py)`", path.read_text(encoding="utf-8")):
        assert (ROOT / name).exists() or (ROOT / "framecheck" / name).exists(), name
