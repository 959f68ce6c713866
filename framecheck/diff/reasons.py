"""Why something happens: the reasons that two aligned sentences give for the same act.

Reasons are compared where the words around them and a verb before them are matched and at least one of them says why: "over
text messages" against "for violating the rules". A reason beside the same verb without one is compared with the act, in
``agency``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from framecheck.diff.wording import Aligned, aligned_pairs, content
from framecheck.lexicons import table
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.article import BlockKind
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Document, Sentence, Token
from framecheck.text import Span

BREAKS: Final = frozenset((".", ";", ":", '"', "\u2014", "(", ")", "but", "who", "which", "?", "!"))
NEAR: Final = 12  # code points between an opening and a time that belongs to it ("over the Easter weekend")
MIN_LINK: Final = 0.3  # how far the words around two reasons must be matched
MIN_PAIR: Final = 0.5
_LONGEST = 4  # words of an opening such as "as a result of"
_REACH = 14  # words of a reason, at most
_SAME = 0.5  # reasons of one kind that share as many of the words of the shorter one are the same


@dataclass(frozen=True, slots=True)
class Reason:
    """A phrase that says why: its kind, its words, where it starts (an index in the sentence) and the stems it is made of."""

    kind: str
    span: Span
    at: int
    stems: frozenset[str]


def reasons(alignment: Alignment) -> Iterator[Difference]:
    """Unlike reasons in aligned sentences."""
    read: dict[SentenceRef, list[Reason]] = {}
    for aligned in aligned_pairs(alignment):
        if aligned.pair.score < MIN_PAIR:
            continue
        refs = (aligned.pair.a, aligned.pair.b)
        for ref, document, sentence in zip(refs, aligned.documents, aligned.sentences, strict=True):
            if ref not in read:
                read[ref] = list(_read(document, sentence))
        for a in read[refs[0]]:
            for b in read[refs[1]]:
                link = aligned.wording.neighbourhood(a.at, b.at)
                if link >= MIN_LINK and _differ(a, b) and _one_act(aligned, a, b):
                    yield _difference(aligned, a, b, link)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in table("causes"))


def opening(tokens: Sequence[Token], first: int, end: int) -> tuple[str, int]:
    """Kind and length of the words of cause that start here; ``("", 0)`` if none do."""
    if tokens[first].lower not in _first_words():
        return "", 0
    openings = table("causes")
    for size in range(min(_LONGEST, end - first), 0, -1):
        kind = openings.get(" ".join(t.lower for t in tokens[first : first + size]))
        if kind:
            after = tokens[first + size].tag if first + size < end else ""
            if tokens[first].lower == "for" and size == 1 and after != "VBG":
                return "", 0  # "for two years", "for the company"
            if tokens[first].lower == "over" and after in ("CD", "JJR"):
                return "", 0  # "over 50 people"
            return kind[0], size
    return "", 0


def _read(document: Document, sentence: Sentence) -> Iterator[Reason]:
    tokens = document.tokens
    at = sentence.first
    while at < sentence.last:
        kind, size = opening(tokens, at, sentence.last)
        if not kind or _about(document, sentence, at):
            at += 1
            continue
        last = at + size
        while last < min(sentence.last, at + _REACH) and tokens[last].lower not in BREAKS and tokens[last].text != ",":
            last += 1
        start = tokens[at + size - 1].end
        dated = any(t.sentence == sentence.index and 0 <= t.span.start - start <= NEAR for t in document.times)
        if last > at + size and not dated:
            stems = frozenset(t.stem for t in tokens[at + size : last] if content(t))
            yield Reason(kind, Span(tokens[at].start, tokens[last - 1].end), at - sentence.first, stems)
        at = last


def _about(document: Document, sentence: Sentence, at: int) -> bool:
    """Whether "over" says what a noun is about ("concerns over the deal"); headlines leave out the verb."""
    before = document.tokens[at - 1] if at > sentence.first else None
    noun = before is None or before.tag.startswith("NN")
    return document.tokens[at].lower == "over" and noun and sentence.kind is not BlockKind.HEADLINE


def _one_act(aligned: Aligned, a: Reason, b: Reason) -> bool:
    """Whether a verb before one reason answers a word before the other: another act is done for another reason. One verb is
    enough, for in the capitals of a headline verbs are taken for names."""
    words = aligned.wording
    return any(
        "VB" in (words.a[i].tag[:2], words.b[j].tag[:2]) and 0 < a.at - i <= _REACH and 0 < b.at - j <= _REACH
        for i, j in words.partner.items()
    )


def _differ(a: Reason, b: Reason) -> bool:
    shared = len(a.stems & b.stems) / max(min(len(a.stems), len(b.stems)), 1)
    return "cause" in (a.kind, b.kind) and (a.kind != b.kind or shared < _SAME)


def _difference(aligned: Aligned, a: Reason, b: Reason, link: float) -> Difference:
    pair = aligned.pair
    places = [aligned.at(side, reason.span) for side, reason in enumerate((a, b))]
    variants = [Variant(d.words(p.span).lower(), (p,)) for d, p in zip(aligned.documents, places, strict=True)]
    quoted = [aligned.quoted(side, place.span) for side, place in enumerate(places)]
    return Difference(
        "agency",
        "cause-other",
        tuple(variants if b.kind == "cause" else reversed(variants)),
        "",
        pair.level,
        pair.score,
        link,
        evidence=tuple(sorted(a.stems & b.stems)),
        quoted=all(quoted),
        traits={"one_quoted": float(quoted[0] != quoted[1]), "free": 1.0, "kinds": float(a.kind == b.kind)},
    )
