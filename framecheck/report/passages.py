"""What every format that points into files needs of a located finding: where to look first, and who says what elsewhere."""

from __future__ import annotations

import re
from pathlib import PurePath

from framecheck.records.finding import Category, Role
from framecheck.records.result import ArticleInfo, LocatedFinding, Passage, Point, StoryResult
from framecheck.report.outlets import distinct
from framecheck.report.safe import safe

_INSIDE = re.compile(r"(?::(?P<line>\d+))?(?:\[\d+\])?$")

START = Point(1, 1, 1, 1)
"""Where a finding is shown that has no place of its own: the head of the article."""


def names(story: StoryResult) -> list[str]:
    """One name an article, as ``outlets.distinct`` gives them."""
    return distinct(story.articles)


def related(finding: LocatedFinding) -> list[Passage]:
    """Every other side once an article and wording, in the order of the finding."""
    first = finding.sides[0]
    seen = {_key(first)}
    others = []
    for side in finding.sides[1:]:
        if _key(side) not in seen:
            seen.add(_key(side))
            others.append(side)
    return others


def _key(side: Passage) -> tuple[int, Role, int, str]:
    return side.article, side.role, side.variant, (side.text or "").casefold()


def aside(category: Category) -> str:
    """What the context of a finding is: the same fact given elsewhere, or words beside which an addition would stand."""
    return "beside" if category is Category.ADDITION else "also"


def says(passage: Passage, outlet: str, category: Category) -> str:
    """Who says what, in words: ``AP: “at least 12”``."""
    if passage.role is Role.MISSING:
        return f"{outlet}: not told"
    also = f"{aside(category)} " if passage.role is Role.CONTEXT else ""
    return f"{outlet}: {also}“{' '.join((passage.text or '').split())}”"


def bounds(passage: Passage, article: ArticleInfo) -> tuple[Point, Point]:
    """Where the passage starts and ends in the article's file: its head where the passage has no place.

    Only the text of a text file is the file's own; of any other format it is known at most on which line the article stands.
    """
    if article.origin != "text":
        line = _inside(article)["line"]
        start = Point(int(line), 1, 1, 1) if line else START
        return start, start
    return passage.start or START, passage.end or START


def file_of(article: ArticleInfo) -> str:
    """The path of the file that holds the article, as code hosts want it."""
    return path_of(article).removesuffix(_inside(article)[0])


def path_of(article: ArticleInfo) -> str:
    """The article's path with forward slashes, below the current folder without its name, no control codes."""
    path = PurePath(article.path)
    if path.is_absolute():
        from pathlib import Path

        here = Path.cwd()
        path = path.relative_to(here) if path.is_relative_to(here) else path
    return safe(path.as_posix())


def _inside(article: ArticleInfo) -> re.Match[str]:
    """Where in its file an article stands: the end of its path, empty for a text file."""
    found = _INSIDE.search(article.path) if article.origin != "text" else _INSIDE.search("")
    assert found is not None  # the pattern fits the empty string
    return found


def active(story: StoryResult) -> list[LocatedFinding]:
    """The findings that nobody said to know."""
    return [finding for finding in story.findings if not finding.suppressed]
