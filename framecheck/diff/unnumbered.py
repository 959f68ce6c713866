"""A number that the other outlet leaves out: "Five NATO officials" against "NATO officials"."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.lexicons import words
from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Chunk, Document, Quantity
from framecheck.text import Span

_BARE = frozenset(
    ("the", "these", "those", "such", "their", "its", "his", "her")
)  # the number may have been told before


def unnumbered(alignment: Alignment) -> Iterator[Difference]:
    """Counts in aligned sentences for which the other sentence names the same things without any number."""
    story = alignment.story
    for pair in alignment.pairs:
        for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
            document, against = story.documents[mine.document], story.documents[other.document]
            for quantity in document.quantities:
                if quantity.sentence != mine.sentence or not _a_count(quantity) or _introduced(document, quantity):
                    continue
                if quantity.qualifiers or pair.level is Level.EQUIVALENT:
                    chunk = _same_thing(quantity, against, other)
                    if chunk is not None and (
                        pair.level is Level.EQUIVALENT or (_acts(document, quantity) and _subject(against, chunk.head))
                    ):
                        yield _difference(alignment, pair, mine, quantity, other, chunk)


def _acts(document: Document, quantity: Quantity) -> bool:
    """Whether the group counted is the subject of its clause."""
    sentence = document.sentences[quantity.sentence]
    last = [i for i in range(sentence.first, sentence.last) if document.tokens[i].end == quantity.span.end]
    return any(_subject(document, i) for i in last)


def _subject(document: Document, token: int) -> bool:
    return document.tokens[token].relation.startswith("nsubj")


def _a_count(quantity: Quantity) -> bool:
    return bool(quantity.counted) and not (quantity.unit or quantity.ordinal) and quantity.low >= 2


def _introduced(document: Document, quantity: Quantity) -> bool:
    """Whether the number recalls a group already told of ("the three lanes") or takes a part of one, which is scope."""
    sentence = document.sentences[quantity.sentence]
    before = [t.lower for t in document.tokens_of(sentence) if t.end <= quantity.span.start][-1:]
    return quantity.partial or before[:1] in (["the"], ["these"], ["those"], ["all"])


def bare_group(quantity: Quantity, document: Document, sentence: int) -> Chunk | None:
    """The plural noun phrase of *sentence* that names what *quantity* counts, without a number or quantifier: the same
    head and a shared modifier, or neither with one."""
    for chunk in document.chunks:
        if chunk.sentence != sentence or chunk.kind != "NP":
            continue
        tokens = document.tokens[chunk.first : chunk.last]
        head = document.tokens[chunk.head]
        if head.stem != quantity.counted or head.tag not in ("NNS", "NNPS"):
            continue
        modifiers = {t.stem for t in tokens if t is not head and t.tag.startswith(("JJ", "NN"))}
        agree = modifiers & set(quantity.qualifiers) if quantity.qualifiers else not modifiers
        said = any(t.tag == "CD" or t.lower in words("quantifiers") for t in tokens)
        if agree and tokens[0].lower not in _BARE and not said:
            return chunk
    return None


def _same_thing(quantity: Quantity, document: Document, ref: SentenceRef) -> Chunk | None:
    """The plural noun phrase of *ref* with the same head and a shared modifier, if its document gives no number of it."""
    if any(q.counted == quantity.counted and _a_count(q) for q in document.quantities if q.sentence == ref.sentence):
        return None
    if any(q.counted == quantity.counted and q.low == quantity.low for q in document.quantities):
        return None
    return bare_group(quantity, document, ref.sentence)


def _difference(
    alignment: Alignment, pair: Pair, mine: SentenceRef, quantity: Quantity, other: SentenceRef, chunk: Chunk
) -> Difference:
    story = alignment.story
    document, against = story.documents[mine.document], story.documents[other.document]
    first = document.sentences[mine.sentence].span
    second = against.sentences[other.sentence].span
    bare = Span(against.tokens[chunk.first].start, against.tokens[chunk.head].end)
    return Difference(
        "quantity",
        "unnumbered",
        (
            Variant("none", (Place(other.document, other.sentence, bare, second),)),
            Variant(f"{quantity.low:g}", (Place(mine.document, mine.sentence, quantity.span, first),)),
        ),
        group=f"{quantity.counted}:{quantity.low:g}",
        level=pair.level,
        pair_score=pair.score,
        link=0.7 if quantity.qualifiers else 0.5,
        evidence=(quantity.counted, *quantity.qualifiers),
        traits={"qualified": float(bool(quantity.qualifiers))},
    )
