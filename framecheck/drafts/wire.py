"""A wire article made ready for look-ups: its words, its numerals, its names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from framecheck.diff.utterances import Word, quoted_words
from framecheck.facts.gazetteer import key, places
from framecheck.facts.numerals import Numeral, numeral
from framecheck.records.document import Document, Sentence
from framecheck.text import Span


class Wire:
    """Document *number* of the story. What a look-up needs is read when it is first asked for."""

    def __init__(self, number: int, document: Document) -> None:
        self.number = number
        self.document = document

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds *offset*."""
        held = (s.index for s in self.document.sentences if s.span.start <= offset < s.span.end)
        return next(held, 0)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All told words as quotations are compared: case dropped, contractions apart."""
        plain = self.document.article.plain
        return tuple(w for s in self.document.sentences for w in quoted_words(plain, s.span))

    @cached_property
    def _text(self) -> tuple[str, list[int]]:
        """The words in one string, a space around each, and where each starts in it."""
        starts, parts, at = [], [], 0
        for word in self.words:
            starts.append(at)
            parts.append(word.key)
            at += len(word.key) + 1
        return f" {' '.join(parts)} ", starts

    def runs(self, wanted: tuple[str, ...]) -> Iterator[Span]:
        """Where the words *wanted* stand in a row."""
        from bisect import bisect_left

        text, starts = self._text
        piece = f" {' '.join(wanted)} "
        at = text.find(piece)
        while at >= 0:
            first = bisect_left(starts, at)
            yield Span(self.words[first].start, self.words[first + len(wanted) - 1].end)
            at = text.find(piece, at + 1)

    @cached_property
    def numerals(self) -> tuple[tuple[Sentence, Numeral, Span], ...]:
        """Every number, those that count nothing too, with its words."""
        found = []
        for sentence in self.document.sentences:
            tokens = self.document.tokens_of(sentence)
            at = 0
            while at < len(tokens):
                number = numeral(tokens, at, len(tokens))
                if number:
                    span = Span(tokens[number.first].start, tokens[number.last - 1].end)
                    found.append((sentence, number, span))
                at = max(at + 1, number.last if number else 0)
        return tuple(found)

    @cached_property
    def keys(self) -> str:
        """The words of the told text as names are compared, a space around each."""
        plain = self.document.article.plain
        return f" {' '.join(key(s.span.of(plain)) for s in self.document.sentences)} ".replace("'s ", " ")

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that are named, also by the word for their people, by their usual names as keys."""
        tokens = [key(w) for w in self.keys.split()]
        grams = (" ".join(tokens[i : i + n]) for n in (1, 2, 3) for i in range(len(tokens) - n + 1))
        known = places()
        return frozenset(key(known[gram].name) for gram in grams if gram in known)
