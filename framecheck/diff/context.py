"""What stands around a fact: the content words near a span, and how alike two surroundings are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TypeVar

from framecheck.lexicons import words
from framecheck.records.alignment import SentenceRef
from framecheck.records.document import Document, Sentence, Token
from framecheck.records.story import Story
from framecheck.text import Span

Fact = TypeVar("Fact")

REACH = 10  # tokens to either side
FADE = 4.0  # tokens after which a word counts half


def is_content(token: Token) -> bool:
    """Whether *token* is a noun, verb, adjective or name that carries meaning."""
    light = words("light_words")
    return (
        token.tag.startswith(("NN", "VB", "JJ"))
        and token.text[0].isalnum()
        and token.lower not in light
        and token.stem not in light
    )


def rarity(story: Story) -> dict[str, float]:
    """Inverse sentence frequency of every stem in the story, from 0 (everywhere) to 1 (once)."""
    counts: Counter[str] = Counter()
    total = 0
    for document in story.documents:
        for sentence in document.sentences:
            counts.update({t.stem for t in document.tokens_of(sentence)})
            total += 1
    top = math.log(total + 1) or 1.0
    return {stem: math.log((total + 1) / n) / top for stem, n in counts.items()}


def surroundings(document: Document, sentence: Sentence, span: Span, stops: Iterable[Span] = ()) -> dict[str, float]:
    """Content stems around *span* in its sentence, weighted by nearness (1 beside it, fading). The words inside *span*
    are left out; *stops* are spans that the view does not reach beyond, such as the neighbouring numbers of a list."""
    tokens = document.tokens_of(sentence)
    left = max((s.end for s in stops if s.end <= span.start), default=-1)
    right = min((s.start for s in stops if s.start >= span.end), default=sentence.span.end)
    before = [t for t in tokens if left <= t.start and t.end <= span.start]
    after = [t for t in tokens if t.start >= span.end and t.end <= right]
    near: dict[str, float] = {}
    for side in (before[::-1], after):
        for distance, token in enumerate(side[:REACH]):
            if is_content(token):
                near[token.stem] = max(near.get(token.stem, 0.0), 1 / (1 + distance / FADE))
    return near


def likeness(a: Mapping[str, float], b: Mapping[str, float], rare: Mapping[str, float]) -> float:
    """Shared mass of two surroundings over the smaller one's, 0 to 1; rare stems weigh more."""

    def mass(view: Mapping[str, float]) -> float:
        return sum(weight * rare.get(stem, 1.0) for stem, weight in view.items())

    shared = sum(min(a[s], b[s]) * rare.get(s, 1.0) for s in a.keys() & b.keys())
    smaller = min(mass(a), mass(b))
    return min(shared / smaller, 1.0) if smaller else 0.0


def once(story: Story, read: Callable[[Document, Sentence], Iterable[Fact]]) -> Callable[[SentenceRef], list[Fact]]:
    """What *read* finds in a sentence of the story, read when it is first asked for."""

    @cache
    def of(ref: SentenceRef) -> list[Fact]:
        document = story.documents[ref.document]
        return list(read(document, document.sentences[ref.sentence]))

    return of
