"""What each signal of the aligner contributes: ``python tests/benchmarks/ablate_alignment.py [GOLD]``.

Every line is fitted and scored leave one set out over the annotated sets: mean F1, recall of equivalent pairs and average
precision, first with all signals, then without one group, then the character cosine alone at the one threshold and at the
best threshold for each set.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from framecheck.align.signals import RELATIVE
from framecheck.train.aligner import LENIENCY, Gold, average_precision, evaluate, leave_one_out, means, read

GROUPS = {
    "characters": ("characters",),
    "word overlap by rarity": ("story_", "general_", "product_", "plain_", "length_"),
    "names, numbers, entities": ("names_", "numbers_", "entities_"),
    "quotations, speakers": ("quoted_", "quote_", "speakers_"),
    "runs of the same words": ("run_",),
    "against each sentence's background": tuple(f"{name}_stands_out" for name in RELATIVE),
    "place in the article, headings": ("position_", "heading_"),
    "neighbours, third outlets, rivals": (
        "other_",
        "rank",
        "mass_",
        "elsewhere_",
        "third",
        "along",
        "across",
        "beside",
    ),
}
THRESHOLDS = np.arange(0.05, 0.4, 0.01)


def baseline(sets: Sequence[Gold]) -> None:
    """The character cosine alone."""
    scores = [gold.signals["characters"] for gold in sets]
    curves = np.array([[evaluate(g, s >= t).f1 for t in THRESHOLDS] for g, s in zip(sets, scores, strict=True)])
    fixed = []
    for i, (gold, score) in enumerate(zip(sets, scores, strict=True)):
        fixed.append(evaluate(gold, score >= THRESHOLDS[np.delete(curves, i, axis=0).mean(axis=0).argmax()]))
    precision = np.mean([average_precision(g, s) for g, s in zip(sets, scores, strict=True)])
    line("character cosine alone", np.mean([s.f1 for s in fixed]), np.mean([s.equivalent for s in fixed]), precision)
    print(f"{'  at the best threshold of each set':40}{curves.max(axis=1).mean():8.3f}")


def line(title: str, f1: float, equivalent: float, precision: float) -> None:
    print(f"{title:40}{f1:8.3f}{equivalent:9.3f}{precision:8.3f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(__file__).resolve().parents[3] / "shared" / "gold"
    parser.add_argument("gold", type=Path, nargs="?", default=shared)
    options = parser.parse_args()
    sets = [read(folder) for folder in sorted(options.gold.iterdir()) if folder.is_dir()]
    print(f"{'':40}{'F1':>8}{'R equiv':>9}{'AP':>8}")
    baseline(sets)
    for title, left_out in {"all signals": (), **{f"- {group}": names for group, names in GROUPS.items()}}.items():
        _, _, equivalent, f1, precision = means(leave_one_out(sets, left_out), LENIENCY)
        line(title, f1, equivalent, precision)


if __name__ == "__main__":
    main()
