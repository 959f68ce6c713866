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
from struct import unpack
from typing import Final

FILE: Final = "tagger.gz"
UNIT: Final = 100  # weights are stored as hundredths
_BITS: Final = 32  # for the sum of a class
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

    def packed(self, features: Iterable[str]) -> int:
        """The weights of *features*, summed for each class: ``_BITS`` a class, the last class lowest."""
        rows, labels, weights = self.rows, self.labels, self.weights
        total, top = 0, len(self.classes) - 1
        for feature in features:
            row = rows.get(feature)
            if row:
                for at in range(*row):
                    total += weights[at] << _BITS * (top - labels[at])
        return total

    def best(self, packed: int) -> str:
        """The class with the highest of the *packed* sums, the last of equals."""
        size = len(self.classes)
        positive = packed + _halves(size)  # no sum borrows from the next
        sums = unpack(f"<{size}I", positive.to_bytes(size * _BITS // 8, "little"))
        return self.classes[size - 1 - sums.index(max(sums))]


@cache
def _halves(size: int) -> int:
    return sum(1 << _BITS * (i + 1) - 1 for i in range(size))


def tag(words: Sequence[str]) -> list[str]:
    """The Penn tags of the words of one sentence."""
    model = load()
    seen = [_weighed(word) for word in (*_START, *words, *_END)]
    found: list[str] = []
    before, second = _START
    for i, word in enumerate(words):
        label = model.known.get(word)
        if label is None:
            following = words[i + 1] if i + 1 < len(words) else _END[0]
            around = seen[i][0] + seen[i + 1][1] + seen[i + 2][2] + seen[i + 3][3] + seen[i + 4][4]
            beside = _weighed_beside(before, word) + _weighed_behind(before, following)
            label = model.best(around + beside + _weighed_tags(before, second))
        before, second = label, before
        found.append(label)
    return found


def features(around: Sequence[str], before: str, second: str) -> tuple[str, ...]:
    """What the perceptron sees: a word with two words on either side (*around*) and the two tags before it."""
    _, _, word, right, _ = around
    views = (view for place, other in enumerate(around) for view in _views(other)[place])
    return *views, *_tags(before, second), _beside(before, word), _behind(before, right)


def _views(word: str) -> tuple[tuple[str, ...], ...]:
    """The features that *word* gives the word two places behind it, the one behind it, itself, the one before it and the one
    before that."""
    lower, this, shape = word.lower(), _normal(word), _shape(word)
    own = (
        "bias",
        f"i word {this}",
        f"i suffix {word[-3:]}",
        f"i suffix1 {lower[-1:]}",
        f"i suffix2 {lower[-2:]}",
        f"i suffix4 {lower[-4:]}",
        f"i pref1 {word[:1]}",
        f"i shape {shape}",
    )
    return (
        (f"i-2 word {this}",),
        (f"i-1 word {this}", f"i-1 suffix {this[-3:]}", f"i-1 shape {shape}"),
        own,
        (f"i+1 word {this}", f"i+1 suffix {this[-3:]}", f"i+1 shape {shape}"),
        (f"i+2 word {this}",),
    )


def _tags(before: str, second: str) -> tuple[str, ...]:
    return f"i-1 tag {before}", f"i-2 tag {second}", f"i tag+i-2 tag {before} {second}"


def _beside(before: str, word: str) -> str:
    return f"i-1 tag+i word {before} {_normal(word)}"


def _behind(before: str, right: str) -> str:
    return f"i-1 tag+i+1 word {before} {_normal(right)}"


# what the shipped model gives to features that come again and again


@lru_cache(maxsize=1 << 13)
def _weighed(word: str) -> tuple[int, ...]:
    return tuple(map(load().packed, _views(word)))


@lru_cache(maxsize=1 << 12)
def _weighed_tags(before: str, second: str) -> int:
    return load().packed(_tags(before, second))


@lru_cache(maxsize=1 << 13)
def _weighed_beside(before: str, word: str) -> int:
    return load().packed((_beside(before, word),))


@lru_cache(maxsize=1 << 13)
def _weighed_behind(before: str, right: str) -> int:
    return load().packed((_behind(before, right),))


def _shape(word: str) -> str:
    """ "Xx" for "Oslo", "d" for "1999", "Xx-x" for "Ex-mayor": kinds of characters, runs written once."""
    kinds = ("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word)
    return "".join(kind for kind, _ in groupby(kinds))


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
