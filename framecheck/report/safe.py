"""Article text made harmless for a terminal: it is words, never markup, control codes or tricks of direction.

Published text can hold escape sequences that recolour or rewrite a terminal, and bidirectional overrides that show
words in another order than they stand ("Trojan Source", Boucher and Anderson 2021). Both become the visible U+FFFD.
"""

from __future__ import annotations

import re
from functools import cache

REPLACEMENT = "\ufffd"

_VISIBLE = (
    *range(0x00, 0x20),  # C0
    *range(0x7F, 0xA0),  # DEL and C1
    *range(0x202A, 0x202F),  # embeddings and overrides
    *range(0x2066, 0x206A),  # isolates
    *range(0x206A, 0x2070),  # deprecated format characters
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0xD800, 0xE000),  # lone surrogates cannot be encoded
    *range(0xE0000, 0xE0080),  # tags: invisible text
)
_DROPPED = (0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF)  # invisible and harmless
_SPACES = re.compile(r"\s+")


@cache
def _table() -> dict[int, str]:
    spaces = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85)
    return dict.fromkeys(_VISIBLE, REPLACEMENT) | dict.fromkeys(_DROPPED, "") | dict.fromkeys(spaces, " ")


def safe(text: str) -> str:
    """*text* on one line: white space collapsed, control codes and overrides visible, no other character changed.

    >>> safe("a\\tb\\x1b[31mc")
    'a b\ufffd[31mc'
    """
    return _SPACES.sub(" ", text.translate(_table()))
