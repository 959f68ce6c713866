"""What ``stories`` lists: who tells a story, and who copies whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from framecheck.corpus.bundles import Bundle
from framecheck.corpus.judge import Asked, articles_of
from framecheck.corpus.survey import Grouping
from framecheck.corpus.terms import resemblance, terms
from framecheck.locate import info
from framecheck.records.article import Notice
from framecheck.records.result import ArticleInfo

COPY: Final = 0.5
"""The share of runs of five words from which two articles are one text, edited."""


@dataclass(frozen=True, slots=True)
class StoryInfo:
    """A story: its articles, and ``voices``, groups of their indexes, each of which retells one text in nearly its words."""

    id: str
    by: Grouping
    articles: tuple[ArticleInfo, ...]
    voices: tuple[tuple[int, ...], ...]
    notices: tuple[Notice, ...]


def describe(bundle: Bundle, asked: Asked) -> StoryInfo:
    """Who tells the story of *bundle*. An article joins the first voice that one of whose articles it copies."""
    articles, notices = articles_of(bundle, asked)
    sketches = [terms(article).sketch for article in articles]
    voices: list[list[int]] = []
    for number, sketch in enumerate(sketches):
        copied = (v for v in voices if any(resemblance(sketch, sketches[other]) >= COPY for other in v))
        found = next(copied, None)
        if found is None:
            voices.append([number])
        else:
            found.append(number)
    return StoryInfo(bundle.id, bundle.by, tuple(map(info, articles)), tuple(tuple(v) for v in voices), tuple(notices))
