"""Articles that tell of one event, found by their words.

Every article is a vector of four parts, each of length one and weighted: its words, its names, the words and the names of
its lead; a stem weighs by how rare it is in the pile and in texts at large, so that a pile of one story works too. Pairs
come from an inverted index over each article's heaviest stems, within a window of days: never all against all. Linked
articles are joined by average linkage (UPGMA, Sokal and Michener 1958) down to one fixed similarity.

``python tests/benchmarks/stories.py`` prints how well that works, beside plain TF-IDF.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from framecheck.corpus.index import Entry, Index

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

SIMILAR: Final = 0.28
"""The least mean similarity of the articles of one story."""

WINDOW: Final = 7
"""Days that two articles of one story lie apart at most, where both are dated."""

_PARTS: Final = (0.4, 0.2, 0.2, 0.2)  # what words, names, words of the lead and names of the lead count
_HEAVIEST: Final = 16  # stems of an article that the inverted index holds
_NEAR: Final = 60  # articles on one stem that each of them is paired with, nearest in time first
_SHARED: Final = 2  # heavy stems that a pair has in common
_LARGEST: Final = 1000  # articles that are compared each with each; more are parted at a higher similarity first
_STEP: Final = 0.05


def clusters(index: Index, members: Sequence[int]) -> list[list[int]]:
    """The *members*, numbers of entries, as stories: each ascending, in the order of their first article."""
    entries = [index.entries[i] for i in members]
    vectors = _Vectors(index, entries)
    edges = list(_edges(entries, vectors))
    found = [
        [members[i] for i in story]
        for part in _parts(range(len(entries)), edges, SIMILAR)
        for story in _joined(part, entries, vectors)
    ]
    return sorted(found)


class _Vectors:
    """The weighted terms of every article, looked up one against many."""

    def __init__(self, index: Index, entries: Sequence[Entry]) -> None:
        import numpy as np

        from framecheck.align.rarity import frequencies

        texts, general = frequencies()
        known = np.ones(
            len(index.articles), np.float32
        )  # a stem too rare for the table of texts at large counts as one
        for stem, number in index.vocabulary.items():
            known[number] = general.get(stem, 1)
        own = np.frombuffer(index.articles, np.uint32).astype(np.float32) if index.articles else known
        self._rarity = np.log((len(index.entries) + texts + 1) / (own + known))
        self._size = len(self._rarity)
        self._scratch = np.zeros(self._size * len(_PARTS), np.float32)
        made = [self._vector(entry) for entry in entries]
        self.terms = [terms for terms, _ in made]
        self.weights = [weights for _, weights in made]

    def _vector(self, entry: Entry) -> tuple[Ints, Floats]:
        import numpy as np

        stems = np.frombuffer(entry.stems, np.uint32).astype(np.int64) if entry.stems else np.zeros(0, np.int64)
        terms, weights = [], []
        for number, (share, column) in enumerate(zip(_PARTS, entry.counts, strict=True)):
            counts = np.frombuffer(column, np.uint8) if column else np.zeros(0, np.uint8)
            held = np.flatnonzero(counts)
            if not len(held):
                continue
            part = (1 + np.log(counts[held].astype(np.float32))) * self._rarity[stems[held]]
            terms.append(stems[held] + number * self._size)
            weights.append(part * (math.sqrt(share) / max(float(np.linalg.norm(part)), 1e-9)))
        if not terms:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        return np.concatenate(terms), np.concatenate(weights).astype(np.float32)

    def heaviest(self, number: int) -> list[int]:
        """The stems of an article that weigh most among its words."""
        import numpy as np

        terms, weights = self.terms[number], self.weights[number]
        words = int(np.searchsorted(terms, self._size))
        order = np.lexsort((terms[:words], -weights[:words]))
        return [int(t) for t in terms[:words][order[:_HEAVIEST]]]

    def similarities(self, number: int, others: Sequence[int]) -> list[float]:
        """How similar one article is to each of *others*, 0 to 1."""
        self._scratch[self.terms[number]] = self.weights[number]
        found = [float(self._scratch[self.terms[o]] @ self.weights[o]) for o in others]
        self._scratch[self.terms[number]] = 0
        return found


def _near(a: Entry, b: Entry) -> bool:
    return not (a.day and b.day) or abs(a.day - b.day) <= WINDOW


def _edges(entries: Sequence[Entry], vectors: _Vectors) -> Iterator[tuple[int, int, float]]:
    """Pairs of similar articles."""
    order = sorted(range(len(entries)), key=lambda i: (entries[i].day, i))
    on: dict[int, list[int]] = defaultdict(list)  # stem → articles before this one, in order of time
    for number in order:
        heavy = vectors.heaviest(number)
        shared: Counter[int] = Counter()
        for stem in heavy:
            shared.update(on[stem][-_NEAR:])
            on[stem].append(number)
        least = min(_SHARED, len(heavy))
        others = [o for o, n in shared.items() if n >= least and _near(entries[number], entries[o])]
        for other, similarity in zip(others, vectors.similarities(number, others), strict=True):
            if similarity >= SIMILAR:
                yield number, other, similarity


def _parts(
    members: Sequence[int], edges: Sequence[tuple[int, int, float]], least: float
) -> Iterator[tuple[list[int], float]]:
    """Connected parts of at most ``_LARGEST`` articles, with the similarity that connects them.

    Average linkage joins nothing across them: a mean is at least ``least`` only where one similarity is. A larger part, which is
    no single story, is parted again at a higher similarity.
    """
    leader = {i: i for i in members}

    def find(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    kept = [(a, b, s) for a, b, s in edges if s >= least]
    for a, b, _ in kept:
        leader[find(a)] = find(b)
    parts: dict[int, list[int]] = defaultdict(list)
    for i in members:
        parts[find(i)].append(i)
    inner: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for edge in kept:
        inner[find(edge[0])].append(edge)
    for key, part in parts.items():
        if len(part) <= _LARGEST or least >= 1:
            yield sorted(part), least
        else:
            yield from _parts(part, inner[key], least + _STEP)


def _joined(part: tuple[list[int], float], entries: Sequence[Entry], vectors: _Vectors) -> Iterator[list[int]]:
    """The stories of one connected part."""
    import numpy as np

    members, least = part
    if len(members) == 1 or len(members) > _LARGEST:  # so many that are all but the same are one text
        yield members
        return
    table = np.full((len(members), len(members)), -1, np.float32)
    for row, number in enumerate(members[:-1], 1):
        table[row - 1, row:] = table[row:, row - 1] = vectors.similarities(number, members[row:])
    for a, first in enumerate(members):
        for b, second in enumerate(members[:a]):
            if not _near(entries[first], entries[second]):
                table[a, b] = table[b, a] = 0
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
