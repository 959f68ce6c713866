"""Base phrases (noun and verb groups): regular expressions over the tags, applied in order as in nltk's RegexpParser.

The patterns are nltk's tag patterns; matching is done here, because ``nltk.chunk`` imports most of nltk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from framecheck.records.document import Chunk, Sentence, Token

GRAMMAR: Final = (
    ("NP", r"<PDT>?<DT|PRP\$|WP\$>?<CD|JJ.*|VBN|VBG|NN.*|POS|HYPH|RB>*<NN.*>(<HYPH|:><NN.*>)*"),
    ("NP", r"<PDT>?<DT>?<CD>+"),
    ("NP", r"<PRP|EX|DT>"),
    ("VP", r"<MD>?<RB.*>*<VB.*>+(<RB.*>*<VB.*>)*<RP>?"),
)
_NOUN = ("NN", "PRP", "CD", "DT", "EX")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Tag patterns as patterns over ``<DT><NN>``: an alternation stays inside its brackets, a dot never leaves them."""
    tag = re.compile(r"<([^>]*)>")
    return tuple(
        (kind, re.compile(tag.sub(lambda m: f"(?:<(?:{m[1].replace('.', '[^<>]')})>)", pattern)))
        for kind, pattern in GRAMMAR
    )


def chunk(sentence: Sentence, tokens: Sequence[Token]) -> list[Chunk]:
    """The base phrases of one sentence; *tokens* are the document's. A token is in one phrase at most, the first that a
    pattern gives it to."""
    text = "".join(f"<{token.tag}>" for token in tokens[sentence.first : sentence.last])
    index = {at: sentence.first + number for number, at in enumerate(m.start() for m in re.finditer("<", text))}
    index[len(text)] = sentence.last
    found: list[Chunk] = []
    for kind, pattern in _patterns():
        for match in list(pattern.finditer(text)):
            first, last = index[match.start()], index[match.end()]
            found.append(Chunk(kind, sentence.index, first, last, _head(kind, first, last, tokens)))
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return sorted(found, key=lambda c: c.first)


def _head(kind: str, first: int, last: int, tokens: Sequence[Token]) -> int:
    wanted = _NOUN if kind == "NP" else ("VB",)
    return next((i for i in range(last - 1, first - 1, -1) if tokens[i].tag.startswith(wanted)), last - 1)
