"""Fit the model that selects omissions: ``python -m framecheck.train.omissions GOLD SCORER.py [--unread SET…]``.

*GOLD* is a folder of annotated article sets, *SCORER.py* the script that scores them. Each set is aligned with weights that
never saw it. A row is a phrase that outlets share with an outlet that may lack it; it is right where annotators say that this
outlet lacks words that the phrase, or one of its twins, touches. Logistic regression with an L2 penalty on scaled traits; a
set weighs the square root of its rows. Prints how often the first facts of a story are right with weights fitted on the other
sets, then writes those fitted on all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from framecheck.align.model import Logistic
from framecheck.diff.constituents import Constituent
from framecheck.diff.statements import facts, probabilities
from framecheck.diff.untold import Gap, gaps
from framecheck.records.alignment import Alignment
from framecheck.train.gold import aligned_unseen, load_scorer
from framecheck.train.regression import newton

PENALTY = 20.0
UNREAD = 3.0  # weight of a set that nobody read: no lexicon was written for it
FIRST = (2, 4, 6)


@dataclass(frozen=True, slots=True)
class GapSet:
    """The gaps of one story and the annotated clusters that each meets, and all core clusters of that kind."""

    name: str
    gaps: tuple[Gap, ...]
    met: tuple[frozenset[str], ...]
    core: frozenset[str]
    weight: float


def read_set(alignment: Alignment, folder: Path, score: Any, weight: float) -> GapSet:
    """The gaps of one aligned story, labelled."""
    documents = alignment.story.documents
    names = [Path(d.article.path).stem.split("_")[0] for d in documents]
    lacked = [
        g
        for g in score.load(folder / "divergences.jsonl")
        if "span_start" not in g["b"] and score.typed("omission", g["types"])
    ]

    def touched(told: Constituent, lacking: int) -> set[str]:
        side = {"article": names[told.ref.document], "start": told.span.start, "end": told.span.end}
        return {
            g.get("cluster") or g["id"]
            for g in lacked
            if g["b"]["article"] == names[lacking] and score.touch(side, g["a"])
        }

    found = tuple(gaps(alignment))
    met = tuple(frozenset().union(*(touched(c, gap.lacking) for c in (gap.phrase, *gap.twins))) for gap in found)
    core = frozenset(g.get("cluster") or g["id"] for g in lacked if g["core"])
    return GapSet(folder.name, found, met, core, weight)


def fit(sets: Sequence[GapSet]) -> Logistic:
    """Weights that tell gaps that annotators note from the others."""
    names = sorted({name for s in sets for gap in s.gaps[:1] for name in gap.traits})
    x = np.array([[gap.traits[name] for name in names] for s in sets for gap in s.gaps])
    y = np.array([float(bool(met)) for s in sets for met in s.met])
    weight = np.concatenate([np.full(len(s.gaps), s.weight / max(len(s.gaps), 1) ** 0.5) for s in sets])
    weight /= weight.mean()
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-6
    z = np.concatenate([(x - mean) / scale, np.ones((len(x), 1))], axis=1)
    beta = newton(z, y, weight, np.array([PENALTY] * len(names) + [1e-3]))
    terms = {n: (float(mean[i]), float(scale[i]), float(beta[i])) for i, n in enumerate(names)}
    return Logistic(float(beta[-1]), terms)


def unseen(sets: Sequence[GapSet]) -> list[Logistic]:
    """For each set a model fitted on the others."""
    return [fit([other for other in sets if other is not held]) for held in sets]


def evaluate(held: GapSet, model: Logistic, first: int) -> tuple[int, int, frozenset[str]]:
    """Of the *first* facts: how many there are, how many are right, which core clusters they meet."""
    met = {(gap.phrase, gap.lacking): clusters for gap, clusters in zip(held.gaps, held.met, strict=True)}
    chosen = facts(held.gaps, probabilities(held.gaps, model))[:first]
    hits = [frozenset().union(*(met[f.gap.phrase, lacking] for lacking in f.missing)) for f in chosen]
    return len(chosen), sum(map(bool, hits)), frozenset().union(*hits) & held.core


def main() -> None:
    """Print leave-one-set-out figures, then write weights fitted on all sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--unread", nargs="*", default=(), metavar="SET", help="sets that no rule was written on")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / "omissions.json")
    options = parser.parse_args()
    sets = [
        read_set(alignment, folder, load_scorer(options.scorer), UNREAD if folder.name in options.unread else 1.0)
        for folder, alignment in aligned_unseen(options.gold)
    ]
    held = list(zip(sets, unseen(sets), strict=True))
    print("first facts of a story       facts  right      share   clusters met")
    for label, chosen in (("all", held), ("unread", [x for x in held if x[0].weight > 1])):
        for first in FIRST if chosen else ():
            rows = [evaluate(s, model, first) for s, model in chosen]
            total, right = sum(r[0] for r in rows), sum(r[1] for r in rows)
            met, core = sum(len(r[2]) for r in rows), sum(len(s.core) for s, _ in chosen)
            print(f"{label:12}{first:4d}{total:18d}{right:7d}{right / max(total, 1):11.3f}{met:7d} of {core}")
    stored = fit(sets).write()
    terms = ",\n".join(f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in stored["terms"].items())
    options.out.write_text(f'{{\n "bias": {stored["bias"]},\n "terms": {{\n{terms}\n }}\n}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
