"""Sentence spans of a block of text: nupunkt's boundaries, mended where news prose misleads it.

Boundaries come from nupunkt (Punkt with a trained list of abbreviations; Kiss & Strunk 2006). Its list is of law and
web text, so cuts are added where a plain word was taken for an abbreviation, and taken back behind titles, inside dotted
ellipses, and before words that go on with the sentence. Time is linear in the length of the block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from framecheck.lexicons import table, words
from framecheck.text import Span

MAX_SENTENCE: Final = 1_500
"""Longest sentence in code points; what is longer is no sentence and is cut between words, so that later stages stay fast."""

_WINDOW: Final = 80
_ABBREVIATION: Final = re.compile(r"(?<![\w.])((?:\w{1,2}\.)*\w+)\.$")
_INITIAL: Final = re.compile(r"(?<![\w.])[A-Z]\.$")
_INITIALS: Final = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}$")
_TWO_NAMES: Final = re.compile(r"[A-Z][\w.'-]* [A-Z]")
_HOURS: Final = re.compile(r"\b[ap]\.?m\.$", re.IGNORECASE)
_AFTER_HOURS: Final = re.compile(
    r"(?:E[DS]?T|C[DS]?T|P[DS]?T|GMT|UTC|BST|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
# dots that leave words out or trail off: "serious ... The decision", "so . . . we"
_ELLIPSIS: Final = re.compile(r"(?:\.\.|\u2026|\.\s\.)$")
_GOES_ON: Final = re.compile(r"[\"')\]]*\s*[a-z]|[)\],;:.!?\u2026]|[\u2014-]+\s*[a-z]")
_CREDIT: Final = re.compile(r"\([^()]{1,40}\)\s*$")
_CLOSING_QUOTE: Final = re.compile(r"[?!\u2026][\"']+$")
# who speaks, behind a question: the full lexicon of such verbs serves attribution, this only the seam
_SPEAKER: Final = re.compile(
    r"(?:he|she|they|it|[Tt]he \w+(?: \w+)?|(?:[A-Z][\w.'-]*\s+){1,4}?)\s*"
    r"(?:said|says|told|added|asks|asked|wrote|writes|tweeted|replied|responded|exclaimed|shouted|wondered)\b"
)
# a closing mark ends the sentence whose stop stands inside it: `... deal." The president`
_CLOSED: Final = re.compile(r"[.!?]\"(?=\s+[\"'(]*[A-Z])")
# a stop before an opening mark, whatever nupunkt takes the word before it for: `in the ad. "And`
_REOPENED: Final = re.compile(r"[a-z]{2}\.(?=\s+\"[A-Z])")
_PLAIN_STOP: Final = re.compile(r"[a-z]{2}[.!?][\"')]*(?=\s+[\"'(]*([A-Z][a-z]*)\b)")
# a stop that lacks its space, as in pages whose markup was dropped: "he said.The minister"
_UNSPACED: Final = re.compile(r"[a-z]{2}[.!?]\"?(?=\"?[A-Z][a-z]+[ ,])")
_LIST_ITEM: Final = re.compile(r"(?<=\S)\s+(?=[•‣▪●◦]\s)")
_GLYPH: Final = re.compile(r"[•‣▪●◦\s]+")
_STRAY_MARK: Final = re.compile(r"[\"'](?=\s|$)")


def sentence_spans(plain: str, within: Span) -> list[Span]:
    """Sentences of ``within.of(plain)`` as trimmed, ordered, disjoint spans into *plain*, which is folded text.

    Together they hold every visible character of the block except bullet glyphs. None is longer than ``MAX_SENTENCE``.
    """
    piece = within.of(plain)
    spans: list[Span] = []
    start = 0
    for cut in _cuts(piece):
        if cut <= start:
            continue
        following = _skip_space(piece, cut)
        if following < len(piece) and cut - start <= MAX_SENTENCE and _joins(piece, start, cut, following):
            continue
        spans.extend(_trimmed(piece, start, cut))
        start = cut
    return [Span(within.start + s.start, within.start + s.end) for s in _close_marks(piece, spans)]


def _cuts(piece: str) -> Iterable[int]:
    """Places where a sentence may end, in order; the end of the block is the last."""
    import nupunkt

    openers = words("sentence_openers")
    cuts = {end for _, end in nupunkt.sent_spans(piece)}
    cuts.update(m.end() for pattern in (_CLOSED, _REOPENED, _UNSPACED, _LIST_ITEM) for m in pattern.finditer(piece))
    cuts.update(m.end() for m in _PLAIN_STOP.finditer(piece) if m[1] in openers)
    cuts.add(len(piece))
    return sorted(cuts)


def _skip_space(piece: str, at: int) -> int:
    while at < len(piece) and piece[at].isspace():
        at += 1
    return at


@cache
def _abbreviations() -> dict[str, str]:
    return {entry: when for entry, (when,) in table("abbreviations").items()}


def _joins(piece: str, start: int, cut: int, following: int) -> bool:
    """Whether the sentence goes on behind *cut*."""
    left, right = piece[max(start, cut - _WINDOW) : cut].rstrip(), piece[following : following + _WINDOW]
    if right[0] in "•‣▪●◦":
        return False
    if _GOES_ON.match(right) or _ELLIPSIS.search(left):
        return True
    if following + len(right) == len(piece) and _CREDIT.match(right):
        return True
    if _CLOSING_QUOTE.search(left):
        return bool(_SPEAKER.match(right))
    return left.endswith(".") and _is_abbreviated(left, right)


def _is_abbreviated(left: str, right: str) -> bool:
    """Whether the full stop that ends *left* belongs to an abbreviation that *right* goes on from."""
    if _HOURS.search(left):
        return bool(_AFTER_HOURS.match(right))
    if _INITIAL.search(left):  # one letter: "John A. Boehner", but "such as I. The"
        return not _opens(right)
    if chain := _INITIALS.search(
        left
    ):  # "F.B.I. He" ends, "G.O.P. Aide Quits" does not: it opens the sentence or names go on
        return not _opens(right) and (not left[: chain.start()].strip("\"'( ") or bool(_TWO_NAMES.match(right)))
    match = _ABBREVIATION.search(left)
    when = _abbreviations().get(match[1], "") if match else ""
    if when == "number":
        return right[0].isdigit()
    if when == "name":
        return not _opens(right) and not right.startswith('"')
    return when == "always"


def _opens(right: str) -> bool:
    """Whether *right* begins with a word that opens sentences."""
    word = re.match(r"[\"'(]*([A-Z]\w*)", right)
    return bool(word) and word[1] in words("sentence_openers")  # type: ignore[index]


def _trimmed(piece: str, start: int, end: int) -> Iterable[Span]:
    """``piece[start:end]`` without space and bullet glyphs at its ends, cut between words where it is too long."""
    glyphs = _GLYPH.match(piece, start, end)
    start = glyphs.end() if glyphs else start
    while end > start and piece[end - 1].isspace():
        end -= 1
    while end - start > MAX_SENTENCE:
        room = piece[start : start + MAX_SENTENCE]
        cut = start + (max(room.rfind(mark) + 1 for mark in "; \n\t") or MAX_SENTENCE)
        yield Span(start, start + len(piece[start:cut].rstrip()))
        start = _skip_space(piece, cut)
    if end > start:
        yield Span(start, end)


def _close_marks(piece: str, spans: list[Span]) -> list[Span]:
    """A mark left alone at the start of a sentence closes the quotation before it: give it back."""
    fixed: list[Span] = []
    for span in spans:
        text = span.of(piece)
        last = fixed[-1] if fixed else None
        if last and _STRAY_MARK.match(text) and last.of(piece).count(text[0]) % 2:
            fixed[-1] = Span(last.start, span.start + 1)
            rest = _skip_space(piece, span.start + 1)
            if rest < span.end:
                fixed.append(Span(rest, span.end))
        else:
            fixed.append(span)
    return fixed
