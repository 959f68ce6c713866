"""Which words of a long variant to mark: those that its counterpart does not have."""

from __future__ import annotations

import re
from typing import Final

from framecheck.text import Span, fold

SHORT: Final = 5  # variants of so few words are marked whole
ALIKE: Final = 0.45  # least share of common words for marks inside
MOST: Final = 5  # more stretches than this read worse than one
_WORD: Final = re.compile(r"\w+(?:'\w+)*")


def marks(text: str, span: Span, other: str) -> list[Span]:
    """The stretches of *text* inside *span* that differ from the words *other*: one or more spans in order.

    Words are aligned by edit distance, case and punctuation aside. The whole span is one mark where the two have little in
    common, where they are short, or where *other* only adds words.
    """
    from rapidfuzz.distance import Indel

    found = list(_WORD.finditer(fold(span.of(text))))
    mine = [m[0].lower() for m in found]
    theirs = [m[0].lower() for m in _WORD.finditer(fold(other))]
    if min(len(mine), len(theirs)) <= SHORT or Indel.normalized_similarity(mine, theirs) < ALIKE:
        return [span]
    runs = [(op.src_start, op.src_end) for op in Indel.opcodes(mine, theirs) if op.tag != "equal"]
    stretches: list[Span] = []
    for first, last in runs:
        if first == last:
            continue
        stretch = Span(span.start + found[first].start(), span.start + found[last - 1].end())
        if stretches and not _WORD.search(text, stretches[-1].end, stretch.start):
            stretch = Span(stretches.pop().start, stretch.end)
        stretches.append(stretch)
    return stretches if 0 < len(stretches) <= MOST else [span]
