"""Fit the aligner's weights on annotated sets: ``python -m framecheck.train.aligner GOLD``.

A set is a folder with one text file an outlet and ``alignments.jsonl``: rows with sides ``a`` and ``b`` (article, start,
end) and a ``level`` of ``equivalent``, ``partial``, ``related`` or ``disputed``; the last counts neither way. The weights are
those of a ridge logistic regression fitted by iteratively reweighted least squares; a set weighs the square root of its
aligned pairs. Prints figures for each set with weights and threshold fitted on the others, then writes the weights
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

from framecheck.align.model import Logistic
from framecheck.align.signals import signals
from framecheck.align.table import Table, cross_pairs, table
from framecheck.records.story import Story

Floats = NDArray[np.float64]
RANKS = {"related": 0, "disputed": 1, "partial": 2, "equivalent": 3}
RIDGE = 50.0
GRID = np.arange(0.1, 0.7, 0.01)


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated set: ``levels`` is the rank of each pair (-1: not annotated), ``rows`` the rank of each gold row worth
    finding with the pairs that find it."""

    name: str
    signals: dict[str, NDArray[np.float32]]
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
    return Gold(folder.name, signals(sentences, a, b), levels, rows)


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


def fit(sets: Sequence[Gold], least: int) -> Logistic:
    """Weights that tell pairs of rank *least* or more from the others."""
    names = list(sets[0].signals)
    judged = [gold.levels != RANKS["disputed"] for gold in sets]
    x = np.concatenate(
        [np.stack([g.signals[n][j] for n in names], 1) for g, j in zip(sets, judged, strict=True)]
    ).astype(np.float64)
    y = np.concatenate([(g.levels[j] >= least).astype(np.float64) for g, j in zip(sets, judged, strict=True)])
    aligned = [max((g.levels >= RANKS["partial"]).sum(), 1) for g in sets]
    weight = np.concatenate([np.full(j.sum(), n**-0.5) for n, j in zip(aligned, judged, strict=True)])
    weight /= weight.mean()
    mean = np.average(x, axis=0, weights=weight)
    scale = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=weight)) + 1e-6
    z = np.c_[(x - mean) / scale, np.ones(len(x))]
    beta = _irls(z, y, weight)
    terms = {n: (float(mean[i]), float(scale[i]), float(beta[i])) for i, n in enumerate(names)}
    return Logistic(float(beta[-1]), terms)


def _irls(z: Floats, y: Floats, weight: Floats) -> Floats:
    """Newton's steps on the penalised likelihood; the last column is the bias and is not penalised."""
    ridge = np.diag([RIDGE] * (z.shape[1] - 1) + [0.0])
    beta = np.zeros(z.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ beta))
        gradient = z.T @ (weight * (p - y)) + ridge @ beta
        curvature = (z * (weight * np.maximum(p * (1 - p), 1e-5))[:, None]).T @ z + ridge
        step = np.linalg.solve(curvature, gradient)
        beta -= step
        if np.abs(step).max() < 1e-5:
            break
    return beta


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


def leave_one_out(sets: Sequence[Gold]) -> list[tuple[Gold, NDArray[np.float32], Score]]:
    """Each set scored by weights and threshold that never saw it."""
    scored = [
        (gold, fit([other for other in sets if other is not gold], RANKS["partial"]).probability(gold.signals))
        for gold in sets
    ]
    curves = np.array([[evaluate(gold, p >= t).f1 for t in GRID] for gold, p in scored])
    result = []
    for i, (gold, p) in enumerate(scored):
        threshold = GRID[np.delete(curves, i, axis=0).mean(axis=0).argmax()]
        result.append((gold, p, evaluate(gold, p >= threshold)))
    return result


def main() -> None:
    """Print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / "aligner.json")
    options = parser.parse_args()
    sets = [read(folder) for folder in sorted(options.gold.iterdir()) if folder.is_dir()]
    held = leave_one_out(sets)
    print(f"{'set':14}{'P':>8}{'R':>8}{'R equiv':>9}{'F1':>8}{'AP':>8}")
    table_ = [(s.precision, s.recall, s.equivalent, s.f1, average_precision(g, p)) for g, p, s in held]
    for (gold, _, _), row in zip(held, table_, strict=True):
        print(f"{gold.name:14}" + "".join(f"{v:8.3f}" for v in row))
    print(f"{'mean':14}" + "".join(f"{_mean([row[i] for row in table_]):8.3f}" for i in range(5)))
    curves = np.array([[evaluate(gold, p >= t).f1 for t in GRID] for gold, p, _ in held])
    stored = {
        "shares": fit(sets, RANKS["partial"]).write(),
        "equivalent": fit(sets, RANKS["equivalent"]).write(),
        "threshold": round(float(GRID[curves.mean(axis=0).argmax()]), 2),
    }
    # one signal a line
    text = re.sub(r"\[\s+([^\]]*?)\s+\]", lambda m: "[" + " ".join(m[1].split()) + "]", json.dumps(stored, indent=1))
    options.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
