"""Number conflicts on labelled sentence pairs: ``python tests/benchmarks/number_conflicts.py [--show]``.

Each pair of ``../shared/data/numbers.jsonl.gz`` becomes a story of two one-sentence articles whose sentences are taken as
aligned. A pair is called a conflict when a count finding of severity warning or error touches it. Baseline: every pair
with differing numbers is a conflict.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import Any

from framecheck.pipeline import align_articles
from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef
from framecheck.records.article import Article, Block, BlockKind
from framecheck.records.finding import Category, Finding, Severity
from framecheck.text import Span

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "numbers.jsonl.gz"
WANTED = (Category.COUNT, Category.POLARITY, Category.CERTAINTY)


def called(row: dict[str, Any]) -> list[Finding]:
    """Findings that call the pair a conflict."""
    from framecheck.diff import compare
    from framecheck.rules.engine import judge

    articles = [
        Article(side, f"{side}.txt", side, text, (Block(BlockKind.BODY, Span(0, len(text))),))
        for side, text in (("a", row["text_a"]), ("b", row["text_b"]))
    ]
    story = align_articles(articles).story
    first, second = story.documents
    pairs = tuple(
        Pair(SentenceRef(0, a.index), SentenceRef(1, b.index), 0.9, 0.8, Level.EQUIVALENT)
        for a in first.sentences
        for b in second.sentences
    )
    findings = judge(story, compare(Alignment(story, pairs)))
    return [f for f in findings if f.category in WANTED and f.severity is not Severity.NOTE]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the pairs called and missed")
    options = parser.parse_args()
    rows = [json.loads(line) for line in gzip.decompress(DATA.read_bytes()).decode().splitlines()]
    print(f"{'kind':10}{'conflicts':>10}{'found':>7}{'others':>8}{'called':>8}{'baseline':>10}")
    for kind, field, wanted in (("numbers", "numbers", "conflict"), ("polarity", "polarity", "contradiction")):
        counts = [0, 0, 0, 0]
        baseline = 0
        for row in rows:
            conflict = row["label"][field] == wanted
            found = [f for f in called(row) if (f.category is Category.COUNT) == (kind == "numbers")]
            counts[0] += conflict
            counts[1] += conflict and bool(found)
            counts[2] += not conflict
            counts[3] += not conflict and bool(found)
            baseline += not conflict and set(row["nums_a"]) != set(row["nums_b"])
            if options.show and bool(found) != conflict:
                print("  MISSED" if conflict else "  CALLED", row["id"], row["label"]["why"])
                for text in (row["text_a"], row["text_b"], *(f.message for f in found)):
                    print("     ", text)
        print(f"{kind:10}{counts[0]:>10}{counts[1]:>7}{counts[2]:>8}{counts[3]:>8}{baseline:>10}")


if __name__ == "__main__":
    sys.exit(main())
