"""Attribution against PolNeAR: ``python tests/benchmarks/attribution.py [--errors N]``.

Prints precision, recall and F1 of "this sentence holds attributed content", of our extractor and of a baseline (a
sentence with a quotation mark or one of thirty reporting verbs), and how often source and cue are found where the
content is.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from pathlib import Path
from typing import Any

from framecheck.facts import analyse
from framecheck.records.article import Article, Block, BlockKind
from framecheck.text import Span

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "attribution.jsonl.gz"
BASELINE = re.compile(
    r"[\"“”]|\b(?:said|says|say|saying|told|according to|asked|added|wrote|announced|reported|noted|claimed|argued|called|"
    r"warned|stated|tweeted|suggested|explained|insisted|admitted|denied|believes?|thinks?|tells|adds|notes|argues|claims)\b"
)


def article(row: dict[str, Any]) -> Article:
    text = row["text"]
    blocks = tuple(
        Block(BlockKind.HEADLINE if i == 0 else BlockKind.BODY, Span(m.start(), m.end()))
        for i, m in enumerate(re.finditer(r"[^\n]*\S[^\n]*", text))
    )
    return Article(row["id"], row["id"], row["publisher"], text, blocks)


def spans(parts: list[dict[str, Any]]) -> list[Span]:
    return [Span(*offsets) for part in parts for offsets in part["offsets"]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--every", type=int, default=1, help="read one article in N")
    options = parser.parse_args()
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["primary"]][:: options.every]
    counts = {"ours": [0, 0, 0], "baseline": [0, 0, 0]}
    sources = [0, 0, 0]
    cues = [0, 0]
    shown = 0
    for row in rows:
        document = analyse(article(row))
        gold = [span for a in row["attributions"] for span in spans(a.get("content", []))]
        for sentence in document.sentences:
            wanted = any(g.overlap(sentence.span) > 1 for g in gold)
            mine = any(a.content.overlap(sentence.span) > 1 for a in document.attributions)
            base = bool(BASELINE.search(document.words(sentence.span)))
            for name, got in (("ours", mine), ("baseline", base)):
                counts[name][0] += wanted and got
                counts[name][1] += got
                counts[name][2] += wanted
            if wanted != mine and shown < options.errors:
                shown += 1
                print("MISSED" if wanted else "EXTRA ", document.words(sentence.span)[:220])
                if not wanted:
                    print(
                        "       ",
                        [document.words(a.cue) for a in document.attributions if a.sentence == sentence.index],
                    )
        for a in row["attributions"]:
            cue, source = spans(a.get("cue", [])), spans(a.get("source", []))
            if not cue or not source:
                continue
            near = [m for m in document.attributions if any(m.cue.overlap(c) for c in cue)]
            cues[0] += bool(near)
            cues[1] += 1
            sources[1] += bool(near)
            sources[0] += any(m.source and any(m.source.overlap(s) for s in source) for m in near)
    for name, (right, got, wanted) in counts.items():
        p, r = right / max(got, 1), right / max(wanted, 1)
        print(f"{name:9} precision {p:.3f}  recall {r:.3f}  F1 {2 * p * r / (p + r):.3f}  ({wanted} sentences)")
    print(f"cues found {cues[0]}/{cues[1]} {cues[0] / max(cues[1], 1):.3f}")
    print(f"source right where the cue was found {sources[0] / max(sources[1], 1):.3f}")


if __name__ == "__main__":
    main()
