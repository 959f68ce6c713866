"""The action and the pre-commit hook do what they say: their commands are run on a corpus."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
STORY = {
    "post": "Bridge shut\n\nThe bridge closed on Monday.\nEngineers found deep cracks in two steel girders, the agency said.\n",
    "wire": "Bridge shut\n\nThe bridge was closed on Monday.\nDeep cracks in two steel girders were found by engineers.\n",
    "herald": "Bridge shut\n\nThe bridge closed on Monday.\nDrivers were told to use the tunnel.\n",
}


@pytest.fixture
def corpus(tmp_path):
    story = tmp_path / "my corpus" / "bridge"
    story.mkdir(parents=True)
    for name, text in STORY.items():
        (story / f"{name}.txt").write_text(text, encoding="utf-8")
    return story.parent


@pytest.fixture
def command(tmp_path):
    """A folder that holds ``framecheck`` as the installed command."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "framecheck"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m framecheck "$@"\n')
    script.chmod(0o755)
    return folder


def run(script, command, **variables):
    path = f"{command}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], env=environment, capture_output=True, text=True, check=False
    )


def lint_step():
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    return action, action["runs"]["steps"][-1]


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1)])
def test_the_action_annotates_and_writes_sarif(corpus, command, tmp_path, level, code):
    _, step = lint_step()
    sarif = tmp_path / "out.sarif"
    done = run(
        step["run"],
        command,
        CORPUS=f"{corpus}\n\n",
        FAIL_LEVEL=level,
        BASELINE="",
        SARIF=str(sarif),
        OPTIONS="--select\nOMI\n",
    )
    assert done.returncode == code, done.stderr
    assert done.stdout.startswith("::warning title=OMI001")
    assert sarif.read_text("utf-8").startswith('{"$schema"')


def test_what_an_input_holds_is_never_run(corpus, command, tmp_path):
    _, step = lint_step()
    trap = tmp_path / "trap"
    words = f'x"; touch {trap}; echo "$(touch {trap})'
    run(step["run"], command, CORPUS=words, FAIL_LEVEL="error", BASELINE=words, SARIF="", OPTIONS="")
    assert not trap.exists()


def test_every_input_of_the_action_is_used_as_a_variable_only():
    action, step = lint_step()
    used = str(action["runs"]["steps"])
    assert all(f"inputs.{name} }}}}" in used for name in action["inputs"])
    assert not any("${{" in s.get("run", "") for s in action["runs"]["steps"])
    assert set(step["env"]) == {"CORPUS", "FAIL_LEVEL", "BASELINE", "SARIF", "OPTIONS"}


def test_the_hook_lints_its_arguments(corpus, command):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["pass_filenames"] is False
    done = run(f"{hook['entry']} {shlex.quote(str(corpus))} --fail-level warning --format concise", command)
    assert done.returncode == 1, done.stderr
    assert "OMI001" in done.stdout
