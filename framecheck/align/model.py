"""From signals to probabilities: logistic regression with weights from ``framecheck/data/aligner.json``.

The file is made by ``python -m framecheck.train.aligner``; it is small enough to read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


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
    """``shares``: do two sentences share a proposition; ``equivalent``: do they make one statement. Pairs below
    ``threshold`` are not kept."""

    shares: Logistic
    equivalent: Logistic
    threshold: float


@cache
def load() -> Model:
    """The shipped model."""
    stored = json.loads(files("framecheck").joinpath("data", "aligner.json").read_text(encoding="utf-8"))
    return Model(Logistic.read(stored["shares"]), Logistic.read(stored["equivalent"]), stored["threshold"])
