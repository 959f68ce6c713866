"""Fit the aligner's weights on annotated sets: ``python -m framecheck.train.aligner GOLD``.

A set is a folder with one text file an outlet and ``alignments.jsonl``: rows with sides ``a`` and ``b`` (article, start,
end) and a ``level`` of ``equivalent``, ``partial``, ``related`` or ``disputed``; the last counts neither way. The weights are
those of a ridge logistic regression fitted by iteratively reweighted least squares; a set weighs the square root of its
aligned pairs. Prints figures for each set with everything fitted on the others, then writes the weights
fitted on all.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framecheck.align.context import context
from framecheck.align.model import LISTED, Logistic, Model, threshold
from framecheck.align.signals import signals
from framecheck.align.table import Table, cross_pairs, table
from framecheck.records.story import Story

Floats = NDArray[np.float64]
Signals = dict[str, NDArray[np.float32]]
RANKS = {"related": 0, "disputed": 1, "partial": 2, "equivalent": 3}
RIDGE = 50.0
STEPS = 25
NEAR = 0.04  # character cosine below which pairs are thinned
THIN = 4
FOLDS = 3
LENIENCY = 0.85  # of pairs whose facts are compared; F1 is flat from 0.7 to 1, lower finds more, higher is more precise
# signals whose weight may have either sign, as those that end in "_apart"; all others are evidence for a pair
EITHER = ("length_", "position_", "heading_", "other_", "rank", "mass_", "elsewhere_")
GRID = (0.6, 0.7, 0.8, LENIENCY, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated set: ``levels`` is the rank of each pair (-1: not annotated), ``rows`` the rank of each gold row worth
    finding with the pairs that find it."""

    name: str
    table: Table
    a: NDArray[np.int64]
    b: NDArray[np.int64]
    signals: Signals
    levels: NDArray[np.int64]
    rows: tuple[tuple[int, NDArray[np.int64]], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How well kept pairs meet one gold set."""

    precision: float
    recall: float
    equivalent: float

    @property
    def f1(self) -> float:
        """Of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read(folder: Path) -> Gold:
    """One set with its signals."""
    from framecheck.facts import analyse
    from framecheck.link import link
    from framecheck.readers import read_paths

    articles, _ = read_paths([str(p) for p in sorted(folder.glob("*.txt"))])
    story = link(folder.name, tuple(analyse(article) for article in articles))
    lines = (folder / "alignments.jsonl").read_text(encoding="utf-8").splitlines()
    sentences = table(story)
    a, b = cross_pairs(sentences)
    levels, rows = annotate(story, sentences, a, b, [json.loads(line) for line in lines if line.strip()])
    return Gold(folder.name, sentences, a, b, signals(sentences, a, b), levels, rows)


def annotate(
    story: Story, sentences: Table, a: NDArray[np.int64], b: NDArray[np.int64], gold: list[dict[str, Any]]
) -> tuple[NDArray[np.int64], tuple[tuple[int, NDArray[np.int64]], ...]]:
    """The level of each pair and the pairs of each row: two sentences meet when they share over half of the shorter."""
    names = {Path(d.article.path).stem.split("_")[0]: i for i, d in enumerate(story.documents)}
    spans = [story.documents[ref.document].sentences[ref.sentence].span for ref in sentences.refs]
    start = np.array([span.start for span in spans])
    end = np.array([span.end for span in spans])

    def meets(side: dict[str, Any]) -> NDArray[np.int64]:
        shared = np.minimum(end, side["end"]) - np.maximum(start, side["start"])
        enough = shared > 0.5 * np.minimum(end - start, side["end"] - side["start"])
        return np.flatnonzero((sentences.document == names[side["article"]]) & enough)

    number = np.full((len(spans), len(spans)), -1)
    number[a, b] = number[b, a] = np.arange(len(a))
    levels = np.full(len(a), -1)
    rows = []
    for row in gold:
        found = number[np.ix_(meets(row["a"]), meets(row["b"]))].ravel()
        rank = RANKS[row["level"]]
        levels[found] = np.maximum(levels[found], rank)
        if rank >= RANKS["partial"]:
            rows.append((rank, found))
    return levels, tuple(rows)


def fit(sets: Sequence[Gold], found: Sequence[Signals], least: int, leave_out: tuple[str, ...] = ()) -> Logistic:
    """Weights that tell pairs of rank *least* or more from the others; *found* are the signals of each set, *leave_out* the
    beginnings of those not to use."""
    names = [name for name in found[0] if not name.startswith(leave_out)]
    judged = [np.flatnonzero(gold.levels != RANKS["disputed"]) for gold in sets]
    # pairs that share next to nothing are many and alike: one in `THIN` stands for all
    kept = [
        j[(g.levels[j] >= 0) | (g.signals["characters"][j] >= NEAR) | (j % THIN == 0)]
        for g, j in zip(sets, judged, strict=True)
    ]
    x = np.concatenate([np.stack([f[n][k] for n in names], 1) for f, k in zip(found, kept, strict=True)])
    y = np.concatenate([(g.levels[k] >= least) for g, k in zip(sets, kept, strict=True)]).astype(np.float32)
    weight = np.concatenate([_weights(g, k) for g, k in zip(sets, kept, strict=True)])
    weight /= weight.mean()
    mean = np.average(x, axis=0, weights=weight)
    scale = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=weight)) + 1e-6
    z = np.concatenate([(x - mean) / scale, np.ones((len(x), 1))], axis=1).astype(np.float32)
    signed = np.array([not name.startswith(EITHER) and not name.endswith("_apart") for name in names] + [False])
    beta = _newton(z, y, weight.astype(np.float32), signed)
    terms = {n: (float(mean[i]), float(scale[i]), float(beta[i])) for i, n in enumerate(names) if beta[i]}
    return Logistic(float(beta[-1]), terms)


def _weights(gold: Gold, kept: NDArray[np.int64]) -> Floats:
    thinned = (gold.levels[kept] < 0) & (gold.signals["characters"][kept] < NEAR)
    aligned = max(int((gold.levels >= RANKS["partial"]).sum()), 1)
    weight: Floats = np.where(thinned, THIN, 1) / aligned**0.5
    return weight


def _newton(
    z: NDArray[np.float32], y: NDArray[np.float32], weight: NDArray[np.float32], signed: NDArray[np.bool_]
) -> Floats:
    """Newton's steps on the penalised likelihood, projected (Bertsekas 1982) so that no *signed* weight is negative: more in
    common never speaks against a pair, and the same words twice are sure of a high score in any story. The last column
    is the bias and is not penalised."""
    ridge = np.diag([RIDGE] * (z.shape[1] - 1) + [0.0])
    beta = np.zeros(z.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(z @ beta.astype(np.float32), -30, 30)))
        gradient = z.T @ (weight * (p - y)) + ridge @ beta
        free = np.flatnonzero(~(signed & (beta <= 0) & (gradient >= 0)))
        inner = z[:, free]
        curvature = inner.T @ (inner * (weight * np.maximum(p * (1 - p), 1e-4))[:, None]) + ridge[np.ix_(free, free)]
        before = beta.copy()
        beta[free] -= np.linalg.solve(curvature.astype(np.float64), gradient[free])
        beta[signed] = np.maximum(beta[signed], 0)
        if np.abs(beta - before).max() < 1e-3:
            break
    return beta


def fit_model(sets: Sequence[Gold], leave_out: tuple[str, ...] = ()) -> Model:
    """All three regressions. The second look learns from first looks of weights that never saw the set, as it will meet
    them."""
    first = fit(sets, [g.signals for g in sets], RANKS["partial"], leave_out)
    looks: dict[str, Signals] = {}
    for fold in range(FOLDS):
        inside = [g for i, g in enumerate(sets) if i % FOLDS != fold]
        unseen = fit(inside, [g.signals for g in inside], RANKS["partial"], leave_out)
        looks |= {g.name: around(g, unseen) for i, g in enumerate(sets) if i % FOLDS == fold}
    found = [g.signals | looks[g.name] for g in sets]
    return Model(
        first, fit(sets, found, RANKS["partial"], leave_out), fit(sets, found, RANKS["equivalent"], leave_out), LENIENCY
    )


def around(gold: Gold, first: Logistic) -> Signals:
    """The context signals of one set."""
    return context(gold.table, gold.a, gold.b, first.probability(gold.signals))


def evaluate(gold: Gold, kept: NDArray[np.bool_]) -> Score:
    """What the pairs marked in *kept* get right."""
    judged = kept & (gold.levels != RANKS["disputed"])
    precision = float((gold.levels[judged] >= RANKS["partial"]).mean()) if judged.any() else 0.0
    found = [(rank, bool(kept[pairs].any())) for rank, pairs in gold.rows]
    equivalent = [hit for rank, hit in found if rank == RANKS["equivalent"]]
    return Score(precision, _mean([hit for _, hit in found]), _mean(equivalent))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def average_precision(gold: Gold, scores: NDArray[np.float32]) -> float:
    """Mean precision at each aligned pair, best scores first."""
    order = np.argsort(-scores, kind="stable")
    right = gold.levels[order]
    right = right[right != RANKS["disputed"]] >= RANKS["partial"]
    return float((np.cumsum(right) / np.arange(1, len(right) + 1))[right].mean())


@dataclass(frozen=True, slots=True)
class Held:
    """A set judged by a model that never saw it."""

    gold: Gold
    shares: NDArray[np.float32]
    equivalent: NDArray[np.float32]

    def score(self, leniency: float = LISTED) -> Score:
        """With the pairs that the aligner would list."""
        return evaluate(self.gold, self.shares >= threshold(self.shares, leniency))


def leave_one_out(sets: Sequence[Gold], leave_out: tuple[str, ...] = ()) -> list[Held]:
    """Each set judged by weights that never saw it."""
    held = []
    for gold in sets:
        model = fit_model([other for other in sets if other is not gold], leave_out)
        held.append(Held(gold, *model.decide(gold.table, gold.a, gold.b, gold.signals)))
    return held


def main() -> None:
    """Print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / "aligner.json")
    options = parser.parse_args()
    sets = [read(folder) for folder in sorted(options.gold.iterdir()) if folder.is_dir()]
    held = leave_one_out(sets)
    print(f"{'set':14}" + "".join(f"{title:>9}" for title in ("P", "R", "R equiv", "F1", "AP")))
    for h in held:
        print(f"{h.gold.name:14}" + "".join(f"{v:9.3f}" for v in figures(h)))
    print(f"{'mean':14}" + "".join(f"{v:9.3f}" for v in means(held)))
    for leniency in GRID:
        print(f"  leniency {leniency:.2f}" + "".join(f"{v:9.3f}" for v in means(held, leniency)))
    calibration(held)
    model = fit_model(sets)
    parts = {name: getattr(model, name).write() for name in ("first", "shares", "equivalent")}
    text = json.dumps(parts | {"leniency": model.leniency}, indent=1)
    # one signal a line
    text = re.sub(r"\[\s+([^\]]*?)\s+\]", lambda m: "[" + " ".join(m[1].split()) + "]", text)
    options.out.write_text(text + "\n", encoding="utf-8")


def figures(held: Held, leniency: float = LISTED) -> tuple[float, ...]:
    """Precision, recall, recall of equivalent rows, F1 and average precision of one set."""
    score = held.score(leniency)
    return score.precision, score.recall, score.equivalent, score.f1, average_precision(held.gold, held.shares)


def means(held: Sequence[Held], leniency: float = LISTED) -> tuple[float, ...]:
    """`figures` averaged over the sets."""
    return tuple(_mean(column) for column in zip(*(figures(h, leniency) for h in held), strict=True))


def calibration(held: Sequence[Held]) -> None:
    """Of the pairs given about one probability, the share that is aligned, and the same for equivalence."""
    for title, least in (("shares", RANKS["partial"]), ("equivalent", RANKS["equivalent"])):
        given = np.concatenate([getattr(h, title)[h.gold.levels != RANKS["disputed"]] for h in held])
        right = np.concatenate([h.gold.levels[h.gold.levels != RANKS["disputed"]] >= least for h in held])
        print(f"{title}: probability given, pairs, share of them right")
        for low in np.arange(0, 1, 0.1):
            inside = (given >= low) & (given < low + 0.1)
            if inside.any():
                print(f"  {given[inside].mean():.2f} {int(inside.sum()):6d} {right[inside].mean():.2f}")


if __name__ == "__main__":
    main()
