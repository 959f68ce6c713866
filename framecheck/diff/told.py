"""What each sentence of a story is told on whose word: attributions cut to the sentence, with the stems of their content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from framecheck.facts.reporting import stance
from framecheck.lexicons import words
from framecheck.records.alignment import Pair, SentenceRef
from framecheck.records.document import Attribution, Document, Token
from framecheck.records.story import Story
from framecheck.text import Span


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution as far as one sentence holds its content; ``stems`` are the content words' stems, ``stance`` is
    that of its cue."""

    ref: SentenceRef
    attribution: Attribution
    content: Span
    stems: frozenset[str]
    stance: str


class TellingIndex:
    """The attributions of every sentence of a story."""

    __slots__ = ("_by_sentence", "story")

    def __init__(self, story: Story) -> None:
        self.story = story
        self._by_sentence: dict[SentenceRef, list[Told]] = defaultdict(list)
        for number, document in enumerate(story.documents):
            for told in _read(number, document):
                self._by_sentence[told.ref].append(told)

    def at(self, ref: SentenceRef) -> list[Told]:
        """The attributions with content in that sentence, in text order."""
        return self._by_sentence.get(ref, [])

    def linked(self, pair: Pair) -> Iterator[tuple[Told, Told, float]]:
        """Attributions of both sentences with the content in common: the best partner each, and how much (0..1)."""
        left, right = self.at(pair.a), self.at(pair.b)
        scored = sorted(
            ((overlap(x.stems, y.stems), i, j) for i, x in enumerate(left) for j, y in enumerate(right)),
            key=lambda row: (-row[0], row[1], row[2]),
        )
        taken_left: set[int] = set()
        taken_right: set[int] = set()
        for score, i, j in scored:
            if i in taken_left or j in taken_right:
                continue
            taken_left.add(i)
            taken_right.add(j)
            yield left[i], right[j], score


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that the other has, damped where there is little to share."""
    if not a or not b:
        return 0.0
    common = len(a & b)
    return common / min(len(a), len(b)) * min(1.0, common / 2)


def content_stems(tokens: tuple[Token, ...] | list[Token], within: Span) -> frozenset[str]:
    """The stems of the content words inside *within*."""
    light = words("light_words")
    return frozenset(
        t.stem
        for t in tokens
        if within.start <= t.start < within.end
        and t.tag.startswith(("NN", "VB", "JJ", "CD", "RB"))
        and t.lower not in light
        and t.stem not in light
        and len(t.stem) > 2
    )


def _read(number: int, document: Document) -> Iterator[Told]:
    for attribution in document.attributions:
        index = attribution.sentence
        while index > 0 and document.sentences[index - 1].span.end > attribution.content.start:
            index -= 1
        while index < len(document.sentences) and document.sentences[index].span.start < attribution.content.end:
            sentence = document.sentences[index]
            start = max(sentence.span.start, attribution.content.start)
            content = Span(start, min(sentence.span.end, attribution.content.end))
            if content.start < content.end:
                stems = content_stems(document.tokens_of(sentence), content)
                held = stance(attribution.cue_stem, document.house.said_verbs)
                yield Told(SentenceRef(number, index), attribution, content, stems, held)
            index += 1
