"""Quotations as words with their speaker, and the record of how two of them differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framecheck.diff.utterances import Comparison, Word, is_content, quoted_words
from framecheck.records.alignment import Pair
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Attribution, Document
from framecheck.records.story import Story
from framecheck.text import Span


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation as words. ``speaker`` is its attribution."""

    document: int
    sentence: int
    words: tuple[Word, ...]
    speaker: Attribution | None
    block: bool

    def span(self, first: int, last: int) -> Span:
        """From word *first* up to word *last* (half-open)."""
        return Span(self.words[first].start, self.words[last - 1].end)


def utterances(number: int, document: Document) -> Iterator[Utterance]:
    """The quotations of one document that hold a content word."""
    for quotation in document.quotations:
        speaker = document.attributions[quotation.source] if quotation.source >= 0 else None
        words = tuple(quoted_words(document.article.plain, quotation.span))
        if sum(map(is_content, words)) > 0:
            yield Utterance(number, quotation.sentence, words, speaker, quotation.block)


def difference(
    story: Story,
    relation: str,
    a: Utterance,
    b: Utterance,
    spans: Sequence[Span],
    found: Comparison,
    pair: Pair | None,
    link: float,
    traits: dict[str, float] | None = None,
    detail: str = "",
) -> Difference:
    """How *a* and *b*, compared in *found*, differ at *spans*; ``relation`` and ``detail`` say of what kind."""
    variants = []
    for utterance, span in zip((a, b), spans, strict=True):
        document = story.documents[utterance.document]
        sentence = _sentence_at(document, utterance.sentence, span)
        value = " ".join(w.key for w in quoted_words(document.article.plain, span))
        place = Place(utterance.document, sentence, span, utterance.span(0, len(utterance.words)))
        variants.append(Variant(value, (place,)))
    evidence = tuple(w.key for w in a.words[found.a_core[0] : found.a_core[1]] if is_content(w))[:6]
    return Difference(
        "quotation",
        relation,
        tuple(variants),
        f"{relation}:{_anchor(found, a, b, spans)}",
        pair.level if pair else None,
        pair.score if pair else 0.0,
        link,
        evidence,
        quoted=True,
        traits={"ratio": found.ratio, "shared": min(1.0, found.shared / 12), **(traits or {})},
        detail=detail,
    )


def _anchor(found: Comparison, a: Utterance, b: Utterance, spans: Sequence[Span]) -> str:
    """What the change stands between: equal for every pair of outlets that differ at this place of the utterance."""
    before = [w.key for w in a.words if w.end <= spans[0].start + 1][-2:]
    inside = [w.key for w in a.words if spans[0].start <= w.start < spans[0].end]
    shared = [k for k in inside if any(k == w.key for w in b.words if spans[1].start <= w.start < spans[1].end)]
    return " ".join(sorted({*before, *shared})) or f"{a.document}.{spans[0].start}"


def _sentence_at(document: Document, first: int, span: Span) -> int:
    for sentence in document.sentences[first:]:
        if sentence.span.end > span.start:
            return sentence.index
    return first
