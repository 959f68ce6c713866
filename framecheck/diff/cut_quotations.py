"""A quoted sentence that two outlets carry and a third, which tells what stands around it, leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framecheck.diff.context import once
from framecheck.diff.partners import Partners, partners
from framecheck.diff.places import place_in
from framecheck.records.alignment import Alignment, Pair, SentenceRef
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Document, Sentence
from framecheck.text import Span

RUN = 5  # words in a row that the two outlets share
FEWEST = 3  # content words in common
KNOWN = 0.5  # share of them from which an outlet has the sentence in its own way


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Quoted sentences, much the same word for word in two outlets, that an outlet telling the rest lacks."""
    story = alignment.story
    quoted = [dict(_quoted(d)) for d in story.documents]
    near = partners(alignment)
    content = once(story, _content)
    for pair in alignment.pairs:
        spans = [quoted[ref.document].get(ref.sentence) for ref in (pair.a, pair.b)]
        if None in spans or not _verbatim(alignment, pair):
            continue
        both = set(content(pair.a)) & set(content(pair.b))
        lacking = {}
        for i, document in enumerate(story.documents):
            anchor = -1 if i in (pair.a.document, pair.b.document) else _neighbour(near, pair, i)
            if anchor >= 0:
                known = _known(both, [content(SentenceRef(i, s.index)) for s in document.sentences])
                if known < KNOWN:
                    lacking[i] = (anchor, known)
        if lacking and len(both) >= FEWEST:
            places = tuple(
                place_in(story, ref, span) for ref, span in zip((pair.a, pair.b), spans, strict=True) if span
            )
            yield Difference(
                "quotation",
                "absent",
                (Variant(" ".join(sorted(both)), places),),
                group=f"{pair.a.document}:{pair.a.sentence}",
                level=pair.level,
                pair_score=pair.score,
                missing=tuple((i, anchor) for i, (anchor, _) in lacking.items()),
                quoted=True,
                traits={"known": max(known for _, known in lacking.values())},
            )


def _quoted(document: Document) -> Iterator[tuple[int, Span]]:
    """Sentences that are mostly quotation, with the quoted stretch."""
    for quotation in document.quotations:
        for sentence in document.sentences[quotation.sentence : quotation.last_sentence + 1]:
            start, end = max(quotation.span.start, sentence.span.start), min(quotation.span.end, sentence.span.end)
            if end - start > 0.5 * (sentence.span.end - sentence.span.start):
                yield sentence.index, Span(start, end)


def _neighbour(near: Partners, pair: Pair, document: int) -> int:
    """The sentence of *document* aligned with one next to either side of *pair*, or -1: does it tell the rest?"""
    for step in (-1, 1, -2, 2):
        for ref in (pair.a, pair.b):
            found = near.get(SentenceRef(ref.document, ref.sentence + step), {}).get(document)
            if found is not None:
                return found[1]
    return -1


def _content(document: Document, sentence: Sentence) -> Iterator[str]:
    return (t.stem for t in document.tokens_of(sentence) if t.tag.startswith(("NN", "VB", "JJ", "CD")))


def _known(words: set[str], sentences: Sequence[Sequence[str]]) -> float:
    """The largest share of *words* that one of the *sentences* has."""
    return max((len(words.intersection(s)) for s in sentences), default=0) / max(len(words), 1)


def _verbatim(alignment: Alignment, pair: Pair) -> bool:
    """Whether the two sentences share a run of words."""
    runs = []
    for ref in (pair.a, pair.b):
        document = alignment.story.documents[ref.document]
        words = [t.lower for t in document.tokens_of(document.sentences[ref.sentence])]
        runs.append({tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)})
    return bool(runs[0] & runs[1])
