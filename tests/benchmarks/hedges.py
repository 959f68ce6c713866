"""Sentence-level F1 of hedged sentences on the Szeged uncertainty corpus, Wikipedia part, beside a plain word list.

``python tests/benchmarks/hedges.py [--misses]``. A sentence counts as hedged when a cue other than a plan, the future, a
negation or a firm modal stands in it.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

from framecheck.facts.cues import hedged
from framecheck.facts.tagger import tag
from framecheck.facts.tokens import stem, token_spans
from framecheck.records.document import Token
from framecheck.text import Span, fold

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "hedges.jsonl.gz"
PLAIN = re.compile(
    r"\b(may|might|perhaps|maybe|possibl[ey]|probabl[ey]|likely|unlikely|seem(s|ed|ingly)?|appears?|apparent(ly)?|suggest(s|ed|ing)?"
    r"|believed?|thought|considered|presumably|presumed|supposed(ly)?|alleged(ly)?|reportedly|potential(ly)?|suspected|unclear"
    r"|rumou?red|speculat(ed?|ion)|assumed?|if|whether)\b",
    re.IGNORECASE,
)


def words(text: str) -> list[Token]:
    plain = fold(text)
    spans = token_spans(plain, Span(0, len(plain)))
    forms = [s.of(plain) for s in spans]
    return [Token(s.start, s.end, w, t, stem(w)) for s, w, t in zip(spans, forms, tag(forms), strict=True)]


def f1(told: list[bool], truth: list[bool]) -> tuple[float, float, float]:
    right = sum(a and b for a, b in zip(told, truth, strict=True))
    precision, recall = right / max(sum(told), 1), right / max(sum(truth), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    truth = [bool(row["cues"]) for row in rows]
    sentences = [words(row["text"]) for row in rows]
    told = [hedged(s) for s in sentences]
    print(f"{len(rows)} sentences, {sum(truth)} of them hedged")
    for name, answer in (("plain list", [bool(PLAIN.search(r["text"])) for r in rows]), ("cues", told)):
        print(f"{name:12} precision {{:.3f}} recall {{:.3f}} F1 {{:.3f}}".format(*f1(answer, truth)))
    if "--misses" in sys.argv:
        wrong: Counter[str] = Counter()
        for row, answer, right in zip(rows, told, truth, strict=True):
            if answer != right:
                wrong[" ".join(c["text"].lower() for c in row["cues"]) or "(no cue) " + row["text"][:160]] += 1
        for what, n in wrong.most_common(60):
            print(n, what)


if __name__ == "__main__":
    main()
