"""A guess at the language, enough to warn: English or not known."""

from __future__ import annotations

import re
from typing import Final

from framecheck.lexicons import words

_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 20_000


def guess_language(plain: str) -> str | None:
    """``"en"`` for text mostly in Latin letters with the function words of English, else ``None``.

    A text of under twenty words, too short to count, is English if its letters are plain Latin ones.

    >>> guess_language("Officials said on Monday that they would look at it."), guess_language("Офіцыйна пацверджана.")
    ('en', None)
    """
    found = [word.lower() for word in _WORD.findall(plain[:_SAMPLE])]
    if not found:
        return None
    latin = sum(word.isascii() or all(c < "\u0250" for c in word) for word in found)
    if latin < 0.7 * len(found):
        return None
    if len(found) < 20:
        return "en" if all(word.isascii() for word in found) else None
    words_of_english = words("function_words")
    share = sum(word in words_of_english for word in found) / len(found)
    return "en" if share >= 0.1 else None
