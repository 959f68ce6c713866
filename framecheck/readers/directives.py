"""Directives: what an article says to framecheck itself.

``<!-- framecheck: ignore[NUM001, QUO] why -->`` on a line of its own is about the next paragraph, amid or behind a paragraph
about that one. ``framecheck: file-ignore[…] why``, as such a comment or as a bare line, is about the whole article and
stands in its first lines. A directive stays in the text; analysis reads spaces in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from framecheck.records.article import Block, BlockKind, Directive
from framecheck.text import LINE_END, Span

HEAD_LINES: Final = 10
"""In so many lines a ``file-ignore`` may stand."""

_FOUND: Final = re.compile(
    r"<!--[ \t]*framecheck\b[ \t]*:?(?P<comment>[^\n\r]*?)(?:-->|(?=[\n\r])|\Z)"
    r"|^[ \t]*framecheck:(?P<bare>[ \t]*file-ignore\b[^\n\r]*)",
    re.IGNORECASE | re.MULTILINE,
)
_FORM: Final = re.compile(r"\s*(?P<verb>[\w-]+)\s*(?:\[(?P<codes>[^\]]*)\])?\s*(?P<reason>.*?)\s*-*>?\s*", re.DOTALL)
_CODE: Final = re.compile(r"[A-Za-z]{1,3}\d{0,3}")
_ONE: Final = "framecheck: ignore[CODE] reason"
_WHOLE: Final = "file-ignore"


def find_directives(plain: str) -> list[Directive]:
    """The directives of folded text, in order; their scope is not known yet."""
    head = next((m.start() for number, m in enumerate(LINE_END.finditer(plain), 1) if number == HEAD_LINES), len(plain))
    return [_directive(match, head) for match in _FOUND.finditer(plain)] if "framecheck" in plain.lower() else []


def _directive(match: re.Match[str], head: int) -> Directive:
    bare = match["bare"] is not None
    said = match["bare"] if bare else match["comment"]
    span = Span(match.start("bare") - len("framecheck:") if bare else match.start(), match.end())
    form = _FORM.fullmatch(said)
    verb = form["verb"].lower() if form else ""
    if not bare and not match.group().endswith("-->"):
        problem = "the comment does not end on its line; close it with -->"
    elif form is None or verb not in ("ignore", _WHOLE):
        problem = f"is not understood; write {_ONE}"
    elif form["codes"] is None or not form["codes"].strip():
        problem = f"names no code; write {_ONE}"
    elif verb == _WHOLE and span.start > head:
        problem = f"{_WHOLE} stands in the first {HEAD_LINES} lines of a file"
    else:
        return replace(_asked(form["codes"].split(","), form["reason"]), span=span, whole=verb == _WHOLE)
    return Directive((), "", span, problem=problem)


def _asked(codes: Iterable[str], reason: str) -> Directive:
    asked = tuple(code.strip().upper() for code in codes)
    wrong = next((code for code in asked if not _CODE.fullmatch(code)), None)
    if wrong is not None:
        return Directive((), reason, problem=f"'{wrong}' is no code; write codes such as NUM001 or NUM")
    return Directive(tuple(dict.fromkeys(asked)), reason)


def key_directive(value: Any) -> Directive | None:
    """The directive in the ``framecheck`` key of a JSON article: ``{"ignore": [codes], "reason": why}``."""
    if value is None:
        return None
    form = 'the key "framecheck" holds {"ignore": [codes], "reason": why}'
    if not isinstance(value, dict) or not set(value) <= {"ignore", "reason"}:
        return Directive((), "", whole=True, problem=f"is not understood; {form}")
    codes, reason = value.get("ignore"), value.get("reason", "")
    if isinstance(codes, str):
        codes = codes.split(",")
    if not isinstance(codes, list) or not codes or not all(isinstance(c, str) for c in codes):
        return Directive((), "", whole=True, problem=f"names no code; {form}")
    return replace(_asked(codes, reason if isinstance(reason, str) else ""), whole=True)


def blanked(plain: str, directives: Sequence[Directive]) -> str:
    """*plain*, of the same length, with spaces where directives stand."""
    for directive in directives:
        if directive.span is not None:
            span = directive.span
            plain = plain[: span.start] + " " * (span.end - span.start) + plain[span.end :]
    return plain


def placed(directives: Iterable[Directive], blocks: Sequence[Block], plain: str) -> tuple[list[Directive], list[Block]]:
    """Directives with their scope, and *blocks* of the blanked text with one for each directive that stands apart."""
    scoped: list[Directive] = []
    apart = list(blocks)
    for directive in directives:
        span = directive.span
        if span is None:
            scoped.append(directive)
            continue
        scoped.append(directive if directive.whole else replace(directive, scope=_scope(span, blocks, plain)))
        if not any(block.span.holds(span) for block in blocks):
            apart.append(Block(BlockKind.BOILERPLATE, span))
    return scoped, sorted(apart, key=lambda block: block.span)


def _scope(span: Span, blocks: Sequence[Block], plain: str) -> Span | None:
    """The paragraph on the same line or around the directive, else the next one, if one comes."""
    told = [block.span for block in blocks if block.kind.told]
    beside = (t for t in told if t.holds(span) or _one_line(plain, t, span))
    after = (t for t in told if t.start >= span.end)
    return next(beside, None) or next(after, None)


def _one_line(plain: str, told: Span, span: Span) -> bool:
    between = plain[told.end : span.start] if told.end <= span.start else plain[span.end : told.start]
    return not LINE_END.search(between) and not between.strip()
