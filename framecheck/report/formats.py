"""The formats a report is written in: one row a renderer. A new format is a module with ``renderer`` and a row here.

A renderer gives its text in pieces (``begin``, one ``story`` after the other, ``end``), so that a corpus of any size
streams and one run can be written in several formats at once.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import Protocol

from framecheck.records.result import Outcome, Run, StoryResult
from framecheck.report.view import View


class Format(StrEnum):
    """What a report is written as."""

    TABLE = "table"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    RDJSON = "rdjson"
    MARKDOWN = "markdown"
    WORKSHEET = "worksheet"
    HTML = "html"


_MODULES = {
    Format.TABLE: "terminal",
    Format.CONCISE: "concise",
    Format.JSON: "json_format",
    Format.JSONL: "jsonl",
    Format.SARIF: "sarif",
    Format.GITHUB: "github",
    Format.GITLAB: "gitlab",
    Format.JUNIT: "junit",
    Format.RDJSON: "rdjson",
    Format.MARKDOWN: "markdown",
    Format.WORKSHEET: "worksheet",
    Format.HTML: "page.renderer",
}


class Renderer(Protocol):
    """Turns the results of one run into text, piece by piece."""

    def begin(self, run: Run) -> str:
        """What stands before the first story."""

    def story(self, story: StoryResult) -> str:
        """One story."""

    def end(self, outcome: Outcome) -> str:
        """What stands behind the last story."""


def renderer(format: Format, view: View) -> Renderer:
    """A fresh renderer; *view* matters for formats that people read."""
    made: Renderer = import_module(f"framecheck.report.{_MODULES[format]}").renderer(view)
    return made
