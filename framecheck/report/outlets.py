"""How outlets are called on a screen, and lists of them that fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framecheck.records.article import Article
from framecheck.records.result import ArticleInfo
from framecheck.records.story import Story
from framecheck.report.safe import safe


def outlet_names(story: Story) -> list[str]:
    """One name a document, as ``distinct`` gives them."""
    return distinct([document.article for document in story.documents])


def distinct(articles: Sequence[Article] | Sequence[ArticleInfo]) -> list[str]:
    """One name an article: the outlet, or the article's id where an outlet has several articles."""
    told = Counter(article.outlet for article in articles)
    return [safe(a.outlet if told[a.outlet] == 1 else a.id) for a in articles]


def listed(names: Sequence[str], width: int) -> str:
    """*names* apart by commas; what does not fit *width* cells is counted ("reuters +3").

    >>> listed(["000", "001", "002"], 7), listed(["000", "001", "002"], 20)
    ('000 +2', '000, 001, 002')
    """
    from rich.cells import cell_len, set_cell_size

    for kept in range(len(names), 0, -1):
        rest = f" +{len(names) - kept}" if kept < len(names) else ""
        line = ", ".join(names[:kept]) + rest
        if cell_len(line) <= width:
            return line
    rest = f" +{len(names) - 1}" if len(names) > 1 else ""
    return set_cell_size(names[0], max(1, width - len(rest))).rstrip() + rest
