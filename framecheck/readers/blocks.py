"""From the lines of a page to blocks: which tell the story and which stand around it.

Nothing here removes or changes text; a block that is not told is kept with its kind. The order of decisions: furniture by
its own look, then the headline, then what stands between headline and body, then what breaks or follows the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from framecheck.readers.boilerplate import is_furniture, other_letters
from framecheck.readers.openers import bullet_end, dateline_end, is_byline, is_caption
from framecheck.records.article import Block, BlockKind
from framecheck.text import Span

_ENDS: Final = re.compile(r"[.!?\u2026,;:][\"')\]\s]*$")
_INITIALS: Final = re.compile(r"\b(?:[A-Z]\.){2,}$")
_INNER_END: Final = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])[.!?][\"')]*\s+[\"'(]*[A-Z]")
_HEADLINE_ROOM: Final = 12
_LONGEST_HEADLINE: Final = 200
_LINKS_IN_A_ROW: Final = 3
_LABEL: Final = 4

BODY, TITLE = BlockKind.BODY, BlockKind.HEADLINE


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while its kind is being decided."""

    span: Span
    plain: str
    words: int
    kind: BlockKind | None = None

    @property
    def titled(self) -> bool:
        """Set like a title: short, and without the mark that ends a sentence."""
        return len(self.plain) <= _LONGEST_HEADLINE and (self.unended or bool(_INITIALS.search(self.plain)))

    @property
    def unended(self) -> bool:
        """Short and without any mark that ends a sentence or clause; "G.O.P." counts as one here."""
        return len(self.plain) <= _LONGEST_HEADLINE and not _ENDS.search(self.plain)

    @property
    def prose(self) -> bool:
        """Reads like a paragraph of a story."""
        return self.kind is None and (len(self.plain) > _LONGEST_HEADLINE or (not self.titled and self.words >= 8))

    @property
    def one_sentence(self) -> bool:
        """Holds no sentence boundary that is plain to see."""
        return not _INNER_END.search(self.plain[:1000])


def find_blocks(text: str, plain: str, spans: Sequence[Span]) -> list[Block]:
    """The blocks of a page in text order. *plain* is ``fold(text)``; *spans* are its paragraphs, trimmed and in order."""
    foreign = other_letters(plain[:20_000]) >= 0.3
    found = []
    for span in spans:
        line = span.of(plain)
        item = _Paragraph(span, line, len(line[:2000].split()))
        if is_furniture(span.of(text) if len(line) < 1000 else line, line, foreign):
            item.kind = BlockKind.BOILERPLATE
        elif is_byline(line):
            item.kind = BlockKind.BYLINE
        elif bullet_end(line):
            item.kind = BlockKind.BULLET
        found.append(item)
    first = _mark_headline(found)
    _mark_captions(found)
    start = _mark_opening(found, first)
    _mark_breaks(found, start)
    return list(_emit(found))


def cap(blocks: Sequence[Block], plain: str, limit: int) -> tuple[list[Block], int | None]:
    """*blocks* up to *limit* code points of told text, cut between words, and where the cut fell (``None``: nowhere)."""
    kept: list[Block] = []
    left = limit
    for block in blocks:
        length = block.span.end - block.span.start
        if block.kind.told and length > left:
            end = block.span.start + left
            end = max((plain.rfind(c, block.span.start, end) for c in " \n\t"), default=-1) if left else -1
            if end <= block.span.start:
                end = block.span.start + left
            if end > block.span.start:
                kept.append(Block(block.kind, Span(block.span.start, end)))
            return kept, end
        left -= length * block.kind.told
        kept.append(block)
    return kept, None


def _mark_headline(items: list[_Paragraph]) -> int:
    """Set the headline's kind, that of its repetitions and of the labels before it; returns where to go on reading."""
    lead: list[int] = []
    for number, item in enumerate(items):
        paragraph = item.prose and (len(item.plain) > _LONGEST_HEADLINE or not item.one_sentence)
        if paragraph or len(lead) >= _HEADLINE_ROOM:
            break
        if item.kind is None and len(item.plain) <= _LONGEST_HEADLINE:
            lead.append(number)
    chosen = _choose(items, lead)
    if chosen is None:
        return 0
    items[chosen].kind = TITLE
    name = _key(items[chosen].plain)
    for number, item in enumerate(items):
        label = number < chosen and item.words <= _LABEL
        if number != chosen and item.kind is None and (label or _key(item.plain) == name):
            item.kind = BlockKind.BOILERPLATE
    return chosen + 1


def _choose(items: list[_Paragraph], lead: list[int]) -> int | None:
    if not lead:
        return None
    keys = [_key(item.plain) for item in items[: 2 * _HEADLINE_ROOM]]
    repeated = next((n for n in lead if items[n].words >= 3 and items[n].titled and keys.count(keys[n]) > 1), None)
    if repeated is not None:
        return repeated
    titled = list(takewhile(lambda n: items[n].titled, lead))
    if titled:
        return next((n for n in titled if items[n].words >= 3), titled[-1])
    # a sentence with its full stop is a headline only if a story of longer paragraphs follows
    first = items[lead[0]]
    later = (item for item in items[lead[0] + 1 :] if item.kind in (None, BlockKind.BULLET))
    longer = any(len(item.plain) > len(first.plain) for item in later)
    return lead[0] if longer and first.one_sentence and not first.plain.startswith('"') else None


def _key(line: str) -> str:
    return re.sub(r"\W+", " ", line[: 2 * _LONGEST_HEADLINE]).strip().casefold()


def _mark_captions(items: list[_Paragraph]) -> None:
    told = [n for n, item in enumerate(items) if item.kind is None]
    for n in told[:-1]:  # the last paragraph of a story may be signed by its agency
        if is_caption(items[n].plain):
            items[n].kind = BlockKind.CAPTION


def _mark_opening(items: list[_Paragraph], first: int) -> int:
    """Kinds of what stands between the headline and the body; returns the index of the body's first paragraph."""
    start = next((n for n in range(first, len(items)) if items[n].prose), len(items))
    bulleted = next((n for n in range(first, start) if items[n].kind is BlockKind.BULLET), start)
    for item in items[first : min(start, bulleted)]:
        if item.kind is None and item.titled:
            item.kind = _label_kind(item)
    if first and start < len(items) and _is_standfirst(items, start):
        items[start].kind = BlockKind.STANDFIRST
        start += 1
    return start


def _label_kind(item: _Paragraph) -> BlockKind:
    """A line without a sentence between headline and body: a label, a picture's title or a second deck."""
    if item.words <= 2:
        return BlockKind.BOILERPLATE
    if all(not word[0].islower() for word in item.plain.split()) and item.words <= 12:
        return BlockKind.CAPTION
    return BlockKind.STANDFIRST


def _is_standfirst(items: list[_Paragraph], number: int) -> bool:
    """A short paragraph that something other than the body parts from the body."""
    item = items[number]
    if len(item.plain) > 300 or dateline_end(item.plain, opening=True):
        return False
    following = items[number + 1 : number + 2]
    if not following or not any(later.prose for later in items[number + 1 :]):
        return False
    after = following[0]
    return after.kind is not None and after.kind is not TITLE


def _mark_breaks(items: list[_Paragraph], start: int) -> None:
    """Crossheads amid the body; lists of links and lines behind the body's end."""
    last = max((n for n, item in enumerate(items) if item.prose or item.kind is BlockKind.BULLET), default=-1)
    row: list[_Paragraph] = []
    for number in range(start, len(items) + 1):
        item = items[number] if number < len(items) else None
        if item is not None and item.kind is None and item.unended and item.words <= 14:
            row.append(item)
            item.kind = BlockKind.CROSSHEAD if number < last else BlockKind.BOILERPLATE
            continue
        if item is not None and item.kind is BlockKind.BOILERPLATE:
            continue
        if len(row) >= _LINKS_IN_A_ROW:
            for link in row:
                link.kind = BlockKind.BOILERPLATE
        row = []


def _emit(items: list[_Paragraph]) -> Iterator[Block]:
    bodies = 0
    for item in items:
        kind, span = item.kind or BODY, item.span
        if kind is BlockKind.BULLET:
            yield Block(kind, Span(span.start + bullet_end(item.plain), span.end))
            continue
        end = dateline_end(item.plain, opening=bodies == 0) if kind is BODY and bodies < 2 else 0
        bodies += kind is BODY
        if end:
            yield Block(BlockKind.DATELINE, Span(span.start, span.start + len(item.plain[:end].rstrip())))
        yield Block(kind, Span(span.start + end, span.end))
