"""Quoted words: what stands between quotation marks, and quoted paragraphs without them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from framecheck.lexicons import words
from framecheck.records.document import Document, Quotation, Sentence
from framecheck.text import CLOSING_MARKS, OPENING_MARKS, Span

SCARE_WORDS = 4  # at most so many words in marks, inside a sentence of the narrator's, are a fragment

_OPENS_AFTER = frozenset(" \t\n([{/'\u2014-:;,")
_CLOSES_BEFORE = frozenset(" \t\n.,;:!?)]}'\u2014-/")
# apostrophes that open a word, not a quotation: 'em, 'til, '90s
_ELISION = re.compile(r"'(?:\d0s\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n\b)", re.IGNORECASE)
_DOUBLE = re.compile(r"\"|''")
_SINGLE = re.compile(r"(?<![\w.,!?\"'])'(?=[\w\[($\u2026])")
_SINGLE_END = re.compile(r"(?<=[\w.,!?)\]\u2026])'(?!\w)")
_WORD = re.compile(r"\w+(?:['.-]\w+)*")


def quotations(document: Document) -> Iterator[Quotation]:
    """The outermost quotations of *document* in text order; ``source`` is left at -1.

    Marks pair inside one paragraph. A mark that never closes holds to the end of its paragraph, as in quotations that
    run over several paragraphs, each opened anew. A paragraph without marks after one that ends in "wrote:" is a
    quotation too (``block``).
    """
    if not document.sentences:
        return
    starts = [s.span.start for s in document.sentences]
    introduced = False
    for _, group in groupby(document.sentences, key=lambda s: s.block):
        inside = list(group)
        piece = Span(inside[0].span.start, inside[-1].span.end)
        spans = [*_double(document, piece)]
        spans += _single(document, piece, spans)
        if introduced and not spans:
            spans = [(piece, piece, True)]
        for span, marks, endless in sorted(spans):
            first = bisect_right(starts, span.start) - 1
            last = max(first, bisect_right(starts, max(span.start, span.end - 1)) - 1)
            scare = not endless and _is_fragment(document, document.sentences[first], span, marks)
            yield Quotation(span, marks, first, last, scare, block=endless)
        introduced = _introduces(document, inside[-1])


def _double(document: Document, within: Span) -> Iterator[tuple[Span, Span, bool]]:
    """(inside, with marks, never closed) for each pair of double marks; two apostrophes are one mark."""
    plain, text = document.article.plain, document.article.text
    opened: Span | None = None
    for match in _DOUBLE.finditer(plain, within.start, within.end):
        mark = Span(*match.span())
        opens = _opens(plain, text, mark, within, opened is not None)
        if opened is None:
            if opens:
                opened = mark
        elif not opens:
            if inside := _trim(plain, opened.end, mark.start):
                yield inside, Span(opened.start, mark.end), False
            opened = None
    if opened is not None and (inside := _trim(plain, opened.end, within.end)):
        yield inside, Span(opened.start, within.end), True


def _opens(plain: str, text: str, mark: Span, within: Span, is_open: bool) -> bool:
    """Whether *mark* opens a quotation; inches and stray closing marks do not."""
    before = plain[mark.start - 1] if mark.start > within.start else " "
    after = plain[mark.end] if mark.end < within.end else " "
    could_open = before in _OPENS_AFTER and not after.isspace()
    could_close = not before.isspace() and (after in _CLOSES_BEFORE or after.isspace())
    if could_open != could_close:
        return could_open
    if text[mark.start] in OPENING_MARKS:
        return True
    if text[mark.start] in CLOSING_MARKS:
        return False
    return not is_open and not before.isdigit()


def _single(document: Document, within: Span, taken: list[tuple[Span, Span, bool]]) -> list[tuple[Span, Span, bool]]:
    """Pairs of single marks outside double ones, within one sentence; apostrophes are none."""
    plain = document.article.plain
    found: list[tuple[Span, Span, bool]] = []
    end = within.start
    for match in _SINGLE.finditer(plain, within.start, within.end):
        at = match.start()
        if at < end or _ELISION.match(plain, at) or any(m.start <= at < m.end for _, m, _ in taken):
            continue
        limit = min([m.start for _, m, _ in taken if m.start > at], default=within.end)
        nxt = _SINGLE.search(plain, at + 1, limit)
        closing = list(_SINGLE_END.finditer(plain, at + 2, nxt.start() if nxt else limit))
        # "the officials' view": a plural possessive closes only where no other mark does
        best = next((c for c in closing if plain[c.start() - 1] != "s"), closing[0] if closing else None)
        inside = best and _trim(plain, at + 1, best.start())
        if best and inside:
            end = best.end()
            found.append((inside, Span(at, end), False))
    return found


def _trim(plain: str, start: int, end: int) -> Span | None:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in plain[start:end]) else None


def _is_fragment(document: Document, sentence: Sentence, span: Span, marks: Span) -> bool:
    """A few words in marks inside a longer sentence, which does not end with them as a sentence of their own."""
    inside = span.of(document.article.plain)
    if len(_WORD.findall(inside)) > SCARE_WORDS or inside[-1] in "!?" or marks.start <= sentence.span.start:
        return False
    return inside[-1] != "," or not inside[0].isupper()


def _introduces(document: Document, sentence: Sentence) -> bool:
    """Whether the next paragraph is quoted: "She wrote on Facebook:"."""
    plain = sentence.span.of(document.article.plain)
    if not plain.endswith(":"):
        return False
    stems = {t.stem for t in document.tokens_of(sentence)}
    return bool(stems & words("quotation_openers"))
