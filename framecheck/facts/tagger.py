"""Part-of-speech tags: an averaged perceptron (Collins 2002) with weights of our own.

The features are Honnibal's (nltk's) and seven more: suffixes of one, two and four letters, the shapes of the word and of its
neighbours, the tag before with the word behind. The weights in ``framecheck/data/tagger.gz`` are made with nltk's
``PerceptronTagger`` by ``python -m framecheck.train.tagger``, which names the treebank and its terms. Tagging itself is done
here: it gives the tags that nltk's class gives, at half its cost and without importing nltk, whose other modules take a third
of a second to load.
"""

from __future__ import annotations

import gzip
import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, groupby, pairwise
from typing import Final

FILE: Final = "tagger.gz"
UNIT: Final = 100  # weights are stored as hundredths
_START: Final = ("-START-", "-START2-")
_END: Final = ("-END-", "-END2-")


@dataclass(frozen=True, slots=True)
class Model:
    """``known`` gives the tag of words that have only one; ``rows`` maps a feature to the range of its entries in
    ``labels`` (indexes into ``classes``, which are sorted) and ``weights``."""

    classes: tuple[str, ...]
    known: dict[str, str]
    rows: dict[str, tuple[int, int]]
    labels: bytes
    weights: array[int]

    def best(self, features: Iterable[str]) -> str:
        """The class with the highest sum of weights, the last of equals."""
        rows, labels, weights = self.rows, self.labels, self.weights
        scores = [0] * len(self.classes)
        for feature in features:
            row = rows.get(feature)
            if row:
                for at in range(*row):
                    scores[labels[at]] += weights[at]
        return self.classes[len(scores) - 1 - scores[::-1].index(max(scores))]


def tag(words: Sequence[str]) -> list[str]:
    """The Penn tags of the words of one sentence."""
    model = load()
    context = [*_START, *words, *_END]
    found: list[str] = []
    before, second = _START
    for index, word in enumerate(words):
        label = model.known.get(word) or model.best(features(context[index : index + 5], before, second))
        before, second = label, before
        found.append(label)
    return found


def features(around: Sequence[str], before: str, second: str) -> tuple[str, ...]:
    """What the perceptron sees: a word with two words on either side (*around*) and the two tags before it."""
    left2, left, word, right, right2 = around
    this, following = _normal(word), _normal(right)
    return (
        *_own(word),
        *_left(left),
        *_right(right),
        f"i-2 word {_normal(left2)}",
        f"i+2 word {_normal(right2)}",
        f"i-1 tag {before}",
        f"i-2 tag {second}",
        f"i tag+i-2 tag {before} {second}",
        f"i-1 tag+i word {before} {this}",
        f"i-1 tag+i+1 word {before} {following}",
    )


@lru_cache(maxsize=1 << 15)
def _own(word: str) -> tuple[str, ...]:
    lower, this = word.lower(), _normal(word)
    return (
        "bias",
        f"i word {this}",
        f"i suffix {word[-3:]}",
        f"i suffix1 {lower[-1:]}",
        f"i suffix2 {lower[-2:]}",
        f"i suffix4 {lower[-4:]}",
        f"i pref1 {word[:1]}",
        f"i shape {_shape(word)}",
    )


@lru_cache(maxsize=1 << 15)
def _left(word: str) -> tuple[str, ...]:
    this = _normal(word)
    return f"i-1 word {this}", f"i-1 suffix {this[-3:]}", f"i-1 shape {_shape(word)}"


@lru_cache(maxsize=1 << 15)
def _right(word: str) -> tuple[str, ...]:
    this = _normal(word)
    return f"i+1 word {this}", f"i+1 suffix {this[-3:]}", f"i+1 shape {_shape(word)}"


def _shape(word: str) -> str:
    """ "Xx" for "Oslo", "d" for "1999", "Xx-x" for "Ex-mayor": kinds of characters, runs written once."""
    kinds = ("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word)
    return "".join(kind for kind, _ in groupby(kinds))


@lru_cache(maxsize=1 << 15)
def _normal(word: str) -> str:
    if "-" in word and word[0] != "-":
        return "!HYPHEN"
    if word.isdigit() and len(word) == 4:
        return "!YEAR"
    return "!DIGITS" if word[:1].isdigit() else word.lower()


@cache
def load() -> Model:
    """The shipped model. The file: a JSON line with classes, known words and features, then for all features together the
    lengths of their rows (a byte each), the labels (a byte each) and the weights (little-endian, two bytes each)."""
    import sys

    line, _, body = gzip.decompress(files("framecheck").joinpath("data", FILE).read_bytes()).partition(b"\n")
    head = json.loads(line)
    features = head["features"].split("\t")
    ends = list(accumulate(body[: len(features)], initial=0))
    labels, packed = body[len(features) :][: ends[-1]], body[len(features) + ends[-1] :]
    weights = array("h", packed)
    if sys.byteorder == "big":
        weights.byteswap()
    return Model(
        tuple(head["classes"]), head["known"], dict(zip(features, pairwise(ends), strict=True)), labels, weights
    )


def pack(weights: dict[str, dict[str, float]], known: dict[str, str], classes: Iterable[str]) -> bytes:
    """The file that ``load`` reads."""
    import sys

    names = sorted(classes)
    numbers = {name: number for number, name in enumerate(names)}
    rows = [(feature, sorted(row.items())) for feature, row in sorted(weights.items())]
    head = {"classes": names, "known": known, "features": "\t".join(feature for feature, _ in rows)}
    values = array("h", [round(w * UNIT) for _, row in rows for _, w in row])
    if sys.byteorder == "big":
        values.byteswap()
    parts = (
        json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n",
        bytes(len(row) for _, row in rows),
        bytes(numbers[label] for _, row in rows for label, _ in row),
        values.tobytes(),
    )
    return gzip.compress(b"".join(parts), 9, mtime=0)
