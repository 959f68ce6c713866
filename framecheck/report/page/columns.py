"""Articles side by side: every block of an article, its sentences linked to their counterparts, its differing words marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from framecheck.records.alignment import Alignment, Level
from framecheck.records.article import BlockKind
from framecheck.records.document import Document, Sentence
from framecheck.records.finding import Report, Role, Severity
from framecheck.report.outlets import outlet_names
from framecheck.report.page.cards import anchor_of
from framecheck.report.safe import safe
from framecheck.text import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: ``severity`` of the gravest finding that marks it (``""``: none) and the ``number`` of that finding;
    ``ends`` are the numbers of the findings whose words end with this piece."""

    text: str
    severity: str = ""
    number: int = 0
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """A counterpart of a sentence: the id of the other sentence, its outlet, how sure the pair is, in percent."""

    anchor: str
    outlet: str
    percent: int
    equivalent: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or words of a block that tell nothing (no ``anchor``)."""

    anchor: str
    pieces: tuple[Piece, ...]
    partners: tuple[Partner, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article."""

    kind: str
    told: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An article."""

    outlet: str
    path: str
    date: str
    draft: bool
    paragraphs: tuple[Paragraph, ...]


def columns(report: Report, prefix: str) -> list[Column]:
    """The articles of a report in order. *prefix* starts the ids of their sentences."""
    alignment = report.alignment
    outlets = outlet_names(alignment.story)
    partners = _partners(alignment, outlets, prefix)
    marks = _marks(report)
    return [
        Column(
            outlets[index],
            safe(document.article.path),
            document.article.date.isoformat() if document.article.date else "",
            index == report.draft,
            tuple(_paragraphs(index, document, marks[index], partners, prefix)),
        )
        for index, document in enumerate(alignment.story.documents)
    ]


Mark = tuple[Span, Severity, int]


def _marks(report: Report) -> dict[int, list[Mark]]:
    """By document, the words that findings point at; findings are numbered as their cards are."""
    found: dict[int, list[Mark]] = defaultdict(list)
    told = [finding for finding in report.findings if not finding.suppressed]
    for number, finding in enumerate(told, 1):
        for side in finding.sides:
            if side.role is Role.VARIANT and side.span:
                found[side.document].append((side.span, finding.severity, number))
    return found


def _partners(alignment: Alignment, outlets: Sequence[str], prefix: str) -> dict[tuple[int, int], list[Partner]]:
    """By document and sentence, the best counterpart in each other outlet."""
    found: dict[tuple[int, int], dict[int, Partner]] = defaultdict(dict)
    for pair in alignment.pairs:  # best first
        for here, there in ((pair.a, pair.b), (pair.b, pair.a)):
            if there.document not in found[here.document, here.sentence]:
                start = alignment.story.documents[there.document].sentences[there.sentence].span.start
                found[here.document, here.sentence][there.document] = Partner(
                    anchor_of(prefix, there.document, start),
                    outlets[there.document],
                    round(100 * pair.score),
                    pair.level is Level.EQUIVALENT,
                )
    return {key: [told[d] for d in sorted(told)] for key, told in found.items()}


def _paragraphs(
    index: int,
    document: Document,
    marks: Sequence[Mark],
    partners: dict[tuple[int, int], list[Partner]],
    prefix: str,
) -> Iterator[Paragraph]:
    by_block: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in document.sentences:
        by_block[sentence.block].append(sentence)
    for number, block in enumerate(document.article.blocks):
        sentences = by_block[number]
        if not sentences:
            words = safe(document.words(block.span)).strip()
            if words and block.kind is not BlockKind.BOILERPLATE:
                yield Paragraph(block.kind.value, False, (Line("", (Piece(words),)),))
            continue
        lines = [
            Line(
                anchor_of(prefix, index, sentence.span.start),
                tuple(pieces(document.article.text, sentence.span, marks)),
                tuple(partners.get((index, sentence.index), ())),
            )
            for sentence in sentences
        ]
        yield Paragraph(block.kind.value, True, tuple(lines))


def pieces(text: str, within: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The words *within* a span, cut wherever a mark starts or ends; together they are those words."""
    here = [(span, severity, number) for span, severity, number in marks if span.overlap(within)]
    cuts = {within.start, within.end}
    for span, _, _ in here:
        cuts |= {max(span.start, within.start), min(span.end, within.end)}
    for start, end in pairwise(sorted(cuts)):
        over = [(s.rank, number, s) for span, s, number in here if span.start <= start and end <= span.end]
        words = safe(text[start:end])
        if not over:
            yield Piece(words)
            continue
        _, number, severity = min(over)
        ends = sorted({n for span, _, n in here if min(span.end, within.end) == end})
        yield Piece(words, severity.value, number, tuple(ends))
