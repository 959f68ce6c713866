"""How sure a finding is: a logistic model over a few readable features, fitted on annotated stories.

The weights in ``framecheck/data/scorer.json`` are made by ``python -m framecheck.train.scorer``; without a weight a
feature counts nothing, so a new rule starts at the prior of its level.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from framecheck.records.alignment import Level
from framecheck.records.difference import Difference, Place
from framecheck.records.finding import Severity
from framecheck.records.story import Story


@cache
def weights() -> dict[str, float]:
    """Feature name to weight."""
    stored = files("framecheck").joinpath("data", "scorer.json")
    return dict(json.loads(stored.read_text("utf-8"))["weights"]) if stored.is_file() else {}


def features(code: str, severity: Severity, differences: Sequence[Difference], story: Story) -> dict[str, float]:
    """What is known about the differences of one finding, as named numbers."""
    best = max(differences, key=lambda d: d.pair_score * d.link)
    places = [p for d in differences for v in d.variants for p in v.places]
    shortest = min((p.span.end - p.span.start for v in best.variants for p in v.places), default=0)
    row = {
        "bias": 1.0,
        f"rule {code}": 1.0,
        f"relation {best.kind} {best.relation}": 1.0,
        f"level {best.level.value if best.level else 'article'}": 1.0,
        f"severity {severity.value}": 1.0,
        f"link {code}": best.link,
        "outlets": len({p.document for p in places}) / len(story.documents),
        "members": math.log(len(differences)),
        "words": math.log1p(shortest / 6),
        "lead": _lead(story, places),
        "quoted": float(best.quoted),
    }
    if best.level is not None:
        strongest = max(d.pair_score for d in differences)
        row["pair"] = strongest
        row[f"pair {code}"] = strongest
        row["equivalents"] = float(any(d.level is Level.EQUIVALENT for d in differences))
    for difference in differences:
        for trait, value in difference.traits.items():
            name = f"trait {difference.kind} {trait}"
            row[name] = max(row.get(name, 0.0), value)
    return row


def _lead(story: Story, places: Sequence[Place]) -> float:
    """1 for a divergence in the first sentence, falling to 0 at the end of the article."""
    return max((1 - p.sentence / len(story.documents[p.document].sentences) for p in places), default=0.0)


def probability(row: Mapping[str, float]) -> float:
    """The estimated probability that an editor calls this a divergence of its category."""
    known = weights()
    total = sum(known.get(name, 0.0) * value for name, value in row.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
