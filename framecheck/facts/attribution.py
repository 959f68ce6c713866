"""Whose words a stretch of text is: cue, source and content, after the scheme of PARC 3.0 and PolNeAR.

A cue is a reporting verb ("said", "has warned"), a preposition ("according to", "in the eyes of") or a colon after a
name in a headline. Pronouns and quotations without a cue of their own carry the last source on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from framecheck.facts.reported import Reader
from framecheck.facts.reporting import SILENT, stance
from framecheck.records.document import Attribution, Document, Quotation
from framecheck.text import Span

_STATEMENT = 6  # words: a shorter quotation without a speaker may be a title
_REACH = 12  # sentences: a quotation rarely runs further from its cue


def attributions(document: Document) -> Iterator[Attribution]:
    """Every attribution in text order; content spans may overlap where words are told at second hand."""
    found: list[Attribution] = []
    reader = Reader(document)
    # a quotation of several sentences waits for its last one: "Foo. Bar," she said
    quotations = {number: list(group) for number, group in groupby(document.quotations, key=lambda q: q.last_sentence)}
    for sentence in document.sentences:
        for attribution in sorted(reader.sentence(sentence), key=lambda a: (a.cue, a.content)):
            found.append(_resolve(attribution, found))
        for quotation in quotations.get(sentence.index, ()):
            found.extend(_carried(document, quotation, found))
    yield from sorted(found, key=lambda a: a.sentence)


def link_quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations with ``source`` set: the narrowest attribution whose content holds half of the quoted words."""
    return tuple(replace(q, source=_narrowest(document, q.sentence, q.span, 0.5)) for q in document.quotations)


def speaker_at(document: Document, sentence: int, span: Span, share: float = 1.0) -> Attribution | None:
    """Whose words *span* of that sentence is: the innermost attribution that holds that *share* of it; ``None``: the
    narrator's."""
    index = _narrowest(document, sentence, span, share)
    return document.attributions[index] if index >= 0 else None


def _narrowest(document: Document, sentence: int, span: Span, share: float) -> int:
    """The index of the narrowest attribution whose content holds that share of *span*, or -1."""
    first = bisect_left(document.attributions, sentence - _REACH, key=lambda a: a.sentence)
    last = bisect_right(document.attributions, sentence + _REACH, key=lambda a: a.sentence)
    best, size = -1, 0
    for index in range(first, last):
        content = document.attributions[index].content
        if content.overlap(span) >= share * (span.end - span.start) and (
            best < 0 or content.end - content.start < size
        ):
            best, size = index, content.end - content.start
    return best


def _resolve(attribution: Attribution, before: list[Attribution]) -> Attribution:
    """A pronoun or "the official" takes the name of the last source that it can stand for."""
    if not attribution.carried:
        return attribution
    plural = attribution.source_head in ("they", "we")
    for earlier in reversed(before[-6:]):
        if earlier.source is None or attribution.sentence - earlier.sentence > 4:
            continue
        if earlier.source_name and (earlier.count > 1) == plural:
            return replace(attribution, source_name=earlier.source_name, named=True, count=earlier.count)
        if not earlier.source_name and not earlier.carried:
            return replace(attribution, count=earlier.count)
    return attribution


def _carried(document: Document, quotation: Quotation, found: list[Attribution]) -> Iterator[Attribution]:
    """A quotation without a cue of its own goes to the last speaker, if one spoke here or in the paragraph before; else
    nobody is named."""
    if quotation.scare or any(a.content.overlap(quotation.marks) for a in found[-8:]):
        return
    last = next(
        (a for a in reversed(found[-6:]) if a.direct or stance(a.cue_stem, document.house.said_verbs) not in SILENT),
        None,
    )
    here = document.sentences[quotation.sentence].paragraph
    if last and last.source and here - document.sentences[last.sentence].paragraph <= 1:
        yield replace(last, sentence=quotation.sentence, content=quotation.marks, direct=True, carried=True)
    elif quotation.last_sentence > quotation.sentence or len(document.words(quotation.span).split()) >= _STATEMENT:
        mark = Span(quotation.marks.start, quotation.span.start)
        yield Attribution(quotation.sentence, mark, "", None, "", "", False, quotation.marks, True)
