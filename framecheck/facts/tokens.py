"""Words of a sentence, with offsets: treebank tokens, hyphens split as in the treebank the tagger learnt from."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from framecheck.facts.nltk_modules import nltk_module
from framecheck.facts.treebank import treebank_spans
from framecheck.lexicons import table
from framecheck.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# where a token of the treebank tokenizer is cut: hyphens and slashes between words, dashes, dots, currency signs, and a
# full stop that lacks its space
_PIECES: Final = re.compile(
    r"(?<=[\w%.])-(?=[\w$])|\u2014|\.{2,}|\u2026|/|[\u20ac\u00a3\u00a5\u20b9\u20bd](?=\d)|(?<=[a-z]{2})\.(?=[A-Z][a-z])"
)
_WORDS: Final = re.compile(r"\w+(?:[.'-]\w+)*\.?|[^\w\s]")
# what is one word though marks stand in it: addresses, handles, "AT&T"
_SOLID: Final = re.compile(
    r"(?:https?://|www\.)[^\s\"'<>()]*[\w/]|[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w+"
    r"|\b[A-Z]{1,3}&[A-Z]{1,3}\b"
)
_SOLID_CUE: Final = re.compile(r"[@#&]|://|www\.")
# a full stop that belongs to its word also at the end of a sentence, as it does amid one: "in the U.S."
_DOTTED: Final = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")


@cache
def _stemmer() -> Any:
    return nltk_module("nltk.stem.snowball").SnowballStemmer("english")


@lru_cache(maxsize=1 << 16)  # an archive has words and numbers without end
def stem(word: str) -> str:
    """The Snowball stem of *word*, lower case."""
    return str(_stemmer().stem(word.lower()))


def token_spans(plain: str, within: Span) -> list[Span]:
    """Token spans of one sentence of folded text: ordered, disjoint, together all of its visible characters."""
    return [Span(within.start + s.start, within.start + s.end) for s in _spans_in(within.of(plain))]


@lru_cache(maxsize=512)  # outlets of one story print the same sentences of an agency
def _spans_in(piece: str) -> tuple[Span, ...]:
    spans = [span for start, end in _raw_spans(piece) for span in _split(piece, start, end)]
    if _SOLID_CUE.search(piece):
        spans = _merge(spans, [Span(*m.span()) for m in _SOLID.finditer(piece)])
    return tuple(_dot_ends(piece, spans))


def _raw_spans(piece: str) -> list[tuple[int, int]]:
    """The treebank tokenizer's spans, or plain words and marks where it rewrote marks that it cannot find again."""
    try:
        raw = treebank_spans(piece)
    except ValueError:
        raw = []
    last = 0
    for start, end in [*raw, (len(piece), len(piece))]:
        if start < last or piece[last:start].strip():
            return [m.span() for m in _WORDS.finditer(piece)]
        last = end
    return raw


@lru_cache(maxsize=1 << 12)
def _is_abbreviation(word: str) -> bool:
    """Whether *word* keeps its full stop; "no" and its like do so only before a digit, which is not seen here."""
    when = table("abbreviations").get(word, ())
    return bool(when) and (when != ("number",) or word[0].isupper())


def _split(piece: str, start: int, end: int) -> Iterator[Span]:
    """Cut a full stop glued to a word that ends a sentence or quotation, and at the marks between words."""
    word = piece[start:end]
    if len(word) > 2 and word.endswith(".") and word[:-1].isalnum() and not _is_abbreviation(word[:-1]):
        rest = piece[end : end + 3]
        if (
            not rest
            or rest[0] in "\"'"
            or (word[:-1].islower() and (rest.lstrip()[:1] in "\"'" or rest.lstrip()[0].isupper()))
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


def _merge(spans: list[Span], solid: list[Span]) -> list[Span]:
    """*spans* with those inside one of *solid* joined into it; both are ordered."""
    merged: list[Span] = []
    number = 0
    for span in spans:
        start = span.start
        while start < span.end:
            while number < len(solid) and solid[number].end <= start:
                number += 1
            word = solid[number] if number < len(solid) else Span(span.end, span.end)
            end = min(span.end, word.end if word.start <= start else word.start)
            if merged and word.start < start < word.end and merged[-1].start >= word.start:
                merged[-1] = Span(merged[-1].start, end)
            else:
                merged.append(Span(start, end))
            start = end
    return merged


def _dot_ends(piece: str, spans: list[Span]) -> list[Span]:
    """Give the last full stop back to an abbreviation: ``U.S`` ``.`` → ``U.S.``."""
    for number in range(len(spans) - 1, max(0, len(spans) - 4), -1):
        stop, word = spans[number], spans[number - 1]
        text = word.of(piece)
        if (
            stop.of(piece) == "."
            and word.end == stop.start
            and (_DOTTED.search(text) or table("abbreviations").get(text) == ("name",))
        ):
            return [*spans[: number - 1], Span(word.start, stop.end), *spans[number + 1 :]]
    return spans
