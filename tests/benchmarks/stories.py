"""Stories found by words against labels: ``python tests/benchmarks/stories.py [--errors]``.

B-cubed F1 (Bagga and Baldwin 1998) of ``corpus.cluster`` on the BASIL part and on the ECB+ part, which pairs every story with a
near miss. Settings were chosen on one half of each (by hash of the topic); both halves are shown. The baselines are cosines of
TF-IDF vectors (scikit-learn's, where it is installed, else the same formula here), joined by the same average linkage: at the
one threshold that is best on the chosen halves of both parts together, and at the best one for each column.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import re
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from framecheck.corpus.cluster import average_linkage, clusters
from framecheck.corpus.index import Index
from framecheck.corpus.shelf import Place
from framecheck.corpus.terms import terms
from framecheck.records.article import Article, Block, BlockKind
from framecheck.text import Span

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "stories.jsonl.gz"
THRESHOLDS = [round(0.05 + 0.01 * n, 2) for n in range(46)]
Row = dict[str, Any]


def chosen_half(row: Row) -> bool:
    """Whether the settings were chosen on this article's half. The two stories of an ECB+ topic are in one."""
    key = row["story"].split("_")[0] if row["set"] == "ecbplus" else row["story"]
    return int(hashlib.md5(key.encode()).hexdigest(), 16) % 2 == 0


def bcubed(groups: Sequence[Sequence[int]], rows: Sequence[Row], counted: Sequence[bool]) -> float:
    """F1 of mean precision and recall over the *counted* articles."""
    gold: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        gold[row["story"]].add(number)
    precision = recall = 0.0
    for group in map(set, groups):
        for number in group:
            if counted[number]:
                same = gold[rows[number]["story"]]
                precision += len(group & same) / len(group)
                recall += len(group & same) / len(same)
    return 2 * precision * recall / ((precision + recall) * sum(counted))


def ours(rows: Sequence[Row]) -> list[list[int]]:
    """The stories that framecheck finds."""
    index = Index()
    for row in rows:
        text = row["text"]
        article = Article(row["id"], row["id"], "", text, (Block(BlockKind.BODY, Span(0, len(text))),))
        index.add(article, Place(0, 0), terms(article))
    return clusters(index, range(len(rows)))


def tfidf(texts: Sequence[str]) -> np.ndarray:
    """Cosines of TF-IDF vectors, -1 on the diagonal."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer

        vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
        table = np.asarray((vectors @ vectors.T).todense(), np.float32)
    except ModuleNotFoundError:
        counts = [Counter(re.findall(r"\b\w\w+\b", text.lower())) for text in texts]
        found = Counter(word for count in counts for word in count)
        numbers = {word: number for number, word in enumerate(found)}
        table = np.zeros((len(texts), len(numbers)), np.float32)
        for row, count in zip(table, counts, strict=True):
            for word, number in count.items():
                row[numbers[word]] = (1 + math.log(number)) * (math.log((1 + len(texts)) / (1 + found[word])) + 1)
        table /= np.linalg.norm(table, axis=1, keepdims=True)
        table = table @ table.T
    np.fill_diagonal(table, -1)
    return table


def main() -> None:
    """Print a table of both parts and both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--errors", action="store_true", help="list stories of the chosen halves that were split or joined"
    )
    options = parser.parse_args()
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        every = [json.loads(line) for line in lines]
    parts = {name: [row for row in every if row["set"] == name] for name in ("basil", "ecbplus")}
    halves = {name: [chosen_half(row) for row in rows] for name, rows in parts.items()}
    columns = {(name, half): [c is half for c in halves[name]] for name in parts for half in (True, False)}
    found, seconds = {}, {}
    for name, rows in parts.items():
        start = time.process_time()
        found[name] = ours(rows)
        seconds[name] = time.process_time() - start
    base: dict[float, dict[tuple[str, bool], float]] = defaultdict(dict)
    for name, rows in parts.items():
        table = tfidf([row["text"] for row in rows])
        for threshold in THRESHOLDS:
            groups = average_linkage(table.copy(), threshold)
            for key, counted in columns.items():
                if key[0] == name:
                    base[threshold][key] = bcubed(groups, rows, counted)
    one = max(THRESHOLDS, key=lambda t: sum(value for (_, half), value in base[t].items() if half))
    print(
        "| B-cubed F1 | "
        + " | ".join(f"{name}, {'chosen on' if half else 'left out'}" for name, half in columns)
        + " |"
    )
    print("|---|" + "---|" * len(columns))
    told = [
        ("framecheck", [bcubed(found[name], parts[name], counted) for (name, _), counted in columns.items()]),
        (f"TF-IDF at {one}", [base[one][key] for key in columns]),
        ("TF-IDF, best for each column", [max(base[t][key] for t in THRESHOLDS) for key in columns]),
    ]
    for title, values in told:
        print(f"| {title} | " + " | ".join(f"{value:.3f}" for value in values) + " |")
    print("\n" + ", ".join(f"{name}: {len(parts[name])} articles in {took:.1f} s" for name, took in seconds.items()))
    if options.errors:
        for name, rows in parts.items():
            for group in found[name]:
                labels = Counter(rows[n]["story"] for n in group if halves[name][n])
                if len(labels) > 1 or any(number < sum(r["story"] == s for r in rows) for s, number in labels.items()):
                    print(name, dict(labels))


if __name__ == "__main__":
    main()
