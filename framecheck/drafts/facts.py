"""What can be checked in a draft: names, titles, numbers, days and dates, quotations, superlatives, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from framecheck.facts.gazetteer import given_names, key, places
from framecheck.lexicons import words
from framecheck.records.article import BlockKind
from framecheck.records.document import Document, Mention, Naming, Quantity, Quotation, Time
from framecheck.text import Span

_OPEN: Final = ("no", "not", "at", "the very")
_HEADINGS: Final = frozenset((BlockKind.HEADLINE, BlockKind.CROSSHEAD))


class FactKind(StrEnum):
    """What kind of fact a checker looks up."""

    NAME = "name"
    TITLE = "title"
    NUMBER = "number"
    TIME = "date or time"
    QUOTATION = "quotation"
    SUPERLATIVE = "superlative"


@dataclass(frozen=True, slots=True)
class Fact:
    """Words of the draft that can be looked up. ``item`` is what was extracted from them, ``index`` its place in the tuple of
    its kind (-1 for superlatives, which have none); ``head`` is the stem of the noun of a superlative."""

    kind: FactKind
    sentence: int
    span: Span
    item: Mention | Quantity | Time | Quotation | None = None
    index: int = -1
    head: str = ""


def facts(document: Document) -> list[Fact]:
    """The checkable facts of *document*, by place."""
    found = [
        *_names(document),
        *_numbers(document),
        *_times(document),
        *_quotations(document),
        *_superlatives(document),
    ]
    return sorted(found, key=lambda f: (f.span.start, -f.span.end))


def _names(document: Document) -> Iterator[Fact]:
    """Every referent where it is named first, and every title where it is given first. A capital in a heading says little:
    names are taken from the text below it."""
    named: set[object] = set()
    titled: set[tuple[object, ...]] = set()
    for index, mention in enumerate(document.mentions):
        if not mention.name or document.sentences[mention.sentence].kind in _HEADINGS or _opener(document, mention):
            continue
        who = mention.entity if mention.entity >= 0 else key(mention.name)
        start = _name_start(document, mention)
        if who not in named:
            named.add(who)
            yield Fact(FactKind.NAME, mention.sentence, Span(start, mention.span.end), mention, index)
        title = (who, mention.roles, mention.status, mention.modifiers)
        if mention.naming is Naming.TITLED and start > mention.span.start and title not in titled:
            titled.add(title)
            end = mention.span.start + len(document.article.plain[mention.span.start : start].rstrip())
            yield Fact(FactKind.TITLE, mention.sentence, Span(mention.span.start, end), mention, index)


def _opener(document: Document, mention: Mention) -> bool:
    """Whether the name is one word with a capital only because a sentence starts with it: "Police said"."""
    if " " in mention.name or mention.name.isupper() or key(mention.name) in places():
        return False
    if mention.name.lower() in given_names():
        return False
    return all(
        document.article.plain[: m.span.start].rstrip(" \"'(")[-1:] in ("", ".", "!", "?", "\n", ":")
        for m in document.mentions
        if m.name == mention.name
    )


def _name_start(document: Document, mention: Mention) -> int:
    """Where the name without its titles starts."""
    first = mention.name.split()[0]
    at = document.article.plain.find(first, mention.span.start, mention.span.end)
    return at if at >= 0 else mention.span.start


def _numbers(document: Document) -> Iterator[Fact]:
    for index, quantity in enumerate(document.quantities):
        if quantity.low == quantity.high == 1 and not quantity.unit:
            continue  # "one official", "the first time"
        yield Fact(FactKind.NUMBER, quantity.sentence, quantity.span, quantity, index)


def _times(document: Document) -> Iterator[Fact]:
    for index, time in enumerate(document.times):
        if time.kind != "duration":  # durations are numbers
            yield Fact(FactKind.TIME, time.sentence, time.span, time, index)


def _quotations(document: Document) -> Iterator[Fact]:
    for index, quotation in enumerate(document.quotations):
        if quotation.span.end > quotation.span.start:
            yield Fact(FactKind.QUOTATION, quotation.sentence, quotation.span, quotation, index)


def _superlatives(document: Document) -> Iterator[Fact]:
    """ "the first", "the only", "oldest", "most powerful", each with the noun that it is said of."""
    loose = words("loose_superlatives")
    for sentence in document.sentences:
        tokens = document.tokens_of(sentence)
        for at, token in enumerate(tokens):
            before = tokens[at - 1].lower if at else ""
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if not token.text.islower() or after is None or before in _OPEN or f"{token.lower} {after.lower}" in loose:
                continue
            most = token.lower in ("most", "least")
            if most:
                fits = after.tag.startswith(("JJ", "RB", "VBN", "VBG")) and before not in ("", "in", "for")
            elif token.lower in ("first", "only", "sole"):
                fits = before in ("the", "its", "his", "her", "their", "our", "'s", "a") and after.text[0].isalpha()
            else:
                fits = token.tag == "JJS" and token.lower not in loose
            if fits:
                last = at + most
                head = next(
                    (k for k in range(last, min(last + 5, len(tokens))) if tokens[k].tag.startswith("NN")), last
                )
                if any(not t.text[0].isalpha() for t in tokens[last + 1 : head]):
                    head = last
                span = Span(token.start, tokens[head].end)
                yield Fact(FactKind.SUPERLATIVE, sentence.index, span, head=tokens[head].stem)


def place_name(name: str) -> str:
    """The usual name of the place that *name* is a form of, as a key; ``""`` if it is none."""
    found = places().get(key(name))
    return key(found.name) if found else ""
