"""One registry of rules. A rule is a module of this package whose docstring is its documentation.

A rule module binds ``RULE = Rule(...)`` and defines ``judge(difference, story) -> Verdict | None``. The docstring's first
line is the summary; its ``Fires:`` and ``Silent:`` sections are little stories (one ``Outlet: text`` a line) that the
tests run through the whole pipeline.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule is called and which differences it judges: ``relations`` are ``(kind, relation)`` pairs."""

    code: str
    name: str
    category: Category
    severity: Severity
    relations: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A difference worth an editor's time. ``message`` is neutral and stands alone; ``severity`` overrides the rule's,
    ``score`` the fitted one, for rules that annotated stories cannot teach."""

    message: str
    severity: Severity | None = None
    score: float | None = None


Judge = Callable[[Difference, Story], Verdict | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A registered rule with its judge and its documentation."""

    rule: Rule
    judge: Judge
    doc: str

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.doc.strip().splitlines()[0]

    def examples(self, section: str) -> list[dict[str, str]]:
        """The little stories under ``Fires:`` or ``Silent:``: outlet to text, several stories apart by a blank line."""
        found = re.search(rf"^{section}:\n((?:[ ]{{4}}.*\n|\n)+)", self.doc + "\n", re.MULTILINE)
        if not found:
            return []
        stories = re.split(r"\n\s*\n", found.group(1).strip("\n"))
        return [dict(line.strip().split(": ", 1) for line in story.splitlines() if line.strip()) for story in stories]


def _modules() -> Iterable[ModuleType]:
    package = import_module("framecheck.rules")
    for info in iter_modules(package.__path__):
        module = import_module(f"framecheck.rules.{info.name}")
        if hasattr(module, "RULE"):
            yield module


@cache
def catalogue() -> tuple[Entry, ...]:
    """Every rule, ordered by code."""
    entries = [Entry(module.RULE, module.judge, module.__doc__ or "") for module in _modules()]
    return tuple(sorted(entries, key=lambda entry: entry.rule.code))


@cache
def by_relation() -> dict[tuple[str, str], Entry]:
    """The rule that judges each ``(kind, relation)``."""
    return {relation: entry for entry in catalogue() for relation in entry.rule.relations}


def find(code_or_name: str) -> Entry | None:
    """The rule with this code (any case) or name."""
    wanted = code_or_name.lower()
    return next((e for e in catalogue() if wanted in (e.rule.code.lower(), e.rule.name)), None)
