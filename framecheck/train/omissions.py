"""Fit the models that select omissions and additions: ``python -m framecheck.train.omissions GOLD SCORER.py [--unread SET…]``.

*GOLD* is a folder of annotated article sets, *SCORER.py* the script that scores them. Each set is aligned with weights that
never saw it. For omissions a row is a phrase that outlets share with an outlet that may lack it; it is right where annotators
say that this outlet lacks words that the phrase, or one of its twins, touches. For additions a row is a phrase that one outlet
alone tells; it is right where annotators mark its words as an addition or omission, by themselves or against the counterpart in
the closest outlet that lacks them. Logistic regression with an L2 penalty on scaled traits; a set weighs the square root of its
rows. Prints how often the first facts of a story are right with weights fitted on the other sets, then writes those fitted on
all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from framecheck.align.model import Logistic
from framecheck.diff.alone import Extra, counterpart, extras
from framecheck.diff.constituents import Constituent
from framecheck.diff.statements import Selecting, additions, facts, probabilities
from framecheck.diff.untold import Gap, gaps, view_of
from framecheck.records.alignment import Alignment
from framecheck.train.gold import aligned_unseen, load_scorer
from framecheck.train.regression import newton

PENALTY = 20.0
PENALTY_ALONE = 200.0  # what one outlet alone tells is told apart worse
UNREAD = 3.0  # weight of a set that nobody read: no lexicon was written for it
FIRST = (2, 4, 6)
FIRST_ALONE = (2, 4, 6, 10)

Clusters = frozenset[str]


@dataclass(frozen=True, slots=True)
class GapSet:
    """The gaps and extras of one story with the annotated clusters that each meets, and all core clusters of these kinds: of
    omissions alone, and with additions that have a counterpart."""

    name: str
    gaps: tuple[Gap, ...]
    met: tuple[Clusters, ...]
    extras: tuple[Extra, ...]
    met_alone: tuple[Clusters, ...]
    core: Clusters
    core_alone: Clusters
    weight: float


def read_set(alignment: Alignment, folder: Path, score: Any, weight: float) -> GapSet:
    """The gaps and extras of one aligned story, labelled."""
    documents = alignment.story.documents
    names = [Path(d.article.path).stem.split("_")[0] for d in documents]
    noted = [g for g in score.load(folder / "divergences.jsonl") if score.typed("omission", g["types"])]
    lacked = [g for g in noted if "span_start" not in g["b"]]
    set_against = [g for g in noted if "span_start" in g["b"]]

    def side(told: Constituent) -> dict[str, Any]:
        return {"article": names[told.ref.document], "start": told.span.start, "end": told.span.end}

    def touched(told: Constituent, lacking: int) -> Clusters:
        return _clusters(g for g in lacked if g["b"]["article"] == names[lacking] and score.touch(side(told), g["a"]))

    def answered(extra: Extra) -> Clusters:
        other = counterpart(view, extra) if view else None
        if other is None:
            return frozenset()
        return _clusters(
            g
            for g in set_against
            for here, there in ((g["a"], g["b"]), (g["b"], g["a"]))
            if score.touch(side(extra.phrase), here) and score.touch(side(other), there)
        )

    view = view_of(alignment)
    found = tuple(gaps(view)) if view else ()
    met = tuple(frozenset().union(*(touched(c, gap.lacking) for c in (gap.phrase, *gap.twins))) for gap in found)
    alone = tuple(extras(view)) if view else ()
    met_alone = tuple(answered(e).union(*(touched(e.phrase, j) for j in e.lacking)) for e in alone)
    core = _clusters(g for g in lacked if g["core"])
    return GapSet(folder.name, found, met, alone, met_alone, core, _clusters(g for g in noted if g["core"]), weight)


def _clusters(rows: Iterator[dict[str, Any]]) -> Clusters:
    return frozenset(g.get("cluster") or g["id"] for g in rows)


def fit(sets: Sequence[GapSet]) -> Selecting:
    """Weights that tell gaps and extras that annotators note from the others."""
    return Selecting(
        _fit([(s.gaps, s.met, s.weight) for s in sets], PENALTY),
        _fit([(s.extras, s.met_alone, s.weight) for s in sets], PENALTY_ALONE),
    )


def _fit(sets: Sequence[tuple[Sequence[Gap | Extra], Sequence[Clusters], float]], penalty: float) -> Logistic:
    names = sorted({name for rows, _, _ in sets for row in rows[:1] for name in row.traits})
    x = np.array([[row.traits[name] for name in names] for rows, _, _ in sets for row in rows])
    y = np.array([float(bool(clusters)) for _, met, _ in sets for clusters in met])
    weight = np.concatenate([np.full(len(rows), w / max(len(rows), 1) ** 0.5) for rows, _, w in sets])
    weight /= weight.mean()
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-6
    z = np.concatenate([(x - mean) / scale, np.ones((len(x), 1))], axis=1)
    beta = newton(z, y, weight, np.array([penalty] * len(names) + [1e-3]))
    terms = {n: (float(mean[i]), float(scale[i]), float(beta[i])) for i, n in enumerate(names)}
    return Logistic(float(beta[-1]), terms)


def unseen(sets: Sequence[GapSet]) -> list[Selecting]:
    """For each set models fitted on the others."""
    return [fit([other for other in sets if other is not held]) for held in sets]


def evaluate(held: GapSet, models: Selecting, first: int) -> tuple[int, int, Clusters]:
    """Of the *first* facts: how many there are, how many are right, which core clusters they meet."""
    met = {(gap.phrase, gap.lacking): clusters for gap, clusters in zip(held.gaps, held.met, strict=True)}
    chosen = facts(held.gaps, probabilities(held.gaps, models.omissions))[:first]
    hits = [frozenset().union(*(met[f.gap.phrase, lacking] for lacking in f.missing)) for f in chosen]
    return len(chosen), sum(map(bool, hits)), frozenset().union(*hits) & held.core


def evaluate_alone(held: GapSet, models: Selecting, first: int) -> tuple[int, int, Clusters]:
    """The same of the *first* additions, core clusters that facts already meet left out."""
    met = {extra.phrase: clusters for extra, clusters in zip(held.extras, held.met_alone, strict=True)}
    left_out = facts(held.gaps, probabilities(held.gaps, models.omissions))
    chosen = additions(held.extras, probabilities(held.extras, models.additions), left_out)[:first]
    hits = [met[one.extra.phrase] for one in chosen]
    known = evaluate(held, models, len(left_out))[2]
    return len(chosen), sum(map(bool, hits)), (frozenset().union(*hits) & held.core_alone) - known


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
    for title, evaluated, firsts in (
        ("first facts of a story    ", evaluate, FIRST),
        ("first additions of a story", evaluate_alone, FIRST_ALONE),
    ):
        print(f"{title}   facts  right      share   clusters met")
        for label, chosen in (("all", held), ("unread", [x for x in held if x[0].weight > 1])):
            for first in firsts if chosen else ():
                rows = [evaluated(s, models, first) for s, models in chosen]
                total, right = sum(r[0] for r in rows), sum(r[1] for r in rows)
                met, core = sum(len(r[2]) for r in rows), sum(len(s.core | s.core_alone) for s, _ in chosen)
                print(f"{label:12}{first:4d}{total:18d}{right:7d}{right / max(total, 1):11.3f}{met:7d} of {core}")
    models = fit(sets)
    stored = ",\n".join(f' "{name}": {_written(getattr(models, name))}' for name in ("omissions", "additions"))
    options.out.write_text(f"{{\n{stored}\n}}\n", encoding="utf-8")


def _written(model: Logistic) -> str:
    stored = model.write()
    terms = ",\n".join(f"   {json.dumps(name)}: {json.dumps(value)}" for name, value in stored["terms"].items())
    return f'{{\n  "bias": {stored["bias"]},\n  "terms": {{\n{terms}\n  }}\n }}'


if __name__ == "__main__":
    main()
