"""Train the tagger's weights: ``python -m framecheck.train.tagger TRAIN.conllu.gz DEV.conllu.gz``.

Treebank: GUM, the Georgetown University Multilayer corpus (Zeldes 2017), documents under CC BY terms only. Shipped are the
mean weights of several trainings that saw the sentences in another order. Weights below 0.5 are dropped: a third less to read
at start-up for a twentieth of a point.
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from framecheck.facts.tagger import FILE, features, pack
from framecheck.text import fold

SMALLEST = 0.5
PASSES = 8
ORDERS = 3  # trainings whose weights are averaged


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences of a CoNLL-U file as (word, Penn tag) pairs."""
    words: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.strip():
                if words:
                    yield words
                words = []
            elif not line.startswith("#"):
                columns = line.rstrip("\n").split("\t")
                if columns[0].isdigit():
                    words.append((fold(columns[1]), columns[4]))
    if words:
        yield words


def untrained() -> Any:
    """nltk's ``PerceptronTagger`` with the features of ``framecheck.facts.tagger``."""
    from nltk.tag.perceptron import PerceptronTagger

    tagger = PerceptronTagger(load=False)
    tagger.normalize = str
    tagger._get_features = lambda i, word, context, before, second: dict.fromkeys(
        features(context[i : i + 5], before, second), 1
    )
    return tagger


def learn(known: Sequence[list[tuple[str, str]]], passes: int, orders: int) -> Any:
    """A tagger with the mean weights of *orders* trainings on the tagged sentences *known*."""
    means: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for order in range(orders):
        random.seed(order)
        tagger = untrained()
        tagger.train(list(known), nr_iter=passes)
        for feature, row in tagger.model.weights.items():
            for label, weight in row.items():
                means[feature][label] += weight / orders
    tagger.model.weights = means
    return tagger


def main() -> None:
    """Train, prune, score on the development part and write the shipped file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / FILE)
    options = parser.parse_args()
    tagger = learn(list(sentences(options.train)), PASSES, ORDERS)
    weights = {
        feature: kept
        for feature, row in tagger.model.weights.items()
        if (kept := {label: round(w, 2) for label, w in row.items() if abs(w) >= SMALLEST})
    }
    tagger.model.weights = weights
    options.out.write_bytes(pack(weights, tagger.tagdict, tagger.classes))
    right = total = 0
    for sentence in sentences(options.dev):
        found = tagger.tag([word for word, _ in sentence])
        right += sum(a == b for (_, a), (_, b) in zip(found, sentence, strict=True))
        total += len(sentence)
    print(f"accuracy {right / total:.4f} on {total} tokens; {options.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
