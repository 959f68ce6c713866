"""Dependency trees: a greedy arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011) over tagged words.

The perceptron learns with a dynamic oracle (Goldberg and Nivre 2013); the features follow Zhang and Nivre (2011) and
Honnibal. The tree is built without labels; a second perceptron then names every arc, so that it sees the whole tree.
The weights in ``framecheck/data/parser.gz`` are made by ``python -m framecheck.train.parser``, which names the treebank.

A feature is an integer: a template number with words and tags shifted in, taken modulo a prime. The weights of a
feature's moves are packed into one integer. Sentences are parsed side by side, so that the states of all are scored at once.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Self
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

View = tuple[int, ...]
"""What the perceptron of the moves looks at, see ``State.view``."""

SHIFT: Final = 0
LEFT: Final = 1  # the next word becomes the head of the word on top of the stack
RIGHT: Final = 2  # the word below becomes the head of the word on top of the stack
SPACE: Final = 134217689  # the largest prime below 2**27
PACK: Final = 1 << 16  # sums of a hundred weights of a byte each stay far below half of it
FILE: Final = "parser.gz"

_FIELDS: Final = 28  # of a view
_ROWS: Final = 100_003  # of the table of moves, a prime
_TOGETHER: Final = 128  # sentences that are parsed at once
_NEAR = (0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6)


@dataclass(frozen=True, slots=True)
class Arcs:
    """Weights that name an arc: ``weights`` has a row for each of ``keys``, which are features in ascending order, and a column
    for each relation. The last key is no feature, its row is 0."""

    keys: Ints
    weights: NDArray[np.int16]

    def best(self, features: Ints) -> list[int]:
        """For each row of *features* the number of the relation with the highest sum, the first of equals."""
        import numpy as np

        rows = self.keys.searchsorted(features)
        rows[self.keys[rows] != features] = len(self.keys) - 1
        found: list[int] = self.weights[rows].sum(axis=1, dtype=np.int16).argmax(axis=1).tolist()
        return found


@dataclass(frozen=True, slots=True)
class Moves:
    """Weights of the moves, ready for many states at once. ``shifts`` has a row for each field of a view and a column for each
    template, so that a matrix product gives features. A feature is looked up in the row of ``keys`` that it leaves over;
    at the same place ``weights`` packs ``left * PACK + right`` (shift is 0)."""

    shifts: Floats
    keys: NDArray[np.int32]
    weights: NDArray[np.int32]

    @classmethod
    def of(cls, features: Ints, weights: Ints) -> Self:
        """From features and the packed weights of each."""
        import numpy as np

        fields = range(_FIELDS)
        units = [move_keys(tuple(int(field == other) for other in fields)) for field in fields]
        shifts = np.array([[(key << 7) % SPACE for key in keys] for keys in units], np.float64)
        rows = features % _ROWS
        order = rows.argsort(kind="stable")
        rows = rows[order]
        starts = np.flatnonzero(np.diff(rows, prepend=-1))
        places = np.arange(len(rows)) - np.repeat(starts, np.diff(starts, append=len(rows)))
        keys, cells = (np.full((_ROWS, places.max() + 1), empty, np.int32) for empty in (-1, 0))
        keys[rows, places], cells[rows, places] = features[order], weights[order]
        return cls(shifts, keys, cells)

    def weigh(self, views: Sequence[View]) -> tuple[list[int], list[int]]:
        """What speaks for each attachment rather than for a shift, for every view."""
        import numpy as np

        # whole numbers below 2**53, so that floats hold them
        keys = np.array(views, np.float64) @ self.shifts
        features = ((keys.astype(np.int64) + np.arange(keys.shape[1])) % SPACE).astype(np.int32)
        rows = features % _ROWS
        hits = self.keys[rows] == features[:, :, None]
        total = (self.weights[rows] * hits).sum(axis=(1, 2))
        right = (total + PACK // 2) % PACK - PACK // 2
        return ((total - right) // PACK).tolist(), right.tolist()


@dataclass(frozen=True, slots=True)
class Model:
    """Weights, ready to use: ``moves`` builds the tree, ``arcs`` names its arcs."""

    tags: dict[str, int]
    relations: tuple[str, ...]
    moves: Moves
    arcs: Arcs


@lru_cache(maxsize=1 << 16)
def word_number(word: str) -> int:
    """A word as a number of 20 bits, the same in every run; digits are one word."""
    return (
        crc32(
            (word if word.isalpha() else "".join("0" if c.isdigit() else c for c in word))
            .lower()
            .encode(errors="replace")
        )
        >> 12
    )


class State:
    """A partly parsed sentence. Index ``n`` is the root, ``n + 1`` stands for "no such word"; the next word is
    ``front``."""

    __slots__ = ("count", "first", "front", "heads", "last", "lefts", "rights", "second", "stack", "tags", "words")

    def __init__(self, words: Sequence[int], tags: Sequence[int]) -> None:
        n = self.count = len(words)
        self.words = [*words, 1, 2, 2, 2]
        self.tags = [*tags, 62, 63, 63, 63]
        self.heads = [-2] * (n + 2)
        self.stack: list[int] = []
        self.front = 0
        self.first = [n + 1] * (n + 2)  # outermost child on the left
        self.second = [n + 1] * (n + 2)  # the one next to it
        self.last = [n + 1] * (n + 2)  # outermost child on the right
        self.lefts = [0] * (n + 2)  # number of children on either side
        self.rights = [0] * (n + 2)

    def move(self, action: int) -> None:
        """Shift, or attach the top of the stack."""
        if action == SHIFT:
            self.stack.append(self.front)
            self.front += 1
            return
        child = self.stack.pop()
        if action == LEFT:
            head = self.front
            self.second[head] = self.first[head]
            self.first[head] = child
            self.lefts[head] += 1
        else:
            head = self.stack[-1]
            self.last[head] = child
            self.rights[head] += 1
        self.heads[child] = head

    def view(self) -> View:
        """What the perceptron looks at: words, tags, distances, numbers of children."""
        stack, words, tags = self.stack, self.words, self.tags
        none = self.count + 1
        depth = len(stack)
        s0 = stack[-1] if depth else none
        s1 = stack[-2] if depth > 1 else none
        s2 = stack[-3] if depth > 2 else none
        n0 = self.front
        first, second, last = self.first, self.second, self.last
        n1 = n0 + 1 if n0 < self.count else none
        s0l, s0r, s1r, n0l = first[s0], last[s0], last[s1], first[n0]
        gap, span = n0 - s0, s0 - s1
        l0, r0, m0, r1 = self.lefts[s0], self.rights[s0], self.lefts[n0], self.rights[s1]
        return (
            words[s0], words[s1], words[n0], words[n1], words[n1 + 1], words[s0l], words[s0r], words[s1r], words[n0l],
            tags[s0], tags[s1], tags[s2], tags[n0], tags[n1], tags[n1 + 1],
            tags[s0l], tags[s0r], tags[first[s1]], tags[s1r], tags[n0l], tags[second[n0]], tags[second[s0]],
            _NEAR[gap] if 0 < gap < 11 else 7, _NEAR[span] if 0 < span < 11 else 7,
            l0 if l0 < 4 else 4, r0 if r0 < 4 else 4, m0 if m0 < 4 else 4, r1 if r1 < 4 else 4,
        )  # fmt: skip

    def features(self) -> list[int]:
        """What the perceptron sees of this state."""
        return [(key << 7 | number) % SPACE for number, key in enumerate(move_keys(self.view()))]


def move_keys(view: View) -> tuple[int, ...]:
    """What *view* holds in the words and tags of each template, which share no bit: a key is a sum of shifted fields."""
    (
        ws0, ws1, wn0, wn1, wn2, ws0l, ws0r, ws1r, wn0l,
        ts0, ts1, ts2, tn0, tn1, tn2, ts0l, ts0r, ts1l, ts1r, tn0l, tn0m, ts0m,
        near, wide, l0, r0, m0, r1,
    ) = view  # fmt: skip
    a, b, c, d = ws0 << 6 | ts0, ws1 << 6 | ts1, wn0 << 6 | tn0, wn1 << 6 | tn1
    tt = ts0 << 6 | tn0
    uu = ts1 << 6 | ts0
    tri = uu << 6 | tn0
    look = tt << 6 | tn1
    return (
        0, ws0, ts0, a, ws1, ts1, b, wn0, tn0, c, wn1, tn1, d, wn2, tn2, ts2,
        a << 26 | c, a << 6 | tn0, ts0 << 26 | c, ws0 << 20 | wn0, tt, tn0 << 6 | tn1,
        b << 26 | a, b << 6 | ts0, ts1 << 26 | a, ws1 << 20 | ws0, uu, ws1 << 20 | wn0, ts1 << 6 | tn0,
        look, look << 6 | tn2, tri, tri << 6 | tn1, ts2 << 12 | uu, ts2 << 18 | tri,
        tt << 6 | ts0l, tt << 6 | ts0r, tt << 6 | tn0l, tt << 6 | tn0m, tt << 6 | ts0m,
        uu << 6 | ts1r, uu << 6 | ts0l, uu << 6 | ts0r, uu << 6 | ts1l, tri << 6 | ts0r, tri << 6 | ts1r,
        tri << 6 | tn0l, tri << 6 | ts0l,
        ws0l << 20 | ws1, uu << 20 | ws0l, ws0l << 6 | ts0, ws0r << 6 | ts0, wn0l << 6 | tn0,
        (ws0r << 6 | ts0) << 6 | tn0, (wn0l << 6 | tn0) << 6 | ts0, (ws1r << 6 | ts1) << 6 | ts0,
        wn0 << 12 | ts0 << 6 | tn1, wn0 << 12 | uu, ws0 << 12 | tn0 << 6 | tn1, ws1 << 12 | tt, wn1 << 12 | tt,
        ws0 << 3 | r0, ws0 << 3 | l0, ts0 << 3 | r0, ts0 << 3 | l0, wn0 << 3 | m0, tn0 << 3 | m0, ts1 << 3 | r1,
        (tt << 3 | r0) << 3 | m0, (uu << 3 | r1) << 3 | l0, (tri << 3 | r0) << 3 | r1,
        tt << 3 | near, ws0 << 3 | near, wn0 << 3 | near, uu << 3 | wide, (tri << 3 | near) << 3 | wide, ws0 << 20 | wn1,
    )  # fmt: skip


def arc_features(state: State) -> Ints:
    """What the second perceptron sees of the arcs in a finished tree: a row for every word."""
    import numpy as np

    n = state.count
    child = np.arange(n)
    words, tags, heads = (np.array(column, np.int64) for column in (state.words, state.tags, state.heads))
    firsts, seconds, lasts = (np.array(column) for column in (state.first, state.second, state.last))
    lefts, rights = (np.minimum(column, 4) for column in (state.lefts, state.rights))
    head = heads[:n]
    above = np.where(head < n, heads[head], n + 1)
    side = (child < head).astype(np.int64)
    near = np.array((*_NEAR, 7))[np.minimum(np.abs(child - head), len(_NEAR))]
    wc, tc, wh, th = words[:n], tags[:n], words[head], tags[head]
    first, last = firsts[:n], lasts[:n]
    pair = (tc << 6 | th) << 1 | side
    mates = [(mate, (mate > child) << 1 | (mate == child)) for mate in (firsts[head], seconds[head], lasts[head])]
    keys = [
        np.zeros_like(tc), wc, tc, wc << 6 | tc, (wh << 6 | th) << 1 | side, pair, pair << 3 | near, wc << 20 | wh,
        pair << 20 | wc, pair << 20 | wh, pair << 20 | words[first], pair << 20 | words[seconds[:n]],
        pair << 6 | tags[first], pair << 6 | tags[last], pair << 20 | words[last],
        (pair << 3 | lefts[:n]) << 3 | rights[:n],
        pair << 6 | tags[above], wh << 20 | words[first], (wh << 7 | tc << 1 | side) << 20 | words[first],
        np.where(child > 0, pair << 6 | tags[child - 1], pair), pair << 6 | tags[child + 1], pair << 20 | words[child + 1],
        (pair << 3 | lefts[head]) << 3 | rights[head],
        *((pair << 6 | tags[mate]) << 2 | place for mate, place in mates),
        *((pair << 20 | words[mate]) << 2 | place for mate, place in mates),
    ]  # fmt: skip
    return (np.stack(keys, axis=1) << 7 | np.arange(len(keys)) | 96) % SPACE


def grow(model: Model, states: Iterable[State]) -> None:
    """Take the best move of every state until its tree is whole; it has one root. All states move at once."""
    every = list(states)
    going = every
    while True:
        for state in going:
            if not state.stack and state.front < state.count:
                state.move(SHIFT)
        going = [state for state in going if state.front < state.count]
        if not going:
            break
        for state, left, right in zip(going, *model.moves.weigh([s.view() for s in going]), strict=True):
            if left > 0 and (left >= right or len(state.stack) < 2):
                state.move(LEFT)
            elif right > 0 and len(state.stack) > 1:
                state.move(RIGHT)
            else:
                state.move(SHIFT)
    for state in every:
        while len(state.stack) > 1:
            state.move(RIGHT)
        if state.stack:
            state.move(LEFT)


def parse(sentences: Iterable[tuple[Sequence[str], Sequence[str]]]) -> list[list[tuple[int, str]]]:
    """For each of *sentences* (words and their tags) and each word the index of its head (-1: root) and the Universal
    Dependencies relation to it."""
    model = load()
    states = [State([word_number(w) for w in words], [model.tags.get(t, 0) for t in tags]) for words, tags in sentences]
    for at in range(0, len(states), _TOGETHER):
        grow(model, states[at : at + _TOGETHER])
    return [_named(model, state) if state.count else [] for state in states]


def _named(model: Model, state: State) -> list[tuple[int, str]]:
    return [
        (-1, "root") if head == state.count else (head, model.relations[name])
        for head, name in zip(state.heads, model.arcs.best(arc_features(state)), strict=False)
    ]


@cache
def load() -> Model:
    """The shipped model."""
    return unpack(gzip.decompress(files("framecheck").joinpath("data", FILE).read_bytes()))


def unpack(packed: bytes) -> Model:
    """The model that *packed* holds: a JSON line, then arrays of keys (as differences), weights and lengths."""
    import numpy as np

    line, _, body = packed.partition(b"\n")
    head = json.loads(line)
    parts = []
    at = 0
    for kind, count in head["arrays"]:
        parts.append(np.frombuffer(body, kind, count, at).astype(np.int64))
        at += count * np.dtype(kind).itemsize
    keys, left, right, arc_keys, lengths, relations, weights = parts
    moves = Moves.of(keys.cumsum(), left * PACK + right)
    rows = np.zeros((len(arc_keys) + 1, len(head["relations"])), np.int16)
    rows[np.repeat(np.arange(len(arc_keys)), lengths), relations] = weights
    arcs = Arcs(np.append(arc_keys.cumsum(), SPACE), rows)
    return Model({t: i for i, t in enumerate(head["tags"])}, tuple(head["relations"]), moves, arcs)
