"""Page furniture: menus, dates, share counts, cookie and subscription lines, credits. Cues are generic: the shape of a
line, the lexicon ``furniture``, letters of another script. None knows a site or an article."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from framecheck.lexicons import table
from framecheck.readers.dates import is_date_line

_SHORT: Final = 120
_NOTE: Final = 320
"""The longest line, in code points, that a lexicon phrase can mark: longer ones are paragraphs of a story."""

_COUNT: Final = re.compile(
    r"\d[\d,.]*\s?(?:[xXkKmM]|[KM]?\s?(?:shares?|comments?|views?|likes?|reads?|retweets?|votes?|mins?(?:ute)?s?(?:[ -]read)?))$"
)
_ADDRESS: Final = re.compile(r"\b(?:you|your|yours|our|us|here)\b", re.IGNORECASE)
_RIGHTS: Final = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b.{0,20}(?:19|20)\d\d", re.IGNORECASE)
_LINK: Final = re.compile(
    r"(?:(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+|\S+@\S+\.\w+|[@#]\w+)(?:\s+|$)", re.IGNORECASE
)
_CODE: Final = re.compile(r"[^!?]*\{$|\}|[\w-]+\s?:[^;.!?]{1,80};$|(?:var|function|window)\b.*[;({]$")
_TRAIL: Final = re.compile(r"\s+[>›»|/·•]\s+|\s*[>›»]\s*$")
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SENTENCE: Final = re.compile(r"[.!?\u2026][\"')\]]*$")


def is_furniture(text: str, plain: str, foreign: bool = False) -> bool:
    """Whether a line (as published, and folded) is page furniture whatever stands around it.

    *foreign*: the article itself is not in Latin script, so that other letters are no cue.
    """
    if not any(c.isalpha() for c in plain):
        return True
    if len(plain) <= _NOTE and not foreign and other_letters(plain) >= 0.3:
        return True
    if len(plain) <= _SHORT and (
        _COUNT.match(plain)
        or _CODE.match(plain)
        or _LINK.sub("", plain).strip(" |,") == ""
        or is_date_line(plain)
        or _is_trail(text)
    ):
        return True
    return len(plain) <= _NOTE and (bool(_RIGHTS.search(text)) or _in_lexicon(plain))


def other_letters(plain: str) -> float:
    """The share of letters that are not Latin. CJK letters count twice: one is a word or a syllable."""
    if plain.isascii():
        return 0.0
    letters = [c for c in plain if c.isalpha()]
    others = sum(2 if c >= "\u2e80" else 1 for c in letters if c >= "\u0370" and not "\u1e00" <= c <= "\u1eff")
    return min(1.0, others / max(len(letters), 1))


def _is_trail(text: str) -> bool:
    """A trail of menu entries: ``Home > World > Europe``."""
    parts = [part for part in _TRAIL.split(text) if part and part.strip()]
    return bool(_TRAIL.search(text)) and all(len(p.split()) <= 3 for p in parts) and not _SENTENCE.search(text)


@cache
def _entries() -> dict[str, tuple[str, ...]]:
    """Lexicon entries by how they match, as space-separated words between spaces."""
    by_kind: dict[str, list[str]] = {"line": [], "start": [], "label": [], "phrase": [], "address": []}
    for entry, (how,) in table("furniture").items():
        by_kind["label" if how == "start" and entry.endswith(":") else how].append(_spaced(entry))
    return {how: tuple(entries) for how, entries in by_kind.items()}


@cache
def _whole() -> frozenset[str]:
    """Lexicon entries that mark a line which is nothing else."""
    return frozenset(_entries()["line"] + _entries()["address"])


def _spaced(line: str) -> str:
    return f" {' '.join(_WORD.findall(line.lower()))} "


def _in_lexicon(plain: str) -> bool:
    line, entries = _spaced(plain), _entries()
    if line in _whole():
        return True
    label = _spaced(plain.partition(":")[0]) if ":" in plain else ""
    if len(plain) <= _SHORT and (line.startswith(entries["start"]) or label in entries["label"]):
        return True
    if '"' in plain:  # someone is quoted: the line tells something
        return False
    if any(phrase in line for phrase in entries["phrase"]):
        return True
    return any(phrase in line for phrase in entries["address"]) and bool(_ADDRESS.search(line))
