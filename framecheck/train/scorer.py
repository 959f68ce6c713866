"""Fit the finding scorer: ``python -m framecheck.train.scorer GOLD SCORER.py [--out FILE]``.

*GOLD* is a folder of annotated article sets, *SCORER.py* the script that scores them. Each set is aligned, and its omissions
and additions are selected, with weights that never saw it; every finding, cut at nothing, is a row: its features and whether it
matches an annotated divergence of its category. Findings that bring a score with them are no rows, but figures count them.
Logistic regression with an L2 penalty, sets weighted equally. Leave-one-set-out figures, for all three models, are printed
before the shipped weights are fitted on all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from framecheck.diff import compare
from framecheck.diff.statements import Selecting
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference
from framecheck.records.finding import Report
from framecheck.records.story import Story
from framecheck.report.json_format import findings_document
from framecheck.rules.engine import MIN_SCORE, candidates
from framecheck.rules.registry import by_relation
from framecheck.rules.scoring import features
from framecheck.train import omissions
from framecheck.train.gold import aligned_unseen, load_scorer
from framecheck.train.regression import newton

CUTS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
UNREAD = 4.0  # weight of a set that nobody read while the rules were written: it tells more of new stories


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One annotated story: a feature row and a label for every finding, and what scoring them again needs."""

    name: str
    rows: tuple[dict[str, float], ...]
    labels: tuple[bool, ...]
    found: tuple[frozenset[str], ...]  # core clusters each finding matches
    clusters: int
    errors: tuple[frozenset[str], int]
    severities: tuple[int, ...]
    given: tuple[float | None, ...]  # the scores that findings bring with them
    weight: float


def read_set(folder: Path, alignment: Alignment, selecting: Selecting, score: Any, weight: float) -> GoldSet:
    """Compare the articles of one aligned gold set and label its findings."""
    gold = score.load(folder / "divergences.jsonl")
    rows, labels, found, severities, given = [], [], [], [], []
    names = None
    for finding, differences in candidates(alignment.story, compare(alignment, selecting)):
        document = findings_document(Report(alignment, (finding,)))
        names = names or score.article_names(document)
        sides = score.tidy(document["findings"][0]["sides"], names)
        hits = [g for g in gold if score.matches(sides, g) and score.typed(finding.category.value, g["types"])]
        rows.append(features(finding.code, finding.severity, differences, alignment.story))
        labels.append(bool(hits))
        found.append(frozenset(g.get("cluster") or g["id"] for g in hits if g["core"]))
        severities.append(finding.severity.rank)
        given.append(_brought(differences[0], alignment.story))
    core = {g.get("cluster") or g["id"] for g in gold if g["core"]}
    errors = frozenset(g.get("cluster") or g["id"] for g in gold if g["core"] and g["severity"] == "error")
    return GoldSet(
        folder.name,
        tuple(rows),
        tuple(labels),
        tuple(found),
        len(core),
        (errors, len(errors)),
        tuple(severities),
        tuple(given),
        weight,
    )


def _brought(difference: Difference, story: Story) -> float | None:
    """The score that the rule of a difference gives it, if it gives any."""
    verdict = by_relation()[difference.kind, difference.relation].judge(difference, story)
    return verdict.score if verdict else None


def fit(sets: Sequence[GoldSet], names: Sequence[str], penalty: float) -> np.ndarray:
    """Weights by Newton's method; each set weighs the same; the bias is not penalised."""
    index = {name: i for i, name in enumerate(names)}
    data = [
        (row, label, s.weight / max(len(s.rows), 1) ** 0.5)
        for s in sets
        for row, label, given in zip(s.rows, s.labels, s.given, strict=True)
        if given is None
    ]
    x = np.zeros((len(data), len(names)))
    for i, (row, _, _) in enumerate(data):
        for name, value in row.items():
            if name in index:
                x[i, index[name]] = value
    y = np.array([float(label) for _, label, _ in data])
    weight = np.array([w for _, _, w in data])
    weight /= weight.mean()
    ridge = np.full(len(names), penalty)
    ridge[index["bias"]] = 1e-3
    return newton(x, y, weight, ridge)


def predict(gold: GoldSet, names: Sequence[str], w: np.ndarray) -> list[float]:
    """The scores of a set's findings: those that they bring, else probabilities of their rows."""
    known = dict(zip(names, w, strict=True))
    totals = [sum(known.get(n, 0.0) * v for n, v in row.items()) for row in gold.rows]
    fitted = [float(1 / (1 + np.exp(-np.clip(t, -30, 30)))) for t in totals]
    return [p if given is None else given for p, given in zip(fitted, gold.given, strict=True)]


def evaluate(gold: GoldSet, scores: Sequence[float], cut: float) -> tuple[float, ...]:
    """(findings, precision, precision of the first 20, recall, recall of errors) above *cut*."""
    kept = [i for i, s in enumerate(scores) if s >= cut]
    kept.sort(key=lambda i: (gold.severities[i], -scores[i]))
    right = [gold.labels[i] for i in kept]
    found = frozenset().union(*(gold.found[i] for i in kept)) if kept else frozenset()
    errors, n_errors = gold.errors
    return (
        len(kept),
        sum(right) / max(len(kept), 1),
        sum(right[:20]) / max(min(len(kept), 20), 1),
        len(found) / gold.clusters,
        len(found & errors) / n_errors if n_errors else 0.0,  # as the scoring script has it
    )


def _without(sets: Sequence[GoldSet], held: GoldSet) -> list[GoldSet]:
    return [s for s in sets if s is not held]


def tables(left_out: Sequence[tuple[GoldSet, list[float]]]) -> Iterator[str]:
    """What leaving each set out gives: by cut, by set at the shipped cut, and precision by score as a text plot."""
    head = "  findings  precision  first 20   recall   errors"
    yield f"{'cut':16}{head}   mean over sets; 'unread' are sets that nobody read while the rules were written"
    for cut in CUTS:
        for label, chosen in (("all", left_out), ("unread", [x for x in left_out if x[0].weight > 1])):
            if chosen:
                yield f"{cut:<6.2f}{label:10}" + _figures([evaluate(held, scores, cut) for held, scores in chosen])
    yield f"\n{'set':16}{head}   at {MIN_SCORE}"
    for held, scores in left_out:
        yield f"{held.name:16}" + _figures([evaluate(held, scores, MIN_SCORE)])
    yield "\nscore       findings  right"
    told = [(s, right) for held, scores in left_out for s, right in zip(scores, held.labels, strict=True)]
    for low in range(0, 10):
        rights = [right for s, right in told if low <= s * 10 < low + 1]
        if rights:
            share = sum(rights) / len(rights)
            yield f"{low / 10:.1f} to {low / 10 + 0.1:.1f}  {len(rights):8d}   {share:.2f}  {'#' * round(40 * share)}"


def _figures(rows: Sequence[tuple[float, ...]]) -> str:
    mean = [sum(r[i] for r in rows) / len(rows) for i in range(5)]
    return f"{mean[0]:10.1f}" + "".join(f"{m:10.3f}" for m in mean[1:])


def main() -> None:
    """Print leave-one-set-out figures, then write weights fitted on all sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--unread", nargs="*", default=(), metavar="SET", help="sets that no rule was written on")
    parser.add_argument("--penalty", type=float, default=10.0)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / "scorer.json")
    options = parser.parse_args()
    score = load_scorer(options.scorer)
    folders = aligned_unseen(options.gold)
    weights = [UNREAD if folder.name in options.unread else 1.0 for folder, _ in folders]
    told = [
        omissions.read_set(alignment, folder, score, omissions.UNREAD if weight > 1 else 1.0)
        for (folder, alignment), weight in zip(folders, weights, strict=True)
    ]
    sets = [
        read_set(folder, alignment, model, score, weight)
        for (folder, alignment), model, weight in zip(folders, omissions.unseen(told), weights, strict=True)
    ]
    names = sorted({n for s in sets for row, given in zip(s.rows, s.given, strict=True) if given is None for n in row})
    left_out = [(held, predict(held, names, fit(_without(sets, held), names, options.penalty))) for held in sets]
    print("\n".join(tables(left_out)))
    w = fit(sets, names, options.penalty)
    kept = {name: round(float(v), 3) for name, v in zip(names, w, strict=True) if abs(v) >= 0.001}
    stored = {"made by": "python -m framecheck.train.scorer", "sets": [s.name for s in sets], "weights": kept}
    options.out.write_text(json.dumps(stored, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
