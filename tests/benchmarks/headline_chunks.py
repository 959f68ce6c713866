"""Chunks of headline pairs aligned and typed (SemEval-2016 interpretable similarity), beside a baseline of equal words.

``python tests/benchmarks/headline_chunks.py``. Gold chunks are given. A system says which chunk answers which and how they
relate: EQUI, OPPO, SPE1/SPE2 (one is the more specific), SIMI, REL. F1 over typed pairs of chunks, and over pairs whatever
their type. Ours is read off the comparators' own signals: matched, kindred and related words (``diff.wording``,
``diff.meaning``), opposites, numbers, places. Two small logistic models weigh the signals, each half judged by the other's.
The baseline aligns chunks that share most words and calls all of them EQUI.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from framecheck.diff.meaning import related
from framecheck.diff.wording import kindred, root
from framecheck.facts.gazetteer import key, places
from framecheck.facts.numerals import numeral
from framecheck.facts.tagger import tag
from framecheck.facts.tokens import stem
from framecheck.lexicons import table, words
from framecheck.records.document import Token

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "headline_chunks.jsonl.gz"
CUT = 0.45  # probability from which two chunks are taken to answer one another
TYPES = ("EQUI", "OPPO", "SPE1", "SPE2", "SIMI", "REL")

Chunk = tuple[int, ...]
Typed = dict[tuple[Chunk, Chunk], str]
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Headlines:
    """A pair of headlines: tokens and chunks of both, typed pairs of chunks."""

    tokens: tuple[list[Token], list[Token]]
    chunks: tuple[list[Chunk], list[Chunk]]
    gold: Typed


def read(row: dict[str, Any]) -> Headlines:
    sides = []
    for forms in (row["tokens_a"], row["tokens_b"]):
        tags = tag([w.lower() if i and forms[0].istitle() and not w.isupper() else w for i, w in enumerate(forms)])
        sides.append([Token(i, i + 1, w, t, stem(w)) for i, (w, t) in enumerate(zip(forms, tags, strict=True))])
    gold: Typed = {}
    chunks: tuple[set[Chunk], set[Chunk]] = (set(), set())
    for x in row["alignments"]:
        a, b = tuple(x["a"]), tuple(x["b"])
        for own, chunk in zip(chunks, (a, b), strict=True):
            if chunk:
                own.add(chunk)
        if a and b:
            gold[a, b] = x["type"]
    return Headlines((sides[0], sides[1]), (sorted(chunks[0]), sorted(chunks[1])), gold)


def same(a: Token, b: Token) -> float:
    """How surely two words say the same: equal, one place, one number, one root, one class of meaning."""
    if a.lower == b.lower or a.stem == b.stem:
        return 1.0
    one, other = places().get(key(a.text)), places().get(key(b.text))
    if one and other and one.name == other.name:
        return 0.9
    if {a.tag, b.tag} & {"CD"}:
        numbers = [numeral([t], 0, 1) for t in (a, b)]
        return float(all(numbers) and len({(n.low, n.high) for n in numbers if n}) == 1)
    if kindred(root(a), root(b)):
        return 0.8
    if related(a, b):
        return 0.5
    return 0.6 if min(len(a.stem), len(b.stem)) > 3 and fuzz.ratio(a.lower, b.lower) >= 75 else 0.0


def opposite(a: Token, b: Token) -> bool:
    """Whether the lexicons of opposites set two words against one another."""
    for x, y in ((a, b), (b, a)):
        told = [*table("opposites").get(x.lower, ("",))[0].split()]
        told += table("opposite_verbs").get(root(x), table("opposite_verbs").get(x.lower, ("",)))[0].split(",")
        if any(y.lower == w or y.stem == stem(w) for w in told):
            return True
    return False


def content(tokens: Sequence[Token]) -> list[Token]:
    kept = [t for t in tokens if t.lower not in words("function_words") and t.text[0].isalnum()]
    return kept or [t for t in tokens if t.text[0].isalnum()] or list(tokens)


def signals(pair: Headlines, a: Chunk, b: Chunk) -> list[float]:
    """What the models see of two chunks."""
    left, right = content([pair.tokens[0][i] for i in a]), content([pair.tokens[1][i] for i in b])
    forth = [max(same(x, y) for y in right) for x in left]
    back = [max(same(x, y) for x in left) for y in right]
    forms = [" ".join(t.lower for t in side) for side in (left, right)]
    number = [any(t.tag == "CD" for t in side) for side in (left, right)]
    place = [any(key(t.text) in places() for t in side) for side in (left, right)]
    verb = [any(t.tag.startswith("VB") for t in side) for side in (left, right)]
    covered, answered = sum(forth) / len(forth), sum(back) / len(back)
    middle = [(c[0] + c[-1]) / 2 / len(t) for c, t in zip((a, b), pair.tokens, strict=True)]
    head = same(left[-1], right[-1])
    initials = "".join(t.lower[0] for t in left) == forms[1] or "".join(t.lower[0] for t in right) == forms[0]
    return [
        1.0, covered, answered, covered * answered, min(covered, answered), max(covered, answered),
        float(covered == answered == 1.0), float(min(forth) >= 0.5), float(min(back) >= 0.5),
        float(min(forth) >= 0.5 > min(back)), float(min(back) >= 0.5 > min(forth)),
        fuzz.ratio(*forms) / 100, fuzz.token_set_ratio(*forms) / 100, head, float(initials),
        float(any(opposite(x, y) for x in left for y in right)),
        float(all(number)), float(all(number) and max(forth) < 0.5), float(any(number) and not all(number)),
        float(all(place)), float(all(place) and covered < 1), float(all(verb)), float(any(verb) and not all(verb)),
        abs(middle[0] - middle[1]), float(a[0] == b[0] == 0), (len(left) - len(right)) / 4, abs(len(left) - len(right)) / 4,
        float(pair.tokens[0][a[0]].tag in ("IN", "TO")) * float(pair.tokens[1][b[0]].tag in ("IN", "TO")),
        float(pair.tokens[0][a[0]].lower == pair.tokens[1][b[0]].lower),
    ]  # fmt: skip


def softmax(scores: Array) -> Array:
    found = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(found / found.sum(axis=1, keepdims=True))


def fit(rows: Array, labels: NDArray[np.int64], classes: int, penalty: float = 1.0) -> Array:
    """Weights of a multinomial logistic regression with an L2 penalty, by gradient descent with momentum."""
    weights = np.zeros((rows.shape[1], classes))
    speed = np.zeros_like(weights)
    wanted = np.eye(classes)[labels]
    for _ in range(1500):
        slope = (rows.T @ (softmax(rows @ weights) - wanted) + penalty * weights) / len(rows)
        speed = 0.9 * speed - 0.5 * slope
        weights += speed
    return weights


def learn(pairs: Sequence[Headlines]) -> tuple[Array, Array]:
    """The model of which chunks answer one another and that of the type, fitted on *pairs*."""
    options = [(p, a, b) for p in pairs for a in p.chunks[0] for b in p.chunks[1]]
    rows = np.array([signals(*o) for o in options])
    kinds = [p.gold.get((a, b), "") for p, a, b in options]
    aligned = np.array([k in TYPES for k in kinds])
    typed = np.array([TYPES.index(k) for k in kinds if k in TYPES])
    return fit(rows, aligned.astype(np.int64), 2), fit(rows[aligned], typed, len(TYPES))


def ours(pair: Headlines, model: tuple[Array, Array]) -> Typed:
    """Chunks answer one another one to one, the surest first."""
    options = [(a, b) for a in pair.chunks[0] for b in pair.chunks[1]]
    if not options:
        return {}
    rows = np.array([signals(pair, a, b) for a, b in options])
    chance, kinds = softmax(rows @ model[0])[:, 1], (rows @ model[1]).argmax(axis=1)
    found: Typed = {}
    for at in np.argsort(-chance, kind="stable"):
        a, b = options[at]
        if chance[at] >= CUT and not any(a == x or b == y for x, y in found):
            found[a, b] = TYPES[kinds[at]]
    return found


def baseline(pair: Headlines) -> Typed:
    """Chunks that share words, those that share most first; all are equivalent."""
    shares = {}
    for a in pair.chunks[0]:
        for b in pair.chunks[1]:
            left, right = {pair.tokens[0][i].lower for i in a}, {pair.tokens[1][i].lower for i in b}
            if left & right:
                shares[a, b] = len(left & right) / len(left | right)
    found: Typed = {}
    for a, b in sorted(shares, key=lambda ab: (-shares[ab], ab)):
        if not any(a == x or b == y for x, y in found):
            found[a, b] = "EQUI"
    return found


def f1(found: Sequence[Typed], gold: Sequence[Typed], typed: bool) -> float:
    right = sum(
        kind == there[at] or not typed
        for here, there in zip(found, gold, strict=True)
        for at, kind in here.items()
        if at in there
    )
    return 2 * right / (sum(map(len, found)) + sum(map(len, gold)))


def main() -> None:
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        pairs = [read(json.loads(line)) for line in lines]
    halves = [pairs[0::2], pairs[1::2]]
    models = [learn(half) for half in halves]
    judged = [*halves[0], *halves[1]]
    gold = [{at: kind for at, kind in p.gold.items() if kind in TYPES} for p in judged]
    answers = {
        "baseline": [baseline(p) for p in judged],
        "ours": [ours(p, models[1]) for p in halves[0]] + [ours(p, models[0]) for p in halves[1]],
    }
    print(f"{len(pairs)} pairs of headlines, {sum(map(len, gold))} pairs of chunks")
    for name, found in answers.items():
        print(f"{name:9} typed F1 {f1(found, gold, True):.3f}   untyped F1 {f1(found, gold, False):.3f}")


if __name__ == "__main__":
    main()
