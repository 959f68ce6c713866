"""Whether one outlet's claim weakens another's: ``python tests/benchmarks/claims.py``.

Each pair of ``../shared/data/claims.jsonl.gz`` (ClaimDiff) becomes a story of two one-sentence articles whose sentences are
taken as aligned. Printed is the average precision, for the label *weakens*, of ranking the pairs by several signals of the
product, beside chance (the share of such pairs) and its spread (two standard deviations of 200 random orders).
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from framecheck.pipeline import align_articles
from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef
from framecheck.records.article import Article, Block, BlockKind
from framecheck.text import Span

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "claims.jsonl.gz"
ORDERS = 200


def average_precision(labels: Sequence[bool], scores: Sequence[float]) -> float:
    """The mean, over the positives, of the precision down to each; ties stand in the order given."""
    order = sorted(range(len(labels)), key=lambda i: -scores[i])
    found, total = 0, 0.0
    for rank, index in enumerate(order, 1):
        if labels[index]:
            found += 1
            total += found / rank
    return total / max(found, 1)


def signals(row: dict[str, Any]) -> dict[str, float]:
    """What the product makes of a pair of claims, each signal higher for a likelier divergence."""
    from framecheck.diff import compare
    from framecheck.rules.engine import judge

    articles = [
        Article(
            side, f"{side}.txt", side, row[f"text_{side}"], (Block(BlockKind.BODY, Span(0, len(row[f"text_{side}"]))),)
        )
        for side in "ab"
    ]
    alignment = align_articles(articles)
    story = alignment.story
    first, second = story.documents
    refs = [(SentenceRef(0, a.index), SentenceRef(1, b.index)) for a in first.sentences for b in second.sentences]
    pairs = tuple(Pair(a, b, 0.9, 0.8, Level.EQUIVALENT) for a, b in refs)
    findings = judge(story, compare(Alignment(story, pairs)), 0.0)
    stems = [{t.stem for t in d.tokens if t.text.isalnum()} for d in story.documents]
    shares = max((alignment.scores.score(a, b) for a, b in refs), default=0.0) if alignment.scores else 0.0
    best = max((f.score for f in findings), default=0.0)
    return {
        "words in common": len(stems[0] & stems[1]) / max(1, min(map(len, stems))),
        "probability that they share a statement": shares,
        "score of the best finding": best,
        "number of findings": float(len(findings)),
        "best finding or shared statement": max(best, shares),
    }


def main() -> None:
    rows = [json.loads(line) for line in gzip.decompress(DATA.read_bytes()).decode().splitlines()]
    labels = [bool(row["weakens"]) for row in rows]
    told = [signals(row) for row in rows]
    chance = random.Random(0)
    draws = [average_precision(labels, [chance.random() for _ in labels]) for _ in range(ORDERS)]
    print(f"{len(rows)} pairs, {sum(labels)} weaken")
    print(
        f"{'chance':42}{statistics.mean(draws):.3f}  up to {statistics.mean(draws) + 2 * statistics.stdev(draws):.3f}"
    )
    for name in told[0]:
        print(f"{name:42}{average_precision(labels, [t[name] for t in told]):.3f}")


if __name__ == "__main__":
    sys.exit(main())
