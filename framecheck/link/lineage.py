"""Lineage: which outlets retell one original, by the credit they give it or by the words they copy.

A credit is an attribution to a news organisation ("according to POLITICO", "Reuters reported"), somebody telling one
("told the Associated Press") or a source line ("Source: Politico"). An outlet that credits itself retells nobody.
Copying is a long run of the same words outside quotation marks, as wire text leaves it: text reuse detection (Clough et
al. 2002, METER) at its plainest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from framecheck.lexicons import table
from framecheck.records.article import BlockKind
from framecheck.records.document import Attribution, Document, Sentence
from framecheck.records.story import Lineage
from framecheck.text import Span

COPIED: Final = 14  # words in a row that two outlets hardly write by chance
_SOURCE_LINE: Final = re.compile(
    r"\s*(?:source|sources|via|originally published (?:by|in|on))\s*:?\s+(.+?)\s*", re.IGNORECASE
)
_TELLING: Final = frozenset({"tell", "tells", "told", "telling"})
_MOST = 4  # credits that a lineage shows for each document


def lineages(documents: tuple[Document, ...]) -> tuple[Lineage, ...]:
    """Every original that an outlet of the story credits, and copying between outlets (``original`` is then ``""``)."""
    credited: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(documents):
        for original, span in _credits(document):
            if not _own(original, document):
                credit = " ".join(document.words(span).split())
                if credit not in credited[original][number]:
                    credited[original][number].append(credit)
    found = [
        Lineage(original, tuple(sorted(by)), tuple(e for number in sorted(by) for e in by[number][:_MOST]))
        for original, by in credited.items()
        if by
    ]
    found.sort(key=lambda line: (-len(line.documents), line.original))
    return (*found, *_copied(documents))


def _credits(document: Document) -> Iterator[tuple[str, Span]]:
    """Each credit: the original's name and the words that give it."""
    for block in document.article.blocks:
        if block.kind in (BlockKind.BOILERPLATE, BlockKind.BYLINE):
            line = _SOURCE_LINE.fullmatch(block.span.of(document.article.plain))
            if line and (name := organisation(line[1])):
                yield name, block.span
    for attribution in document.attributions:
        if attribution.source and not attribution.carried and (name := organisation(attribution.source_name)):
            yield name, _around(attribution)
    for sentence in document.sentences:
        for index in range(sentence.first, sentence.last - 1):
            if document.tokens[index].lower in _TELLING:
                yield from _told(document, sentence, index)


def _around(attribution: Attribution) -> Span:
    assert attribution.source is not None
    return Span(min(attribution.cue.start, attribution.source.start), max(attribution.cue.end, attribution.source.end))


def _told(document: Document, sentence: Sentence, cue: int) -> Iterator[tuple[str, Span]]:
    """Who was told: the longest outlet's name right after the verb."""
    tokens = document.tokens[cue + 1 : min(cue + 7, sentence.last)]
    if tokens[0].lower in ("the", "to"):
        tokens = tokens[1:]
    for count in range(len(tokens), 0, -1):
        named = Span(tokens[0].start, tokens[count - 1].end)
        if tokens[0].text[:1].isupper() and (name := organisation(named.of(document.article.plain))):
            yield name, Span(document.tokens[cue].start, named.end)
            return


def organisation(name: str) -> str:
    """The name to show for a news organisation that others credit, ``""`` for anybody else."""
    key = " ".join(name.lower().removeprefix("the ").removesuffix("'s").split()).strip(" .,:")
    shown = table("outlets").get(key)
    return shown[0] if shown else ""


def _own(original: str, document: Document) -> bool:
    """Whether the article's own outlet is meant."""
    return organisation(document.article.outlet) == original or original.lower() == document.article.outlet.lower()


def _copied(documents: tuple[Document, ...]) -> Iterator[Lineage]:
    """Two documents with `COPIED` words in a row in common, outside quotation marks; the evidence is their first passage."""
    seen: dict[tuple[str, ...], int] = {}
    shared: dict[tuple[int, int], list[int]] = defaultdict(list)
    plain = [_narrated(document) for document in documents]
    for number, indexes in enumerate(plain):
        tokens = documents[number].tokens
        lower = [tokens[i].lower for i in indexes]
        for at in range(len(indexes) - COPIED + 1):
            if indexes[at + COPIED - 1] - indexes[at] > COPIED + 6:  # a quotation lies between
                continue
            earlier = seen.setdefault(tuple(lower[at : at + COPIED]), number)
            if earlier != number:
                shared[earlier, number].append(at)
    for (first, second), places in sorted(shared.items()):
        at, length = places[0], 0
        while length < len(places) and places[length] == at + length:
            length += 1
        tokens = documents[second].tokens
        begin, end = tokens[plain[second][at]].start, tokens[plain[second][at + length + COPIED - 2]].end
        passage = " ".join(documents[second].words(Span(begin, end)).split())
        yield Lineage("", (first, second), (passage,))


def _narrated(document: Document) -> list[int]:
    """Indexes of the word tokens that stand in no quotation."""
    quoted = sorted((q.marks for q in document.quotations), key=lambda s: s.start)
    kept, at = [], 0
    for index, token in enumerate(document.tokens):
        while at < len(quoted) and quoted[at].end <= token.start:
            at += 1
        if token.text[:1].isalnum() and not (at < len(quoted) and quoted[at].start <= token.start):
            kept.append(index)
    return kept
