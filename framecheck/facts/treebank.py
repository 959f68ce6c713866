"""Tokens as in the Penn Treebank: the rules of nltk's ``NLTKWordTokenizer``, for folded text.

They are applied here, in nltk's order, each only where its mark occurs: most sentences have few marks, nltk guards every one of
its patterns with a clock, and its tokenizer imports what opens files and addresses. Marks that ``text.fold`` replaces need no
rule. ``tests/facts/test_treebank.py`` checks the spans against nltk's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

_QUOTE: Final = re.compile(r"``|'{2}|\"")
_CONTRACTED: Final = ("cannot", "d'ye", "gimme", "gonna", "gotta", "lemme", "more'n", "wanna", "'tis", "'twas")
_REWRITTEN: Final = frozenset(('"', "``", "''"))

_Rules = Sequence[tuple[str, re.Pattern[str], str]]
"""What the text must hold for a rule to apply, what it replaces, and by what."""


def treebank_spans(text: str) -> list[tuple[int, int]]:
    """Where the tokens of *text* stand. Raises ``ValueError`` where a rule rewrote marks that cannot be found again."""
    tokens = _tokens(text)
    if '"' in text or "''" in text:
        marks = iter(_QUOTE.findall(text))
        tokens = [next(marks, "") if token in _REWRITTEN else token for token in tokens]
        if "" in tokens:
            raise ValueError("a rule made two quotation marks of one")
    spans = []
    at = 0
    for token in tokens:
        start = text.index(token, at)
        at = start + len(token)
        spans.append((start, at))
    return spans


def _tokens(text: str) -> list[str]:
    """The tokens of *text*, quotation marks rewritten."""
    text = f" {_applied(_marks(), text)} "
    text = _applied(_endings(), text)
    lower = text.lower()
    if any(word in lower for word in _CONTRACTED):
        for pattern in _contractions():
            text = pattern.sub(r" \1 \2 ", text)
    return text.split()


def _applied(rules: _Rules, text: str) -> str:
    for mark, pattern, replacement in rules:
        if mark in text:
            text = pattern.sub(replacement, text)
    return text


@cache
def _marks() -> _Rules:
    """Opening quotation marks, stops and other marks, brackets, double dashes."""
    return (
        ("`", re.compile(r"(`+)"), r" \1 "),
        ('"', re.compile(r"^\""), "``"),
        ("`", re.compile(r"(``)"), r" \1 "),
        ("", re.compile(r"([ \(\[{<])(\"|\'{2})"), r"\1 `` "),
        ("'", re.compile(r"(?i)(?<!\w)(\')(?!(?:re|ve|ll|m|t|s|d|n)\b)(?=\w)"), r"\1 "),
        (".", re.compile(r"([^\.])(\.)([\]\)}>\"\' ]*+)\s*$"), r"\1 \2 \3 "),
        ("", re.compile(r"([:,])([^\d])"), r" \1 \2"),
        ("", re.compile(r"([:,])$"), r" \1 "),
        ("..", re.compile(r"\.{2,}"), r" \g<0> "),
        ("", re.compile(r"[;@#$%&]"), r" \g<0> "),
        ("\u2014", re.compile("\u2014"), r" \g<0> "),
        (".", re.compile(r"([^\.])(\.)([\]\)}>\"\']*)\s*$"), r"\1 \2\3 "),
        ("", re.compile(r"[?!]"), r" \g<0> "),
        ("' ", re.compile(r"([^'])' "), r"\1 ' "),
        ("*", re.compile(r"[*]"), r" \g<0> "),
        ("", re.compile(r"[\]\[\(\)\{\}\<\>]"), r" \g<0> "),
        ("--", re.compile(r"--"), " -- "),
    )


@cache
def _endings() -> _Rules:
    """Closing quotation marks, genitives and shortened verbs, for text with a space at either end."""
    return (
        ("''", re.compile(r"''"), " '' "),
        ('"', re.compile(r"\""), " '' "),
        ("'", re.compile(r"\s+"), " "),
        ("'", re.compile(r"([^' ])('[sS]|'[mM]|'[dD]|') "), r"\1 \2 "),
        ("'", re.compile(r"([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) "), r"\1 \2 "),
    )


@cache
def _contractions() -> Sequence[re.Pattern[str]]:
    """What is written as one word and read as two."""
    words = ("(can)(not)", "(d)('ye)", "(gim)(me)", "(gon)(na)", "(got)(ta)", "(lem)(me)", "(more)('n)")
    return (
        *(re.compile(rf"(?i)\b{word}\b") for word in words),
        re.compile(r"(?i)\b(wan)(na)(?=\s)"),
        re.compile(r"(?i) ('t)(is)\b"),
        re.compile(r"(?i) ('t)(was)\b"),
    )
