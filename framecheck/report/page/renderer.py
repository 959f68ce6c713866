"""The renderer of the HTML page."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from framecheck import __version__
from framecheck.records.notices import few
from framecheck.records.result import Outcome, Run, StoryResult
from framecheck.report.concise import summary
from framecheck.report.discrepancies import MEANING
from framecheck.report.page.cards import cards
from framecheck.report.page.columns import columns
from framecheck.report.page.matrices import called, told
from framecheck.report.passages import names, path_of
from framecheck.report.safe import safe
from framecheck.report.view import View

if TYPE_CHECKING:
    from jinja2 import Environment


def renderer(view: View) -> Page:
    """A renderer of this format."""
    return Page()


class Page:
    """One document: a section a story. Stories that hold their report show the articles too, others the findings alone."""

    def __init__(self) -> None:
        self._templates = _environment()
        self._stories = 0

    def begin(self, run: Run) -> str:
        """The head, with the style sheet and the policy that allows that sheet and nothing else."""
        style = files(__package__).joinpath("page.css").read_text("utf-8")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        return self._part("head", style=style, policy=policy, run=run, version=__version__)

    def story(self, story: StoryResult) -> str:
        """One story."""
        self._stories += 1
        prefix = f"s{self._stories}"
        listed = cards(story, prefix)
        alignment = story.report.alignment if story.report else None
        return self._part(
            "story",
            id=safe(story.id),
            prefix=prefix,
            story=story,
            outlets=[safe(name) for name in names(story)],
            headlines=[safe(article.headline or "") for article in story.articles],
            files=[path_of(article) for article in story.articles],
            notices=[(n.level, safe(n.place), safe(n.message)) for n in few(story.notices)],
            groups=[(s, MEANING[s], list(group)) for s, group in groupby(listed, key=lambda card: card.severity)],
            suppressed=len(story.findings) - len(listed),
            columns=columns(story.report, prefix) if story.report else [],
            called=called(alignment) if alignment else [],
            told=told(alignment, prefix) if alignment else [],
        )

    def end(self, outcome: Outcome) -> str:
        """What belongs to no story, the totals, and the close."""
        notices = [(n.level, safe(n.place), safe(n.message)) for n in few(outcome.notices)]
        return self._part("foot", notices=notices, summary=summary(outcome), totals=outcome.totals)

    def _part(self, name: str, **values: object) -> str:
        return self._templates.get_template(f"{name}.html.j2").render(values) + "\n"


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("framecheck.report", "page")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
