"""How loaded a word is by itself, estimated by a small logistic model.

The weights in ``framecheck/data/loadedness.json`` are made by ``python -m framecheck.train.loadedness`` from words that
experts marked as biased. What a word's vector adds is stored for each stem, so that no vectors are needed here.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from framecheck.diff.meaning import strength
from framecheck.records.document import Token

PARTS: Final = ("NN", "VB", "JJ", "RB")
AFFIXES: Final = (
    *("less", "ful", "ous", "ism", "ist", "ish", "ly", "ize"),
    *("ing", "tion", "ity", "ment", "able", "ive", "al", "y"),
)
PREFIXES: Final = ("un", "mis", "dis", "anti", "ultra", "over", "out", "re", "in")
SCALE: Final = 25  # stored steps to one unit of the logit
UNKNOWN: Final = "unknown stem"


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the named features, and the share of the logit that comes from the vector of a stem."""

    weights: dict[str, float]
    stems: dict[str, int]


@cache
def model() -> Model:
    """The shipped model."""
    stored = json.loads(files("framecheck").joinpath("data", "loadedness.json").read_text("utf-8"))
    return Model(stored["weights"], dict(zip(stored["stems"].split(" "), stored["steps"], strict=True)))


def named_features(form: str, base: str, part: str) -> Iterator[str]:
    """The features of a word (lower case), its stem and part of speech that are not its vector."""
    yield "bias"
    yield f"part {part}"
    yield from (f"affix {a}" for a in AFFIXES if form.endswith(a))
    yield from (f"prefix {p}" for p in PREFIXES if form.startswith(p))
    known = strength(form, base, part)
    if known is not None:
        yield f"strength {known}"


def loadedness(token: Token) -> float:
    """The probability, 0..1, that an expert calls *token* loaded; 0 for names and words without meaning of their own."""
    part = token.tag[:2]
    if part not in PARTS or token.tag.startswith("NNP") or not token.text[:1].isalpha():
        return 0.0
    return estimate(token.lower, token.stem, part)


@cache
def estimate(form: str, base: str, part: str) -> float:
    """The probability for a word in lower case."""
    fitted = model()
    total = sum(fitted.weights.get(name, 0.0) for name in named_features(form, base, part))
    step = fitted.stems.get(base)
    total += fitted.weights[UNKNOWN] if step is None else step / SCALE
    return 1 / (1 + math.exp(-total))
