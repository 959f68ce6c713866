"""Words of a sentence, with offsets: nltk's Treebank tokenizer, hyphens split as in the treebank the tagger learnt from."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from framecheck.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECES = re.compile(r"(?<=\w)-(?=\w)|\u2014|\.{2,}|/")
_WORDS = re.compile(r"\w+(?:[.'-]\w+)*\.?|[^\w\s]")


@cache
def _tokenizer() -> Any:
    from nltk.tokenize import NLTKWordTokenizer

    return NLTKWordTokenizer()


@cache
def _stemmer() -> Any:
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


@cache
def stem(word: str) -> str:
    """The Snowball stem of *word*, lower case."""
    return str(_stemmer().stem(word.lower()))


def token_spans(plain: str, within: Span) -> list[Span]:
    """Token spans of one sentence of folded text, in order."""
    piece = within.of(plain)
    try:
        raw = list(_tokenizer().span_tokenize(piece))
    except ValueError:  # the tokenizer rewrote marks that it cannot find again
        raw = [m.span() for m in _WORDS.finditer(piece)]
    spans: list[Span] = []
    for start, end in raw:
        spans.extend(_split(piece, start, end))
    return [Span(within.start + s.start, within.start + s.end) for s in spans]


def _split(piece: str, start: int, end: int) -> Iterator[Span]:
    """Cut a full stop glued to a word before a closing mark or the end, and hyphens between words."""
    word = piece[start:end]
    if (
        len(word) > 2
        and word.endswith(".")
        and "." not in word[:-1]
        and word[:-1].isalnum()
        and (end >= len(piece) or piece[end] in "\"'")
    ):
        yield from _split(piece, start, end - 1)
        yield Span(end - 1, end)
        return
    last = start
    for match in _PIECES.finditer(piece, start, end):
        if match.start() > last:
            yield Span(last, match.start())
        yield Span(*match.span())
        last = match.end()
    if last < end:
        yield Span(last, end)
