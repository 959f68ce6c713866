"""Base phrases (noun, verb and prepositional groups) over the tags, with nltk's RegexpParser."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from framecheck.records.document import Chunk, Sentence, Token

GRAMMAR = r"""
  NP: {<PDT>?<DT|PRP\$|WP\$>?<CD|JJ.*|VBN|VBG|NN.*|POS|HYPH|RB>*<NN.*>(<HYPH|:><NN.*>)*}
      {<PDT>?<DT>?<CD>+}
      {<PRP|EX|DT>}
  VP: {<MD>?<RB.*>*<VB.*>+(<RB.*>*<VB.*>)*<RP>?}
"""
_NOUN = ("NN", "PRP", "CD", "DT", "EX")


@cache
def _parser() -> Any:
    from nltk.chunk import RegexpParser

    return RegexpParser(GRAMMAR)


def chunk(sentence: Sentence, tokens: Sequence[Token]) -> list[Chunk]:
    """The base phrases of one sentence; *tokens* are the document's."""
    words = tokens[sentence.first : sentence.last]
    found: list[Chunk] = []
    at = sentence.first
    tree = _parser().parse([(t.text, t.tag) for t in words])
    for node in tree:
        if isinstance(node, tuple):
            at += 1
            continue
        first, at = at, at + len(node)
        wanted = _NOUN if node.label() == "NP" else ("VB",)
        head = next((i for i in range(at - 1, first - 1, -1) if tokens[i].tag.startswith(wanted)), at - 1)
        found.append(Chunk(node.label(), sentence.index, first, at, head))
    return found
