"""Articles that tell of one event, found by their words.

Every article is a vector of three parts, each of length one and weighted: its words, its names, the words of its lead. A stem
weighs by how rare it is in the pile and in texts at large, so that a pile of one story works too; a number weighs more, because
reports of one kind (earnings, prices, rates) have all but their numbers in common.

Pairs come from an inverted index over each article's heaviest stems, within a window of days: never all against all. From the
similarity of a pair goes what the two are like anyway, the mean similarity of each to neighbours that are too many to tell its
story (as local scaling and hubness reduction do, Schnitzer et al. 2012): the denser the pile and the more alike its articles,
the more alike two must be. Every day between them counts against them too. Linked articles are joined by average linkage
(UPGMA, Sokal and Michener 1958) down to one fixed similarity.

``python tests/benchmarks/stories.py`` prints how well that works, beside plain TF-IDF.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from framecheck.corpus.index import Entry, Index
from framecheck.corpus.terms import COPY, resemblance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

SIMILAR: Final = 0.24
"""The least mean similarity of the articles of one story, above what they are like anyway."""

WINDOW: Final = 7
"""Days that two articles of one story lie apart at most, where both are dated."""

_PARTS: Final = (0.4, 0.2, 0.4)  # what words, names and words of the lead count
_NUMBER: Final = 3  # what a number weighs, seen from a word as rare
_DAY: Final = 0.02  # of similarity, that every day between two articles but the first takes
_HEAVIEST: Final = 16  # stems of an article that the inverted index holds
_NUMBERS: Final = 4  # numbers that it holds beside them
_NEAR: Final = 60  # articles on one stem that each of them is paired with, nearest in time first
_SHARED: Final = 2  # heavy stems that a pair has in common
_LEAST: Final = 0.1  # similarity that counts at all
_NEIGHBOURS: Final = (20, 40)  # the neighbours, by rank, that tell what an article is like anyway
_EQUAL: Final = 0.5  # similarity from which two articles may be one text
_LARGEST: Final = 1000  # articles that are compared each with each; more are parted at a higher similarity first
_STEP: Final = 0.05


def clusters(index: Index, members: Sequence[int]) -> list[list[int]]:
    """The *members*, numbers of entries, as stories: each ascending, in the order of their first article."""
    entries = [index.entries[i] for i in members]
    likeness = _Likeness(entries, _Vectors(index, entries))
    found = [
        [members[i] for i in story]
        for part in _parts(range(len(entries)), *likeness.edges(SIMILAR), SIMILAR)
        for story in _joined(part, likeness)
    ]
    return sorted(found)


class _Vectors:
    """The weighted terms of every article, one behind the other, looked up one against many."""

    def __init__(self, index: Index, entries: Sequence[Entry]) -> None:
        import numpy as np

        from framecheck.align.rarity import frequencies

        texts, general = frequencies()
        # a stem too rare for the table of texts at large counts as one
        known = np.fromiter((general.get(stem, 1) for stem in index.vocabulary), np.float32, len(index.vocabulary))
        own = np.frombuffer(index.articles, np.uint32).astype(np.float32) if index.articles else known
        self._rarity = np.log((len(index.entries) + texts + 1) / (own + known))
        self._number = np.fromiter((s[0].isdecimal() for s in index.vocabulary), bool, len(index.vocabulary))
        self._size = len(self._rarity)
        self._scratch = np.zeros(self._size * len(_PARTS), np.float32)
        self.heaviest: list[list[int]] = []
        """The numbers and the other stems of every article that weigh most among its words."""
        sizes = [sum(len(column) - column.count(0) for column in entry.counts) for entry in entries]
        self._starts = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
        self._terms = np.zeros(self._starts[-1], np.uint32)
        self._weights = np.zeros(self._starts[-1], np.float32)
        for number, entry in enumerate(entries):
            self._fill(int(self._starts[number]), entry)

    def _fill(self, at: int, entry: Entry) -> None:
        import numpy as np

        stems = np.frombuffer(entry.stems, np.uint32) if entry.stems else np.zeros(0, np.uint32)
        rarity, numeric = self._rarity[stems], self._number[stems]
        for number, (share, column) in enumerate(zip(_PARTS, entry.counts, strict=True)):
            counts = np.frombuffer(column, np.uint8) if column else np.zeros(0, np.uint8)
            held = np.flatnonzero(counts)
            part = (1 + np.log(counts[held].astype(np.float32))) * rarity[held]
            if number == 0:
                order = held[np.lexsort((held, -part))]
                heaviest = [order[numeric[order]][:_NUMBERS], order[~numeric[order]][:_HEAVIEST]]
                self.heaviest.append(stems[np.concatenate(heaviest)].tolist())
            part[numeric[held]] *= _NUMBER
            self._terms[at : at + len(held)] = stems[held] + np.uint32(number * self._size)
            self._weights[at : at + len(held)] = part * (math.sqrt(share) / max(float(np.linalg.norm(part)), 1e-9))
            at += len(held)

    def similarities(self, number: int, others: Ints) -> Floats:
        """How similar one article is to each of *others*, 0 to 1."""
        import numpy as np

        if not len(others):
            return np.zeros(0, np.float32)
        own = slice(self._starts[number], self._starts[number + 1])
        self._scratch[self._terms[own]] = self._weights[own]
        begin, size = self._starts[others], self._starts[others + 1] - self._starts[others]
        ends = np.cumsum(size)
        taken = np.repeat(begin - ends + size, size) + np.arange(ends[-1])
        summed = np.zeros(ends[-1] + 1)
        np.cumsum(self._scratch[self._terms[taken]] * self._weights[taken], out=summed[1:])
        self._scratch[self._terms[own]] = 0
        found: Floats = (summed[ends] - summed[ends - size]).astype(np.float32)
        return found


class _Likeness:
    """How alike articles are beyond what they are like anyway."""

    def __init__(self, entries: Sequence[Entry], vectors: _Vectors) -> None:
        import numpy as np

        self._vectors = vectors
        self._days = np.array([entry.day for entry in entries], np.int64)
        self._pairs = self._similar(vectors.heaviest)
        self._anyway = self._background([entry.sketch for entry in entries])

    def between(self, number: int, others: Ints) -> Floats:
        """How alike one article is to each of *others*; 0 where they are not, or lie too far apart in time."""
        import numpy as np

        return np.maximum(self._beyond(number, others, self._vectors.similarities(number, others)), 0)

    def edges(self, least: float) -> tuple[Ints, Floats]:
        """Pairs of articles, (pairs, 2), that are alike by *least* or more, and how much."""
        pairs, similarities = self._pairs
        alike = self._beyond(pairs[:, 0], pairs[:, 1], similarities)
        return pairs[alike >= least], alike[alike >= least]

    def _beyond(self, first: int | Ints, second: Ints, similarities: Floats) -> Floats:
        import numpy as np

        dated = (self._days[first] > 0) & (self._days[second] > 0)
        apart = np.where(dated, np.abs(self._days[first] - self._days[second]), 0)
        alike = similarities - (self._anyway[first] + self._anyway[second]) / 2 - _DAY * np.maximum(apart - 1, 0)
        found: Floats = np.where(apart > WINDOW, 0, alike).astype(np.float32)
        return found

    def _similar(self, heaviest: Sequence[Sequence[int]]) -> tuple[Ints, Floats]:
        """Pairs of articles that share heavy stems and are similar at all, (pairs, 2), and how similar."""
        import numpy as np

        on: dict[int, list[int]] = defaultdict(list)  # stem → articles before this one, in order of time
        first, second, similarity = array("I"), array("I"), array("f")
        for number in np.argsort(self._days, kind="stable").tolist():
            heavy = heaviest[number]
            before = np.fromiter(chain.from_iterable(on[stem][-_NEAR:] for stem in heavy), np.int64)
            for stem in heavy:
                on[stem].append(number)
            others, shared = np.unique(before, return_counts=True)
            near = (self._days[number] - self._days[others] <= WINDOW) | (self._days[others] == 0)
            others = others[near & (shared >= min(_SHARED, len(heavy)))]
            found = self._vectors.similarities(number, others)
            others, found = others[found >= _LEAST], found[found >= _LEAST]
            first.extend([number] * len(others))
            second.extend(others.tolist())
            similarity.extend(found.tolist())
        pairs = np.stack([np.array(first, np.int64), np.array(second, np.int64)], axis=1)
        return pairs, np.array(similarity, np.float32)

    def _background(self, sketches: Sequence[array[int]]) -> Floats:
        """The mean similarity of every article to neighbours of middling rank. A copy of its text is no neighbour, however many
        outlets print it; where neighbours are few, those that lack count as not similar."""
        import numpy as np

        (pairs, similarities), (low, high) = self._pairs, _NEIGHBOURS
        counted = np.ones(len(pairs), bool)
        for at in np.flatnonzero(similarities >= _EQUAL).tolist():
            first, second = pairs[at].tolist()
            counted[at] = resemblance(sketches[first], sketches[second]) < COPY
        pairs, similarities = pairs[counted], similarities[counted]
        article = np.concatenate([pairs[:, 0], pairs[:, 1]])
        similar = np.concatenate([similarities, similarities])
        order = np.lexsort((-similar, article))
        article, similar = article[order], similar[order]
        rank = np.arange(len(article)) - np.searchsorted(article, article)
        middling = (rank >= low) & (rank < high)
        summed = np.bincount(article[middling], similar[middling], len(self._days))
        found: Floats = (summed / (high - low)).astype(np.float32)
        return found


def _parts(members: Sequence[int], pairs: Ints, alike: Floats, least: float) -> Iterator[tuple[list[int], float]]:
    """Connected parts of at most ``_LARGEST`` articles, with the similarity that connects them.

    Average linkage joins nothing across them: a mean is at least ``least`` only where one similarity is. A larger part, which is
    no single story, is parted again at a higher similarity.
    """
    import numpy as np

    leader = {i: i for i in members}

    def find(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    pairs, alike = pairs[alike >= least], alike[alike >= least]
    for a, b in pairs.tolist():
        leader[find(a)] = find(b)
    parts: dict[int, list[int]] = defaultdict(list)
    for i in members:
        parts[find(i)].append(i)
    large = {key for key, part in parts.items() if len(part) > _LARGEST and least < 1}
    inner: dict[int, list[int]] = defaultdict(list)
    if large:
        for at, a in enumerate(pairs[:, 0].tolist()):
            if (key := find(a)) in large:
                inner[key].append(at)
    for key, part in parts.items():
        if key in large:
            held = np.array(inner[key], np.int64)
            yield from _parts(part, pairs[held], alike[held], least + _STEP)
        else:
            yield sorted(part), least


def _joined(part: tuple[list[int], float], likeness: _Likeness) -> Iterator[list[int]]:
    """The stories of one connected part."""
    import numpy as np

    members, least = part
    if len(members) == 1 or len(members) > _LARGEST:  # so many that are all but the same are one text
        yield members
        return
    table = np.full((len(members), len(members)), -1, np.float32)
    numbers = np.array(members, np.int64)
    for row, number in enumerate(members[:-1], 1):
        table[row - 1, row:] = table[row:, row - 1] = likeness.between(number, numbers[row:])
    for group in average_linkage(table, least):
        yield [members[i] for i in group]


def average_linkage(table: Floats, least: float) -> list[list[int]]:
    """Groups of rows, joined best pair first while the mean similarity of two groups is at least *least*.

    *table* is symmetric with similarities from 0 and -1 on its diagonal; it is written over.
    """
    import numpy as np

    groups = [[i] for i in range(len(table))]
    best = table.argmax(axis=1)
    score = table[np.arange(len(table)), best]
    while score[a := int(score.argmax())] >= least:
        b = int(best[a])
        share = len(groups[a]) / (len(groups[a]) + len(groups[b]))
        merged = share * table[a] + (1 - share) * table[b]
        merged[[a, b]] = -1
        merged[score == -2] = -1
        table[a] = table[:, a] = merged
        table[b] = table[:, b] = -1
        score[b] = -2
        groups[a] += groups[b]
        groups[b] = []
        stale = (score > -2) & ((best == a) | (best == b))
        stale[a] = True
        for i in np.flatnonzero(stale):
            best[i] = table[i].argmax()
            score[i] = table[i, best[i]]
        closer = (score > -2) & (table[:, a] > score)
        best[closer], score[closer] = a, table[closer, a]
    return sorted(sorted(group) for group in groups if group)
