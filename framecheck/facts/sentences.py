"""Sentence spans of a block of text: nupunkt's boundaries, mended where news quotations and initials mislead it."""

from __future__ import annotations

import re

from framecheck.text import Span

_NEVER_ENDS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Cmdr|Rev|Hon|St|Jr|Sr|vs|No|Messrs|Supt|Dep|Atty|"
    r"Jan|Feb|Aug|Sept|Oct|Nov|Dec|D|R|I)\.|\b[A-Z]\.)$"
)
_STARTS_LOW = re.compile(r"[\"')\]]*\s*[a-z]")
_OPEN_TAIL = re.compile(r"(?:\.\.\.|[?!]\"?|\u2026)$")
_REPORTING_TAIL = re.compile(
    r"(?:he|she|they|it|[A-Z][\w.'-]+|the \w+)\s+(?:said|says|told|added|asked|wrote|tweeted|replied)\b"
)
# A closing mark ends the sentence whose full stop stands inside it: `... deal." The president`
_CLOSED = re.compile(r"[.!?]\"(?=\s+[\"A-Z])")


def _joins(plain: str, start: int, end: int, nxt: int) -> bool:
    """Whether the boundary at *end* is none: an abbreviation, a lower-case follow-on or a reporting tail."""
    left, right = plain[start:end].rstrip(), plain[nxt : nxt + 80]
    if _NEVER_ENDS.search(left) and not left.endswith(("U.S.", "a.m.", "p.m.")):
        return True
    if _STARTS_LOW.match(right):
        return True
    return bool(_OPEN_TAIL.search(left)) and left.endswith('"') and bool(_REPORTING_TAIL.match(right))


def sentence_spans(plain: str, within: Span) -> list[Span]:
    """Sentences of ``within.of(plain)`` as trimmed spans into *plain*, which is folded text.

    Boundaries come from nupunkt (Punkt with a trained legal and news abbreviation list; Kiss & Strunk 2006).
    """
    import nupunkt

    piece = within.of(plain)
    # nupunkt may cut between a full stop and the mark that closes its quotation: shift such cuts behind the mark
    cuts = sorted({end for _, end in nupunkt.sent_spans(piece)} | {m.end() for m in _CLOSED.finditer(piece)})
    spans: list[Span] = []
    start = 0
    for cut in [*cuts, len(piece)]:
        if cut <= start:
            continue
        rest = piece[cut:]
        tail = len(rest) - len(rest.lstrip())
        if rest.strip() and _joins(piece, start, cut, cut + tail):
            continue
        text = piece[start:cut]
        stripped = text.strip()
        if stripped:
            lead = len(text) - len(text.lstrip())
            begin = within.start + start + lead
            spans.append(Span(begin, begin + len(stripped)))
        start = cut
    return _close_marks(plain, spans)


def _close_marks(plain: str, spans: list[Span]) -> list[Span]:
    """A mark left alone at the start of a sentence closes the quotation before it: give it back."""
    fixed: list[Span] = []
    for span in spans:
        text = span.of(plain)
        if fixed and re.match(r"\"(?:\s|$)", text) and fixed[-1].of(plain).count('"') % 2:
            fixed[-1] = Span(fixed[-1].start, span.start + 1)
            rest = text[1:].strip()
            if rest:
                fixed.append(Span(span.start + text.index(rest, 1), span.end))
        else:
            fixed.append(span)
    return fixed
