"""Classes of quotation pairs against labels: ``python tests/benchmarks/quotations.py [--errors]``.

The labels ``truncated_ok``/``truncated_sense`` count as truncated, ``typographic`` and marked edits as typographic; a
label's ``also`` classes count as right too under "lenient". The baseline calls pairs with rapidfuzz ``partial_ratio``
of 100 truncated (identical if equal), from 75 up wording, others not the same utterance.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from framecheck.diff.speakers import different_names
from framecheck.diff.utterances import Class, classify
from framecheck.facts import analyse
from framecheck.records.article import Article, Block, BlockKind
from framecheck.text import Span, fold

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "quotes.jsonl.gz"
NAMES = {"truncated_ok": "truncated", "truncated_sense": "truncated", "marked_edit": "typographic"}


def speaker(side: dict[str, Any]) -> str:
    """Who says it: the label where there is one, else our own attribution in the context given."""
    if side.get("source"):
        return str(side["source"])
    text = side.get("ctx") or ""
    at = text.find(side["quote"][:40])
    if at < 0:
        return ""
    blocks = (Block(BlockKind.BODY, Span(m.start(), m.end())) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    document = analyse(Article("a", "a", "a", text, tuple(blocks)))
    near = [q for q in document.quotations if q.marks.start <= at + 5 < q.marks.end and q.source >= 0]
    return document.attributions[near[0].source].source_name if near else ""


def ours(row: dict[str, Any]) -> str:
    if different_names(speaker(row["a"]), speaker(row["b"])):
        return str(Class.OTHER)
    a, b = fold(row["a"]["quote"]), fold(row["b"]["quote"])
    return str(classify(a, Span(0, len(a)), b, Span(0, len(b))))


def baseline(row: dict[str, Any]) -> str:
    a, b = fold(row["a"]["quote"]).lower(), fold(row["b"]["quote"]).lower()
    score = fuzz.partial_ratio(a, b)
    if a == b:
        return "identical"
    return "truncated" if score > 99 else "wording" if score >= 75 else "not_same_utterance"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    print(f"{len(rows)} pairs")
    for name, method in (("ours", ours), ("baseline", baseline)):
        right, lenient, called = 0, 0, 0
        confusion: Counter[tuple[str, str]] = Counter()
        for row in rows:
            label = row["label"]
            got = NAMES.get(method(row), method(row))
            wanted = NAMES.get(label["class"], label["class"])
            also = {wanted, *(NAMES.get(x, x) for x in label["also"])}
            right += got == wanted
            lenient += got in also
            called += wanted == "not_same_utterance" and got in ("wording", "altered_sense")
            confusion[wanted, got] += 1
            if options.errors and name == "ours" and got != wanted:
                names = f"{speaker(row['a'])}/{speaker(row['b'])}"
                print(f"{row['id']} wanted {wanted} {label['also']} got {got} ({names})")
                print(f"   {row['a']['quote']}\n   {row['b']['quote']}")
        print(f"{name:9} accuracy {right / len(rows):.3f}  lenient {lenient / len(rows):.3f}")
        print(f"   other utterances called altered: {called}")
        for (wanted, got), n in sorted(confusion.items()):
            if wanted != got:
                print(f"   {wanted:20} → {got:20} {n}")


if __name__ == "__main__":
    main()
