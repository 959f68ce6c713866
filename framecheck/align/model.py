"""From signals to probabilities: logistic regression with weights from ``framecheck/data/aligner.json``.

The file is made by ``python -m framecheck.train.aligner``; it is small enough to read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, Self

from framecheck.align.context import context
from framecheck.align.signals import signals

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framecheck.align.table import Table

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Signals = dict[str, Floats]

LISTED: Final = 0.7  # leniency of the pairs that are listed; fewer, of which the model is surer, are compared
VERBATIM: Final = 0.7  # character cosine of sentences so alike that they make one statement in any story


@dataclass(frozen=True, slots=True)
class Logistic:
    """One logistic regression: ``terms`` maps a signal to its mean, its scale and the weight of the scaled value."""

    bias: float
    terms: dict[str, tuple[float, float, float]]

    def probability(self, signals: dict[str, Floats]) -> Floats:
        """The probability of every pair; *signals* are parallel arrays."""
        import numpy as np

        total = np.full(len(next(iter(signals.values()))), self.bias, np.float32)
        for name, (mean, scale, weight) in self.terms.items():
            total += (signals[name] - np.float32(mean)) * np.float32(weight / scale)
        return (1 / (1 + np.exp(-np.clip(total, -30, 30)))).astype(np.float32)

    @classmethod
    def read(cls, stored: dict[str, Any]) -> Self:
        """From the form that `write` gives."""
        return cls(stored["bias"], {name: (m, s, w) for name, (m, s, w) in stored["terms"].items()})

    def write(self) -> dict[str, Any]:
        """For JSON, rounded so that the file stays readable."""
        terms = {name: [round(m, 4), round(s, 4), round(w, 4)] for name, (m, s, w) in self.terms.items()}
        return {"bias": round(self.bias, 4), "terms": terms}


@dataclass(frozen=True, slots=True)
class Model:
    """``first`` looks at the signals of a pair alone, ``shares`` at its context too: do the sentences share a proposition.
    ``equivalent``: do they make one statement. ``leniency`` scales the threshold of `threshold`."""

    first: Logistic
    shares: Logistic
    equivalent: Logistic
    leniency: float

    def judge(self, rows: Table, a: Ints, b: Ints) -> tuple[Floats, Floats]:
        """The probabilities of sharing a proposition and of making one statement, for the row numbers *a* and *b*."""
        return self.decide(rows, a, b, signals(rows, a, b))

    def decide(self, rows: Table, a: Ints, b: Ints, found: Signals) -> tuple[Floats, Floats]:
        """`judge` on signals that are known."""
        import numpy as np

        found = found | context(rows, a, b, self.first.probability(found))
        shares = self.shares.probability(found)
        equivalent = np.where(found["characters"] >= VERBATIM, shares, self.equivalent.probability(found))
        return shares, np.minimum(equivalent, shares)


def threshold(shares: Floats, leniency: float) -> float:
    """The probability from which pairs of one story are kept: *leniency* times the one with the highest expected F1, which
    calibrated probabilities tell without labels (Jansche 2007), so that a story told in much the same words by all and one
    told apart are cut each where it should."""
    import numpy as np

    ordered = np.sort(shares)[::-1].astype(np.float64)
    expected = 2 * np.cumsum(ordered) / (np.arange(1, len(ordered) + 1) + ordered.sum())
    return float(ordered[expected.argmax()]) * leniency


@cache
def load() -> Model:
    """The shipped model."""
    stored = json.loads(files("framecheck").joinpath("data", "aligner.json").read_text(encoding="utf-8"))
    first, shares, equivalent = (Logistic.read(stored[name]) for name in ("first", "shares", "equivalent"))
    return Model(first, shares, equivalent, stored["leniency"])
