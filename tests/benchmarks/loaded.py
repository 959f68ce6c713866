"""How well the lexicon of loaded words agrees with experts on single sentences (BABE), beside the base rate.

``python tests/benchmarks/loaded.py``. Precision: sentences with a word of strength 2 (or 1 and 2) that experts call biased.
Coverage: words marked by experts that the lexicon knows at that strength. The rule itself asks for more, a counterpart in
another outlet, so this measures the list, not the findings.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from framecheck.diff.meaning import evaluative, strengths
from framecheck.facts.tagger import tag
from framecheck.facts.tokens import stem, token_spans
from framecheck.records.document import Token
from framecheck.text import Span, fold

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "loaded_sentences.jsonl.gz"


def words(text: str) -> list[Token]:
    plain = fold(text)
    spans = token_spans(plain, Span(0, len(plain)))
    forms = [s.of(plain) for s in spans]
    return [Token(s.start, s.end, w, t, stem(w)) for s, w, t in zip(spans, forms, tag(forms), strict=True)]


def main() -> None:
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["label"] in ("Biased", "Non-biased")]
    biased = [row["label"] == "Biased" for row in rows]
    print(f"base rate     {sum(biased) / len(rows):.3f} of {len(rows)} sentences are biased")
    read = [words(row["text"]) for row in rows]
    for least in (2, 1):
        strong = [
            {
                t.lower
                for k, t in enumerate(sentence)
                if max([*strengths(t).values(), *evaluative(sentence, k).values()], default=0) >= least
            }
            for sentence in read
        ]
        told = [b for b, found in zip(biased, strong, strict=True) if found]
        marked = [w for row in rows for phrase in row["biased_words"] for w in phrase.lower().split()]
        known = sum(
            w in found
            for row, found in zip(rows, strong, strict=True)
            for phrase in row["biased_words"]
            for w in phrase.lower().split()
        )
        print(
            f"strength >= {least} precision {sum(told) / len(told):.3f} of {len(told)} sentences,"
            f" recall {sum(told) / sum(biased):.3f}, coverage of marked words {known / len(marked):.3f}"
        )


if __name__ == "__main__":
    main()
