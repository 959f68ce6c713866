"""The index of a pile: one light record an article, and in how many articles each stem stands."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date

from framecheck.corpus.shelf import Place
from framecheck.corpus.terms import Terms
from framecheck.records.article import Article


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the pile: where it lies, what it says of itself, and its terms by number. ``stems`` are ascending numbers
    in ``Index.vocabulary``, ``counts`` parallel to them (see ``Terms``); ``day`` is a proleptic ordinal (0: not known)."""

    place: Place
    path: str
    outlet: str
    headline: str
    story: str
    day: int
    stems: array[int]
    counts: tuple[array[int], ...]
    sketch: array[int]


class Index:
    """Entries in the order of the pile. ``articles[n]`` counts in how many of them stem *n* stands."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.vocabulary: dict[str, int] = {}
        self.articles = array("I")

    def add(self, article: Article, place: Place, found: Terms) -> None:
        """Note *article*, which lies at *place* and holds the terms *found*."""
        numbers = []
        for stem in found.stems:
            number = self.vocabulary.setdefault(stem, len(self.vocabulary))
            if number == len(self.articles):
                self.articles.append(0)
            self.articles[number] += 1
            numbers.append(number)
        order = sorted(range(len(numbers)), key=numbers.__getitem__)
        self.entries.append(
            Entry(
                place,
                article.path,
                article.outlet,
                article.headline or "",
                article.story,
                _ordinal(article.date),
                array("I", (numbers[i] for i in order)),
                tuple(array("B", (column[i] for i in order)) for column in found.counts),
                found.sketch,
            )
        )


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
