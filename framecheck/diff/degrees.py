"""How far an act goes: paused, suspended, halted, cut off, ended; how large a part someone has in it; how often it happens.

Words of one scale (``lexicons/scales.txt``) are compared when they are said of the same thing. The scale follows the
order in which news editors rank such words; an adverb or adjective beside an act lowers or raises it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from framecheck.diff.context import likeness, rarity, surroundings
from framecheck.diff.events import affected
from framecheck.diff.near import NEAR, nearness
from framecheck.diff.places import place_in
from framecheck.lexicons import table, words
from framecheck.records.alignment import Alignment, Level, SentenceRef
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Document, Sentence, Token
from framecheck.records.story import Story
from framecheck.text import Span

APART = 0.14  # steps of the scale that an editor would see
ALIKE = {Level.EQUIVALENT: 0.15, Level.PARTIAL: 0.25, None: 0.25}  # how alike what is ended must be
ALIKE_OTHER = {Level.EQUIVALENT: 0.1, Level.PARTIAL: 0.15, None: 0.15}  # on the other scales
OPPOSED = 0.5  # steps that two qualified acts in sentences that are not aligned must lie apart
_BESIDE = 2  # tokens between the act and the word that qualifies it


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its place on a scale."""

    ref: SentenceRef
    scale: str
    strength: float
    qualified: bool
    words: str
    span: Span
    around: dict[str, float]
    thing: frozenset[str]  # stems of what is acted upon


def degrees(alignment: Alignment) -> Iterator[Difference]:
    """Acts upon the same thing that go further in one outlet than in another."""
    story = alignment.story
    rare = rarity(story)
    pairs = {(p.a, p.b): p for p in alignment.pairs}
    acts = [act for number, document in enumerate(story.documents) for act in _read(number, document)]
    for i, a in enumerate(acts):
        for b in acts[i + 1 :]:
            if a.scale != b.scale or a.ref.document == b.ref.document or abs(a.strength - b.strength) < APART:
                continue
            pair = pairs.get((a.ref, b.ref))
            score = pair.score if pair else nearness(alignment, a.ref, b.ref)
            opposed = a.qualified and b.qualified and abs(a.strength - b.strength) >= OPPOSED
            if score < NEAR and not opposed:
                continue
            alike = likeness(a.around, b.around, rare) if score >= NEAR else _same_thing(a, b)
            level = pair.level if pair else None
            if alike >= (ALIKE if a.scale == "ending" else ALIKE_OTHER)[level]:
                yield _difference(story, level, score, a, b, alike)


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, float], ...]]:
    """Entries of the scale as words, by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, float]]] = {}
    for entry, fields in table("scales").items():
        phrase = tuple(entry.split())
        found.setdefault(phrase[0], []).append((phrase, fields[0], float(fields[1])))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _read(number: int, document: Document) -> Iterator[Act]:
    for sentence in document.sentences:
        tokens = document.tokens_of(sentence)
        at = 0
        while at < len(tokens):
            found = _act(tokens, at)
            if found is None:
                at += 1
                continue
            last, scale, strength = found
            yield _qualified(SentenceRef(number, sentence.index), document, sentence, tokens, at, last, scale, strength)
            at = last


def _act(tokens: Sequence[Token], at: int) -> tuple[int, str, float] | None:
    """Where the act at *at* ends and how strong it is; ``None`` for what is said not to be done."""
    token = tokens[at]
    phrases = _phrases()
    options = phrases.get(token.stem, ())
    if token.lower != token.stem:
        options += tuple(row for row in phrases.get(token.lower, ()) if len(row[0]) == 1)
    if not options or not token.tag.startswith(("VB", "NN", "JJ", "RB", "IN", "DT")):
        return None
    if any(t.lower in words("negation") for t in tokens[max(at - 3, 0) : at]):
        return None
    for phrase, scale, strength in options:
        rest = list(phrase[1:])
        size = len(phrase)
        hit = [t.lower for t in tokens[at + 1 : at + size]] == rest
        if not hit and size == 2 and len(tokens) > at + 2 and tokens[at + 1].text == "-":
            hit = tokens[at + 2].lower == phrase[1]
            size = 3
        if hit and not (phrase == ("end",) and not token.tag.startswith("VB")):
            return at + size, scale, strength
    return None


def _qualified(
    ref: SentenceRef,
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    at: int,
    last: int,
    scale: str,
    strength: float,
) -> Act:
    """The act with the adverb or adjective beside it."""
    first, end, qualified = at, last, False
    for i in (*range(max(at - _BESIDE, 0), at), *range(last, min(last + _BESIDE, len(tokens)))):
        kind, *amount = table("extent").get(tokens[i].lower, ("",))
        if kind:
            value = float(amount[0])
            strength = {"cap": min(strength, value), "floor": max(strength, value)}.get(kind, strength * value)
            first, end, qualified = min(first, i), max(end, i + 1), True
    span = Span(tokens[first].start, tokens[end - 1].end)
    around = surroundings(document, sentence, span)
    thing = affected(document, sentence, sentence.first + first, sentence.first + end)
    return Act(ref, scale, strength, qualified, " ".join(t.stem for t in tokens[first:end]), span, around, thing)


def _same_thing(a: Act, b: Act) -> float:
    """How far what is acted upon is the same: shared stems over the smaller number of stems."""
    return len(a.thing & b.thing) / min(len(a.thing), len(b.thing)) if a.thing and b.thing else 0.0


def _difference(story: Story, level: Level | None, score: float, a: Act, b: Act, alike: float) -> Difference:
    variants = [Variant(act.words, (place_in(story, act.ref, act.span),)) for act in (a, b)]
    return Difference(
        "extent",
        "degree",
        tuple(variants),
        group="",
        level=level,
        pair_score=score,
        link=min(0.4 + 0.6 * alike, 1.0),
        evidence=tuple(sorted(a.around.keys() & b.around.keys())),
        traits={
            "apart": abs(a.strength - b.strength),
            "around": alike,
            "qualified": (a.qualified + b.qualified) / 2,
            a.scale: 1.0,
        },
    )
