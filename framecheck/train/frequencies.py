"""Count in how many texts each stem occurs: ``python -m framecheck.train.frequencies TEXTS.gz…``.

The aligner weighs a shared word by its rarity in the story and in news at large; this makes the table for the second.
Texts: GUM, the Georgetown University Multilayer corpus (Zeldes 2017; documents under CC BY only), and the articles of
ECB+ (Cybulska & Vossen 2014; CC BY 3.0). Only counts of single stems are kept. Reads ``.conllu.gz`` and ``.jsonl.gz`` with a
``text`` (and ``headline``) a line.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from framecheck.facts.tokens import stem
from framecheck.text import fold

SMALLEST = 3
KEPT = "ecbplus"  # of a file that names sets: the other set's texts are under no open terms, and some lie in the gold
WORDS = re.compile(r"[a-z]+(?:[.'][a-z]+)*")


def texts(path: Path) -> Iterator[str]:
    """The documents of one file, folded and in lower case."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        if path.name.endswith(".jsonl.gz"):
            for line in lines:
                row = json.loads(line)
                if row.get("set", KEPT) == KEPT:
                    yield fold(f"{row.get('headline') or ''}\n{row['text']}").lower()
            return
        words: list[str] = []
        for line in lines:
            if line.startswith("# newdoc") and words:
                yield fold(" ".join(words)).lower()
                words = []
            elif line[:1].isdigit():
                words.append(line.split("\t")[1])
        yield fold(" ".join(words)).lower()


def main() -> None:
    """Count and write the shipped table: a first line with the number of texts, then ``stem<tab>texts``, commonest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / "frequencies.tsv")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    total = 0
    for path in options.texts:
        for text in texts(path):
            total += 1
            counts.update({stem(word.removesuffix("'s")) for word in WORDS.findall(text)})
    kept = sorted(((w, n) for w, n in counts.items() if n >= SMALLEST), key=lambda row: (-row[1], row[0]))
    options.out.write_text(f"#\t{total}\n" + "".join(f"{w}\t{n}\n" for w, n in kept), encoding="utf-8")
    print(f"{len(kept)} stems of {total} texts; {options.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
