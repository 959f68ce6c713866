"""Align: which sentences of different outlets say the same."""

from __future__ import annotations

from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef
from framecheck.records.story import Story


def align(story: Story) -> Alignment:
    """Scored sentence pairs across outlets, many to many."""
    import math
    from collections import Counter

    def grams(text: str) -> Counter[str]:
        text = " " + " ".join(text.lower().split()) + " "
        return Counter(text[i : i + n] for n in (3, 4, 5) for i in range(len(text) - n + 1))

    rows = [
        (SentenceRef(i, s.index), grams(s.span.of(d.article.plain)))
        for i, d in enumerate(story.documents)
        for s in d.sentences
    ]
    frequency = Counter(g for _, row in rows for g in row)
    vectors = []
    for ref, row in rows:
        vector = {g: (1 + math.log(n)) * math.log(len(rows) / frequency[g] + 1) for g, n in row.items()}
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        vectors.append((ref, {g: v / norm for g, v in vector.items()}))
    pairs = []
    for i, (a, va) in enumerate(vectors):
        for b, vb in vectors[i + 1 :]:
            if a.document != b.document:
                score = sum(v * vb[g] for g, v in va.items() if g in vb)
                if score >= 0.13:
                    level = Level.EQUIVALENT if score > 0.25 else Level.PARTIAL
                    pairs.append(Pair(a, b, score, score, level))
    return Alignment(story, tuple(sorted(pairs, key=lambda p: -p.score)))
