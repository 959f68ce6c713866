"""What may stand before or around the sentences of a paragraph: datelines, bullet glyphs, bylines, caption credits."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from framecheck.lexicons import words

_BULLET: Final = re.compile(r"(?:[•‣⁃▪▫◦●○■□►▸▶→➔✓✔·∙*]\s*|-\s+)+(?=\S)")
_UPPER: Final = r"[A-Z][A-Z.'-]*[A-Z.](?:[ /][A-Z][A-Z.'-]*)*"
_REGION: Final = r"(?:, [A-Z][\w.]*(?: [A-Z0-9][\w.]*)*)"
_DASH: Final = r"\s*(?:\u2014|--|-)\s+"
_NEXT: Final = r"(?=[\"'(\[]*[A-Z0-9$])"
_TWO_WORD_PLACE: Final = (
    r"(?:New|Los|Las|San|Santa|Saint|St\.|Fort|Port|Tel|Hong|Rio|Abu|Cape|El|Mexico|Panama|Kansas|Salt Lake)"
)
_NAME: Final = r"[A-Z][\w.'-]+"
_BYLINE: Final = re.compile(
    rf"(?:(?:Written |Reported |Reporting |Story |Edited )?[Bb]y:? |BY:? )(?:{_NAME}|[A-Z]\.)"
    rf"(?:(?:,| and| of| for| in| at| with| \||)\s+(?:the )?(?:{_NAME}|[A-Z]\.|[A-Z]))*,?(?: (?:and|for))?[.,]?$"
)
_CREDITS: Final = re.compile(
    r"\(?(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) (?:by|from) [A-Z].*"
    r"|.{3,160}\bcontributed (?:reporting|to (?:this|the) (?:report|story|article))\b.{0,40}$"
)
_CAPTION_START: Final = re.compile(
    r"(?:FILE|File photo|Photo|Image|Picture|Pictured|Caption|Illustration)\s?(?::|-|--|\u2014|/)\s?"
)
_CREDIT_TAIL: Final = re.compile(
    r"\(([^()]{2,80})\)\s*$|\b(?:Photo|Photograph|Image|Picture|Credit|Source)s?\s?(?::|by)\s?[A-Z][^.!?]{2,60}$"
)
_PICTURE_WORD: Final = re.compile(
    r"\b(?:photos?|photograph|images?|pictures?|getty|shutterstock|pool|handout|courtesy|screen ?grab)\b", re.IGNORECASE
)


@cache
def _datelines() -> tuple[re.Pattern[str], re.Pattern[str]]:
    agencies = "|".join(re.escape(name) for name in sorted(words("agencies"), key=len, reverse=True))
    signed = rf"\((?:{agencies})(?:[ /-][\w/ .-]{{1,20}})?\)"
    place = rf"{_NAME}(?: {_NAME}){{0,3}}{_REGION}{{0,3}}"
    upper = rf"{_UPPER}{_REGION}{{0,3}}"
    return (
        re.compile(  # signed by an agency, or a place in capitals
            rf"(?:(?:{upper}|{place})?\s?{signed}(?:{_DASH}|\s?:\s|\s+)|{upper}(?: \([A-Z][^()]{{1,30}}\))?{_DASH}){_NEXT}"
        ),
        re.compile(  # a place in mixed case, a place in capitals with a colon
            rf"(?:(?:(?:{_TWO_WORD_PLACE} )?{_NAME}{_REGION}{{0,2}}|{_NAME} {_NAME}{_REGION}{{1,2}})\s(?:\u2014|--)\s"
            rf"|(?:[A-Z]{{5,}}|[A-Z]{{3,}}(?: [A-Z]{{3,}})+):\s){_NEXT}"
        ),
    )


def dateline_end(paragraph: str, opening: bool) -> int:
    """Where the sentence starts behind a dateline: ``LISBON, Portugal (AP) -- `` → 25; 0 without one.

    Only an *opening* paragraph of the body may have a dateline in mixed case or with a colon.

    >>> dateline_end("LISBON, Portugal (AP) -- Two", True), dateline_end("OSLO — The", True), dateline_end("NATO has", True)
    (25, 7, 0)
    """
    head = paragraph[:120]
    strong, weak = _datelines()
    match = strong.match(head) or (weak.match(head) if opening else None)
    return match.end() if match else 0


def bullet_end(paragraph: str) -> int:
    """Where the text starts behind a bullet glyph; 0 without one."""
    match = _BULLET.match(paragraph)
    return match.end() if match else 0


def is_byline(line: str) -> bool:
    """Whether a line names who wrote or edited the article, or the agency it comes from."""
    if len(line) > 200:
        return False
    return line in words("agencies") or bool(_BYLINE.match(line) or _CREDITS.match(line))


def is_caption(line: str) -> bool:
    """Whether a line describes a picture: it opens so, or ends with an agency's or photographer's credit."""
    if len(line) > 400:
        return False
    if _CAPTION_START.match(line):
        return True
    tail = _CREDIT_TAIL.search(line)
    if not tail:
        return False
    credit = tail[1]
    return (
        credit is None
        or credit in words("agencies")
        or (credit[-1] not in ".!?" and bool(_PICTURE_WORD.search(credit)))
    )
