"""Train the parser: ``python -m framecheck.train.parser TRAIN.conllu.gz DEV.conllu.gz``.

Treebank: GUM, the Georgetown University Multilayer corpus (Zeldes 2017), documents under CC BY terms only. The tags the
parser learns from are predicted, each fifth of the documents by a tagger that learnt from the other four, so that they are
as wrong in training as they will be in use. Averaged perceptron, dynamic oracle with exploration (Goldberg and Nivre 2013).
The taggers' trainings seed the random numbers, so that the same file comes out of every run.
Prints unlabelled and labelled attachment on the development part, with predicted tags, all tokens and without marks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from framecheck.facts.parser import (
    FILE,
    LEFT,
    RIGHT,
    SHIFT,
    Model,
    State,
    arc_features,
    grow,
    unpack,
    word_number,
)
from framecheck.text import fold
from framecheck.train.tagger import learn

FOLDS = 5
TAG_PASSES = 4
PASSES = 4
ARC_PASSES = 5
SCALE = 3  # steps of a weight of one, so that the largest (about 35) fit a byte
SMALLEST = 7  # features whose weights all lie below this many steps are dropped: most go, .002 is lost
ARC_SMALLEST = 4
RAREST = 20  # relations seen less often become "dep"

Moves = dict[int, tuple[int, int]]
"""The weights of a feature for the two attachments."""
Names = dict[int, tuple[tuple[int, int], ...]]
"""For a feature the numbers of relations, with their weights."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of the treebank; ``heads`` are 0-based, the root's is ``len(words)``."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


def trees(path: Path) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file."""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            if line.strip():
                columns = line.rstrip("\n").split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
            elif rows:
                n = len(rows)
                heads = tuple(int(r[6]) - 1 if r[6] != "0" else n for r in rows)
                yield Tree(tuple(fold(r[1]) for r in rows), tuple(r[4] for r in rows), heads, tuple(r[7] for r in rows))
                rows = []


def predicted_tags(train: Sequence[Tree]) -> list[list[str]]:
    """Tags of every sentence by a tagger that has not seen its part of the treebank."""
    size = len(train) // FOLDS + 1
    found: list[list[str]] = []
    for fold_number in range(FOLDS):
        low, high = fold_number * size, (fold_number + 1) * size
        known = [list(zip(t.words, t.tags, strict=True)) for t in [*train[:low], *train[high:]]]
        tagger = learn(known, TAG_PASSES, orders=1)
        found.extend([label for _, label in tagger.tag(list(t.words))] for t in train[low:high])
    return found


class Perceptron:
    """An averaged perceptron over integer features and *classes* classes; a row holds the weights, then their sums."""

    def __init__(self, classes: int) -> None:
        self.classes = classes
        self.rows: dict[int, list[float]] = {}
        self.step = 1

    def scores(self, features: Sequence[int]) -> list[float]:
        """The score of each class."""
        totals = [0.0] * self.classes
        for feature in features:
            row = self.rows.get(feature)
            if row is not None:
                for i in range(self.classes):
                    totals[i] += row[i]
        return totals

    def update(self, features: Sequence[int], right: int, wrong: int) -> None:
        """Move the weights from *wrong* to *right*."""
        n, step = self.classes, self.step
        for feature in features:
            row = self.rows.get(feature)
            if row is None:
                row = self.rows[feature] = [0.0] * (2 * n)
            row[right] += 1
            row[n + right] += step
            row[wrong] -= 1
            row[n + wrong] -= step

    def averaged(self) -> dict[int, list[float]]:
        """The mean of every weight over all steps."""
        n, step = self.classes, self.step
        return {f: [r[i] - r[n + i] / step for i in range(n)] for f, r in self.rows.items()}


class ArcPerceptron:
    """The same for many classes, of which a feature knows few: a row maps a class to its weight and sum."""

    def __init__(self, classes: int) -> None:
        self.classes = classes
        self.rows: dict[int, dict[int, list[float]]] = {}
        self.step = 1

    def best(self, features: Sequence[int]) -> int:
        """The class with the highest score."""
        totals = [0.0] * self.classes
        for feature in features:
            for name, cell in self.rows.get(feature, {}).items():
                totals[name] += cell[0]
        return totals.index(max(totals))

    def update(self, features: Sequence[int], right: int, wrong: int) -> None:
        """Move the weights from *wrong* to *right*."""
        for feature in features:
            row = self.rows.setdefault(feature, {})
            for name, change in ((right, 1), (wrong, -1)):
                cell = row.setdefault(name, [0.0, 0.0])
                cell[0] += change
                cell[1] += change * self.step


def costs(state: State, gold: Sequence[int], kids: Sequence[Sequence[int]]) -> list[float]:
    """Arcs of the gold tree that each move puts out of reach; infinite where the move is not allowed."""
    never = float("inf")
    stack, front, heads = state.stack, state.front, state.heads
    if not stack:
        return [0, never, never]
    top = stack[-1]
    below = stack[-2] if len(stack) > 1 else -1
    head = gold[top]
    later = sum(kid >= front for kid in kids[top])
    shift = sum(kid < front and heads[kid] == -2 for kid in kids[front])
    shift += gold[front] < front and gold[front] != top and heads[gold[front]] == -2
    left = later + (head != front and (head > front or head == below))
    right = later + (head >= front) if below >= 0 else never
    return [shift, left, right]


def learn_moves(train: Sequence[Tree], states: Sequence[tuple[list[int], list[int]]], passes: int) -> Perceptron:
    """The perceptron of the moves; from the second pass on it follows its own moves and learns to recover."""
    model = Perceptron(3)
    order = list(range(len(train)))
    kids: list[list[list[int]]] = []
    for tree in train:
        kids.append([[] for _ in range(len(tree.words) + 1)])
        for child, head in enumerate(tree.heads):
            kids[-1][head].append(child)
    for number in range(passes):
        started, wrong = time.process_time(), 0
        random.shuffle(order)
        for i in order:
            state = State(*states[i])
            gold = train[i].heads
            while state.front < state.count:
                cost = costs(state, gold, kids[i])
                if not state.stack:
                    state.move(SHIFT)
                    continue
                features = state.features()
                scores = model.scores(features)
                allowed = [m for m in (SHIFT, LEFT, RIGHT) if cost[m] != float("inf")]
                guess = max(allowed, key=scores.__getitem__)
                least = min(cost)
                best = max((m for m in allowed if cost[m] == least), key=scores.__getitem__)
                if cost[guess] > least:
                    model.update(features, best, guess)
                    wrong += 1
                model.step += 1
                state.move(guess if number and random.random() < 0.9 else best)
        print(f"moves, pass {number + 1}: {wrong} wrong, {time.process_time() - started:.0f} s", flush=True)
    return model


def finished(tree: Tree, words: list[int], tags: list[int], heads: Sequence[int]) -> State:
    """A state whose tree has *heads*, as the parser would have built it."""
    state = State(words, tags)
    n = state.count
    state.heads = [*heads, -2, -2]
    for head in range(n + 1):
        left = [c for c in range(min(head, n)) if heads[c] == head]
        right = [c for c in range(head + 1, n) if heads[c] == head]
        state.lefts[head], state.rights[head] = len(left), len(right)
        if left:
            state.first[head] = left[0]
        if len(left) > 1:
            state.second[head] = left[1]
        if right:
            state.last[head] = right[-1]
    return state


def learn_arcs(train: Sequence[Tree], states: Sequence[State], relations: Sequence[str]) -> ArcPerceptron:
    """The perceptron of the relations."""
    number = {name: i for i, name in enumerate(relations)}
    examples = [
        (features, number.get(tree.relations[child], number["dep"]))
        for tree, state in zip(train, states, strict=True)
        for child, features in enumerate(arc_features(state).tolist())
        if state.heads[child] == tree.heads[child] != state.count
    ]
    model = ArcPerceptron(len(relations))
    for passed in range(ARC_PASSES):
        wrong = 0
        random.shuffle(examples)
        for features, right in examples:
            guess = model.best(features)
            if guess != right:
                model.update(features, right, guess)
                wrong += 1
            model.step += 1
        print(f"arcs, pass {passed + 1}: {wrong} of {len(examples)} wrong", flush=True)
    return model


def _byte(weight: float) -> int:
    return max(-127, min(127, round(weight * SCALE)))


def pruned(moves: Perceptron, arcs: ArcPerceptron) -> tuple[Moves, Names]:
    """The averaged weights as bytes, those of the shift taken off the others, small ones dropped."""
    pairs = {}
    for feature, (shift, left, right) in moves.averaged().items():
        pair = _byte(left - shift), _byte(right - shift)
        if max(map(abs, pair)) >= SMALLEST:
            pairs[feature] = pair
    names = {}
    for feature, row in arcs.rows.items():
        cells = tuple(
            (name, byte)
            for name, (w, u) in sorted(row.items())
            if abs(byte := _byte(w - u / arcs.step)) >= ARC_SMALLEST
        )
        if cells:
            names[feature] = cells
    return pairs, names


def pack(moves: Moves, names: Names, tags: Sequence[str], relations: Sequence[str]) -> bytes:
    """What ``framecheck.facts.parser.unpack`` reads."""
    keys, arc_keys = sorted(moves), sorted(names)
    cells = [cell for k in arc_keys for cell in names[k]]
    arrays = [
        array("I", [b - a for a, b in zip([0, *keys], keys, strict=False)]),
        array("b", [moves[k][0] for k in keys]),
        array("b", [moves[k][1] for k in keys]),
        array("I", [b - a for a, b in zip([0, *arc_keys], arc_keys, strict=False)]),
        array("B", [len(names[k]) for k in arc_keys]),
        array("B", [name for name, _ in cells]),
        array("b", [weight for _, weight in cells]),
    ]
    head = {
        "tags": list(tags),
        "relations": list(relations),
        "arrays": [[a.typecode, len(a)] for a in arrays],
    }
    return json.dumps(head).encode() + b"\n" + b"".join(a.tobytes() for a in arrays)


def attachment(model: Model, dev: Sequence[Tree], tags: Sequence[Sequence[str]]) -> Counter[str]:
    """Counts of right heads, right heads with relation, and tokens; ``_words`` leaves out marks."""
    counts: Counter[str] = Counter()
    states = [
        State([word_number(w) for w in tree.words], [model.tags.get(t, 0) for t in labels])
        for tree, labels in zip(dev, tags, strict=True)
    ]
    grow(model, states)
    for tree, state in zip(dev, states, strict=True):
        names = model.arcs.best(arc_features(state))
        for child, head in enumerate(tree.heads):
            right = state.heads[child] == head
            name = "root" if head == state.count else right and model.relations[names[child]]
            named = right and name == tree.relations[child]
            for suffix in ("", "_words") if tree.relations[child] != "punct" else ("",):
                counts["tokens" + suffix] += 1
                counts["uas" + suffix] += right
                counts["las" + suffix] += named
    return counts


def main() -> None:
    """Train, prune, score on the development part and write the shipped file."""
    from framecheck.facts.tagger import tag

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / FILE)
    parser.add_argument("--passes", type=int, default=PASSES)
    options = parser.parse_args()
    train, dev = list(trees(options.train)), list(trees(options.dev))
    labels = predicted_tags(train)
    tags = ["", *sorted({t for row in labels for t in row})]
    seen = Counter(r for t in train for r in t.relations)
    relations = sorted(r for r, n in seen.items() if n >= RAREST and r != "root")
    number = {t: i for i, t in enumerate(tags)}
    inputs = [
        ([word_number(w) for w in t.words], [number[x] for x in row]) for t, row in zip(train, labels, strict=True)
    ]
    known = [finished(t, *i, t.heads) for t, i in zip(train, inputs, strict=True)]
    moves, names = pruned(learn_moves(train, inputs, options.passes), learn_arcs(train, known, relations))
    packed = pack(moves, names, tags, relations)
    options.out.write_bytes(gzip.compress(packed, 9, mtime=0))
    model = unpack(packed)
    dev_tags = [tag(t.words) for t in dev]
    started = time.process_time()
    counts = attachment(model, dev, dev_tags)
    speed = counts["tokens"] / (time.process_time() - started)
    print(
        f"UAS {counts['uas'] / counts['tokens']:.4f} LAS {counts['las'] / counts['tokens']:.4f}; without marks "
        f"UAS {counts['uas_words'] / counts['tokens_words']:.4f} LAS {counts['las_words'] / counts['tokens_words']:.4f}; "
        f"{len(moves)} + {len(names)} features, {options.out.stat().st_size / 1e6:.2f} MB, "
        f"{speed:.0f} tokens/s"
    )


if __name__ == "__main__":
    main()
