"""Score the pipeline on gold sets: ``python tests/benchmarks/score_gold.py [--gold-pairs] [SET…]``.

Runs in one process and calls the scorer of ``../shared/score/score.py``; prints a table of sets, then precision by
category over all sets. ``--misses CATEGORY`` lists what was missed and what matched nothing. ``--gold-pairs`` replaces
the aligner by the annotated pairs, to tell alignment errors from comparison errors. ``--held`` keeps the sets that are
left unread until figures are reported.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from framecheck.pipeline import align_articles
from framecheck.readers import read_paths
from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef
from framecheck.records.finding import Report

SHARED = Path(__file__).resolve().parents[3] / "shared"
HELD = ("dev-trade", "dev-orlando", "dev-mueller")


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_alignment(alignment: Alignment, rows: list[dict[str, Any]], score: Any) -> Alignment:
    """The same story with the annotated pairs in place of the aligner's."""
    story = alignment.story
    names = {Path(d.article.path).stem.split("_")[0]: i for i, d in enumerate(story.documents)}
    pairs = {}
    for row in rows:
        if row["level"] not in ("equivalent", "partial"):
            continue
        sides = []
        for side in (row["a"], row["b"]):
            document = names[side["article"]]
            sides.append(
                [
                    SentenceRef(document, s.index)
                    for s in story.documents[document].sentences
                    if score.meet({**side, "article": 0}, {"article": 0, "start": s.span.start, "end": s.span.end})
                ]
            )
        for a in sides[0]:
            for b in sides[1]:
                first, second = sorted((a, b))
                equivalent = row["level"] == "equivalent"
                level = Level.EQUIVALENT if equivalent else Level.PARTIAL
                pairs[first, second] = Pair(
                    first, second, 0.95 if equivalent else 0.7, 0.9 if equivalent else 0.2, level
                )
    kept = sorted(pairs.values(), key=lambda p: -p.score)
    return replace(alignment, pairs=tuple(kept))


def main() -> None:
    from framecheck.diff import compare
    from framecheck.report.json_format import alignment_document, findings_document
    from framecheck.rules.engine import judge

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--gold-pairs", action="store_true")
    parser.add_argument("--held", action="store_true", help="score the held-out sets too")
    parser.add_argument("--misses", metavar="CATEGORY", help="list misses and false alarms of a category, or 'all'")
    options = parser.parse_args()
    score = scorer()
    known = sorted(p.name for p in (SHARED / "gold").iterdir())
    sets = options.sets or [n for n in known if options.held or n not in HELD]
    columns = ("align f1", "r eq", "align p", "n", "p typed", "top20", "r typed", "r err", "r warn", "neg")
    print(f"{'set':14}" + "".join(f"{c:>9}" for c in columns))
    table, categories, recalls = [], Counter(), Counter()
    for name in sets:
        folder = SHARED / "gold" / name
        rows = score.load(folder / "alignments.jsonl")
        articles, _ = read_paths([str(p) for p in sorted(folder.glob("*.txt"))])
        alignment = align_articles(articles, name)
        if options.gold_pairs:
            alignment = gold_alignment(alignment, rows, score)
        report = Report(alignment, tuple(judge(alignment.story, compare(alignment))))
        a = score.score_alignments(rows, alignment_document(alignment))
        divergences, negatives = score.load(folder / "divergences.jsonl"), score.load(folder / "negatives.jsonl")
        f = score.score_findings(divergences, negatives, findings_document(report))
        row = (
            a["f1"],
            a["recall_equivalent"],
            a["precision"],
            f["findings"],
            f["precision_typed"],
            f["precision_top20"],
            f["recall_typed"],
            f["recall_error"],
            f["recall_warning"],
            f["false_alarms_on_negatives"],
        )
        table.append(row)
        print(f"{name:14}" + "".join(f"{v:9.3f}" if isinstance(v, float) else f"{v:9d}" for v in row))
        for category, (right, total) in f["precision_by_category"].items():
            categories[category, "right"] += right
            categories[category, "total"] += total
        for kind, (value, n) in f["recall_by_type"].items():
            recalls[kind, "found"] += round(value * n)
            recalls[kind, "n"] += n
        if options.misses:
            texts = {Path(x.path).stem.split("_")[0]: x.text for x in articles}
            show(f, texts, options.misses)
    print(f"{'mean':14}" + "".join(f"{sum(r[i] for r in table) / len(table):9.3f}" for i in range(len(columns))))
    for category in sorted({c for c, _ in categories} | {c for c, _ in recalls}):
        right, total = categories[category, "right"], categories[category, "total"]
        found, n = recalls[category, "found"], recalls[category, "n"]
        print(
            f"  {category:22} precision {right:4d}/{total:<4d} {right / max(total, 1):.2f}   recall {found:4d}/{n:<4d}"
        )


def show(scored: dict[str, Any], texts: dict[str, str], wanted: str) -> None:
    """Misses and false alarms of one category, as words."""
    for finding in scored["unmatched"]:
        if wanted in ("all", finding["category"]):
            print("  FALSE", finding["code"], finding["severity"], finding["score"], "|", finding["message"])
            for side in finding["sides"][:6]:
                print(
                    "       ",
                    side["article"],
                    side["role"],
                    repr(side["text"]),
                    "|",
                    (side["sentence"] or {}).get("text", "")[:200],
                )
    for gold in scored["missed"]:
        if wanted == "all" or wanted in gold["types"]:
            a, b = gold["a"], gold["b"]
            print("  MISS ", gold["id"], gold["severity"], "/".join(gold["types"]), "|", gold["why"])
            for side in (a, b):
                print(
                    "       ",
                    side["article"],
                    repr(side.get("span")),
                    "|",
                    texts[side["article"]][side["start"] : side["end"]][:300],
                )


if __name__ == "__main__":
    sys.exit(main())
