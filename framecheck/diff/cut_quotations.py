"""A quoted sentence that two outlets carry and a third, which tells what stands around it, leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from framecheck.records.alignment import Alignment, Pair, SentenceRef
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Document
from framecheck.text import Span

RUN = 5  # words in a row that the two outlets share
FEWEST = 3  # content words in common
KNOWN = 0.5  # share of them from which an outlet has the sentence in its own way

Near = dict[SentenceRef, dict[int, int]]


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Quoted sentences, much the same word for word in two outlets, that an outlet telling the rest lacks."""
    story = alignment.story
    quoted = [dict(_quoted(d)) for d in story.documents]
    near = _near(alignment)
    for pair in alignment.pairs:
        spans = [quoted[ref.document].get(ref.sentence) for ref in (pair.a, pair.b)]
        if None in spans or not _verbatim(alignment, pair):
            continue
        both = _content(alignment, pair.a) & _content(alignment, pair.b)
        lacking = {
            i: anchor
            for i in range(len(story.documents))
            if i not in (pair.a.document, pair.b.document)
            and (anchor := _neighbour(near, pair, i)) >= 0
            and _known(alignment, both, i) < KNOWN
        }
        if lacking and len(both) >= FEWEST:
            places = tuple(
                Place(ref.document, ref.sentence, span, story.documents[ref.document].sentences[ref.sentence].span)
                for ref, span in zip((pair.a, pair.b), spans, strict=True)
                if span
            )
            yield Difference(
                "quotation",
                "absent",
                (Variant(" ".join(sorted(both)), places),),
                group=f"{pair.a.document}:{pair.a.sentence}",
                level=pair.level,
                pair_score=pair.score,
                missing=tuple(sorted(lacking.items())),
                quoted=True,
                traits={"known": max(_known(alignment, both, i) for i in lacking)},
            )


def _quoted(document: Document) -> Iterator[tuple[int, Span]]:
    """Sentences that are mostly quotation, with the quoted stretch."""
    for quotation in document.quotations:
        for sentence in document.sentences[quotation.sentence : quotation.last_sentence + 1]:
            start, end = max(quotation.span.start, sentence.span.start), min(quotation.span.end, sentence.span.end)
            if end - start > 0.5 * (sentence.span.end - sentence.span.start):
                yield sentence.index, Span(start, end)


def _near(alignment: Alignment) -> Near:
    """The best partner of a sentence in each other document."""
    near: Near = defaultdict(dict)
    for pair in alignment.pairs:  # best first
        near[pair.a].setdefault(pair.b.document, pair.b.sentence)
        near[pair.b].setdefault(pair.a.document, pair.a.sentence)
    return near


def _neighbour(near: Near, pair: Pair, document: int) -> int:
    """The sentence of *document* aligned with one next to either side of *pair*, or -1: does it tell the rest?"""
    for step in (-1, 1, -2, 2):
        for ref in (pair.a, pair.b):
            found = near.get(SentenceRef(ref.document, ref.sentence + step), {}).get(document)
            if found is not None:
                return found
    return -1


def _content(alignment: Alignment, ref: SentenceRef) -> frozenset[str]:
    document = alignment.story.documents[ref.document]
    tokens = document.tokens_of(document.sentences[ref.sentence])
    return frozenset(t.stem for t in tokens if t.tag.startswith(("NN", "VB", "JJ", "CD")))


def _known(alignment: Alignment, words: frozenset[str], document: int) -> float:
    """The largest share of *words* that one sentence of *document* has."""
    sentences = alignment.story.documents[document].sentences
    shares = (len(words & _content(alignment, SentenceRef(document, s.index))) for s in sentences)
    return max(shares, default=0) / max(len(words), 1)


def _verbatim(alignment: Alignment, pair: Pair) -> bool:
    """Whether the two sentences share a run of words."""
    runs = []
    for ref in (pair.a, pair.b):
        document = alignment.story.documents[ref.document]
        words = [t.lower for t in document.tokens_of(document.sentences[ref.sentence])]
        runs.append({tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)})
    return bool(runs[0] & runs[1])
