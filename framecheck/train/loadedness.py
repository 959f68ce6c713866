"""Fit how loaded a word is: ``python -m framecheck.train.loadedness SENTENCES.jsonl.gz VECTORS.npz [--out FILE]``.

Sentences: BABE (Spinde et al. 2021; words that experts marked as biased; used for fitting, neither its text nor its word
list is kept). Vectors: the file that ``framecheck.train.vectors`` writes; it does not ship. Logistic regression with an L2
penalty over the word's vector, part of speech, affixes and strength in the lexicon ``loaded``, one row a content word.
Folds keep all occurrences of a stem together, so the printed average precision is that of words never seen. What ships
are the named weights and, for each stem with a vector, what the vector adds to the logit.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from framecheck.diff.loadedness import AFFIXES, PARTS, PREFIXES, SCALE, UNKNOWN, named_features
from framecheck.diff.meaning import strength
from framecheck.facts.tagger import tag
from framecheck.facts.tokens import stem, token_spans
from framecheck.text import Span, fold

Floats = NDArray[np.float64]

FOLDS = 5
PENALTIES = (3.0, 10.0, 30.0)
REACH = 3.0  # of a vector: how far the penalty lets it speak beside the named features
NAMES = (
    "bias",
    UNKNOWN,
    *(f"part {p}" for p in PARTS),
    *(f"affix {a}" for a in AFFIXES),
    *(f"prefix {p}" for p in PREFIXES),
    *(f"strength {n}" for n in range(3)),
)
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One content word of a sentence: its form in lower case, stem, part of speech and whether experts marked it."""

    form: str
    stem: str
    part: str
    marked: bool


def rows(path: Path) -> Iterator[Row]:
    """The content words of the sentences on whose label the experts agree; names are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["label"] == "No agreement":
                continue
            marked = {w for phrase in row["biased_words"] for w in _WORD.findall(fold(phrase).lower())}
            plain = fold(row["text"])
            forms = [s.of(plain) for s in token_spans(plain, Span(0, len(plain)))]
            for form, found in zip(forms, tag(forms), strict=True):
                if found[:2] in PARTS and not found.startswith("NNP") and form[:1].isalpha():
                    yield Row(form.lower(), stem(form), found[:2], form.lower() in marked)


def read_vectors(path: Path) -> dict[str, Floats]:
    """Stem to vector of length one."""
    stored = np.load(path)
    vectors = stored["vectors"].astype(np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return dict(zip(bytes(stored["stems"]).decode().split("\n"), vectors, strict=True))


def design(words: Sequence[tuple[str, str, str]], vectors: dict[str, Floats], lexicon: bool = True) -> Floats:
    """One row for each (form, stem, part of speech): the features of `NAMES`, then the vector."""
    column = {name: i for i, name in enumerate(NAMES)}
    found = np.zeros((len(words), len(NAMES) + len(next(iter(vectors.values())))))
    for row, (form, base, part) in zip(found, words, strict=True):
        for name in named_features(form, base, part):
            row[column[name]] = lexicon or not name.startswith("strength")
        if base in vectors:
            row[len(NAMES) :] = vectors[base] * REACH
        else:
            row[column[UNKNOWN]] = 1
    return found


def fit(x: Floats, y: Floats, penalty: float) -> Floats:
    """Weights by Newton's method; the bias, first column, is not penalised."""
    ridge = np.full(x.shape[1], penalty)
    ridge[0] = 1e-3
    w = np.zeros(x.shape[1])
    for _ in range(20):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge), x.T @ (p - y) + ridge * w)
        w -= step
        if np.abs(step).max() < 1e-5:
            break
    return w


def average_precision(y: Floats, scores: Floats) -> float:
    """Mean precision at each marked word, equal scores in the order of a fixed shuffle."""
    shuffle = np.random.default_rng(0).permutation(len(y))
    order = shuffle[np.argsort(-scores[shuffle], kind="stable")]
    right = y[order]
    return float(((right.cumsum() / np.arange(1, len(y) + 1)) * right).sum() / right.sum())


def left_out(x: Floats, y: Floats, fold_of: NDArray[np.int64], penalty: float) -> Floats:
    """Scores of every row by the model fitted on the other folds."""
    scores = np.zeros(len(y))
    for k in range(FOLDS):
        w = fit(x[fold_of != k], y[fold_of != k], penalty)
        scores[fold_of == k] = x[fold_of == k] @ w
    return scores


def write(path: Path, w: Floats, vectors: dict[str, Floats]) -> None:
    """The shipped file: named weights, and the stems with what their vectors add, in steps of 1 / `SCALE`."""
    stems = sorted(s for s in vectors if s.isalpha())
    steps = [round(float(vectors[s] @ w[len(NAMES) :]) * REACH * SCALE) for s in stems]
    stored = {
        "made by": "python -m framecheck.train.loadedness",
        "weights": {name: round(float(v), 3) for name, v in zip(NAMES, w, strict=False)},
        "stems": " ".join(stems),
        "steps": steps,
    }
    path.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def main() -> None:
    """Print cross-validation beside the lexicon alone, then write the estimates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("--penalty", type=float, default=10.0)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / "loadedness.json")
    options = parser.parse_args()
    data, vectors = list(rows(options.sentences)), read_vectors(options.vectors)
    words = [(r.form, r.stem, r.part) for r in data]
    y = np.array([float(r.marked) for r in data])
    fold_of = np.array([zlib.crc32(r.stem.encode()) % FOLDS for r in data])
    by_lexicon = np.array([float(-1 if (s := strength(*w)) is None else s) for w in words])
    print(f"{len(y)} content words, {y.mean():.3f} marked; average precision on stems left out")
    print(f"lexicon alone      {average_precision(y, by_lexicon):.3f}")
    for name, lexicon in (("without lexicon", False), ("all", True)):
        x = design(words, vectors, lexicon)
        for penalty in PENALTIES:
            score = average_precision(y, left_out(x, y, fold_of, penalty))
            print(f"{name:16} penalty {penalty:5.0f}  {score:.3f}")
    x = design(words, vectors)
    scores = left_out(x, y, fold_of, options.penalty)
    for cut in (0.1, 0.2, 0.3, 0.4):
        told = scores >= np.log(cut / (1 - cut))
        print(f"estimate >= {cut:.1f}  precision {y[told].mean():.3f}  recall {y[told].sum() / y.sum():.3f}")
    write(options.out, fit(x, y, options.penalty), vectors)


if __name__ == "__main__":
    main()
