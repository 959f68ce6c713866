"""The public Python API: its names, what it takes and gives, the examples of its page."""

from __future__ import annotations

import doctest
import importlib.util
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import framecheck
from framecheck.records.finding import Role

ROOT = Path(__file__).parents[1]
PUBLIC = ["FramecheckError", "LocatedFinding", "Settings", "Severity", "StoryResult", "check", "compare", "lint"]
POST = "The ferry company may close the northern harbour in spring, the union said on Tuesday."
WIRE = POST.replace("may", "will")


def test_public_names() -> None:
    assert framecheck.__all__ == PUBLIC == sorted(PUBLIC)
    assert set(PUBLIC) <= set(dir(framecheck))
    for name in PUBLIC:
        assert getattr(framecheck, name).__name__ == name
    with pytest.raises(AttributeError):
        framecheck.no_such_name  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("name", PUBLIC)
def test_no_module_hides_a_public_name(name: str) -> None:
    assert importlib.util.find_spec(f"framecheck.{name}") is None


def test_importing_it_imports_nothing_heavy() -> None:
    code = (
        "import sys, framecheck; "
        "sys.exit(any(m in sys.modules for m in ('typer', 'rich', 'nltk', 'numpy', 'framecheck.pipeline')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_examples_of_the_page_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, run = doctest.testfile(str(ROOT / "docs" / "api.md"), module_relative=False, encoding="utf-8")
    assert run > 8
    assert not failed


def test_texts_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "ap.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "afp.txt").write_text(WIRE.replace("Tuesday", "Monday"), encoding="utf-8")
    result = framecheck.compare(("Post", POST), tmp_path)
    assert [a.outlet for a in result.articles] == ["afp", "ap", "Post"]
    result = framecheck.check(("Post", POST), tmp_path / "ap.txt", str(tmp_path / "afp.txt"))
    assert [a.outlet for a in result.articles] == ["draft", "ap", "afp"]
    assert result.draft == 0
    assert result.report is not None
    assert all(f.sides[0].article == 0 for f in result.findings)


def test_one_outlet_may_have_two_texts() -> None:
    result = framecheck.compare(("Post", POST), ("Wire", WIRE), ("Wire", WIRE.replace("spring", "autumn")))
    assert [a.id for a in result.articles] == ["Post", "Wire", "Wire-2"]


def test_a_draft_that_is_its_wire_has_no_finding() -> None:
    assert framecheck.check(("me", POST), ("AP", POST)).findings == ()


def test_what_cannot_be_judged() -> None:
    for asked in (
        lambda: framecheck.compare(("Post", POST)),
        lambda: framecheck.compare("no such file"),
        lambda: framecheck.check(("Post", POST)),
        lambda: framecheck.check(("Post", "  "), ("Wire", WIRE)),
        lambda: framecheck.check("seeds", ("Wire", WIRE)),
    ):
        with pytest.raises(framecheck.FramecheckError):
            asked()


def test_what_could_not_be_read_is_told() -> None:
    result = framecheck.compare(("Post", POST), ("Wire", WIRE), ("AP", " "))
    assert [(n.place, n.message) for n in result.notices] == [("AP", "is empty; skipped")]


def test_settings() -> None:
    loose = framecheck.Settings(min_score=0.0)
    found = framecheck.check(("me", POST), ("AP", WIRE), settings=loose).findings
    assert found[0].severity is framecheck.Severity.WARNING
    assert [s.role for s in found[0].sides] == [Role.VARIANT] * 2


def test_a_baseline_marks_what_it_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    from framecheck.__main__ import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry").mkdir()
    Path("ferry/post.txt").write_text(POST)
    Path("ferry/wire.txt").write_text(WIRE)
    assert main(["baseline", "create", "ferry"]) == 0
    asked = framecheck.Settings(baseline=tmp_path / "framecheck-baseline.json")
    result = framecheck.compare("ferry", settings=asked, story="ferry")
    assert result.findings and all(f.suppressed for f in result.findings)
    assert not any(f.suppressed for f in framecheck.compare("ferry").findings)
    shown = framecheck.compare("ferry", settings=replace(asked, suppress=False)).findings
    assert not any(f.suppressed for f in shown)
    (story,) = framecheck.lint("ferry", settings=asked, group_by="folder")
    assert story.findings and all(f.suppressed for f in story.findings)
    checked = framecheck.check("ferry/post.txt", ("Wire", POST), settings=asked, story="ferry")
    assert any("stale" in n.message for n in checked.notices)
    with pytest.raises(framecheck.FramecheckError, match="gone"):
        framecheck.compare("ferry", settings=framecheck.Settings(baseline=tmp_path / "gone.json"))
