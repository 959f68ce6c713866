"""Quotations that one outlet breaks off or starts late, where the words left out matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framecheck.diff.quoted import Utterance, difference
from framecheck.diff.utterances import Comparison, Word, is_content
from framecheck.lexicons import words as lexicon
from framecheck.records.alignment import Pair
from framecheck.records.difference import Difference
from framecheck.records.document import Document
from framecheck.records.story import Story

_TURNS = frozenset({"but", "if", "unless", "except", "until", "although", "though", "only"})


def truncations(
    story: Story, a: Utterance, b: Utterance, found: Comparison, pair: Pair | None, certain: float
) -> Iterator[Difference]:
    """A quotation that one outlet breaks off before a "but", or starts late as if the sentence began there."""
    sides = ((a, b, found.a_core, found.b_core), (b, a, found.b_core, found.a_core))
    for long, short, core, other in sides:
        document = story.documents[long.document]
        before, after = (
            _cut_before(document, long, core, other),
            _cut_after(document, long, core, other, len(short.words)),
        )
        inner = long.words[core[0]].key == "i" or not _capital(story, long, core[0])
        if before and inner and _capital(story, short, other[0]):
            edge, near = (other[0], min(other[0] + 4, other[1])), (before[0], min(before[1] + 3, core[1]))
        elif after and any(w.key in _TURNS for w in long.words[after[0] : after[0] + 2]):
            edge, near = (max(other[1] - 4, other[0]), other[1]), (max(after[0] - 3, core[0]), after[1])
        else:
            continue
        lost = [w for w in long.words[slice(*(before or after or (0, 0)))] if not w.marked]
        if lost and not _told_anyway(story, short, lost):
            limits = float(any(w.key in lexicon("qualifiers") for w in lost))
            spans = (long.span(*near), short.span(*edge))
            yield difference(story, "truncated", long, short, spans, found, pair, certain, {"limits": limits})


def _capital(story: Story, utterance: Utterance, at: int) -> bool:
    return story.documents[utterance.document].article.plain[utterance.words[at].start].isupper()


def _cut_before(
    document: Document, long: Utterance, core: tuple[int, int], other: tuple[int, int]
) -> tuple[int, int] | None:
    """The words of the same sentence before the core, if the other quotation starts with the core."""
    if core[0] == 0 or other[0] > 0:
        return None
    plain = document.article.plain
    first = core[0]
    while first > 0 and not any(c in plain[long.words[first - 1].end : long.words[first].start] for c in ".!?;\n"):
        first -= 1
    return (first, core[0]) if first < core[0] else None


def _cut_after(
    document: Document, long: Utterance, core: tuple[int, int], other: tuple[int, int], length: int
) -> tuple[int, int] | None:
    """The words of the same sentence after the core, if the other quotation ends with the core."""
    if core[1] == len(long.words) or other[1] < length:
        return None
    plain = document.article.plain
    last = core[1]
    while last < len(long.words) and not any(
        c in plain[long.words[last - 1].end : long.words[last].start] for c in ".!?;\n"
    ):
        last += 1
    return (core[1], last) if last > core[1] else None


def _told_anyway(story: Story, short: Utterance, lost: Sequence[Word]) -> bool:
    """Whether the outlet that cuts the quotation gives the lost words nearby, in or outside marks."""
    document = story.documents[short.document]
    wanted = {w.key for w in lost if is_content(w)}
    if not wanted:
        return False
    first, last = max(0, short.sentence - 2), min(len(document.sentences), short.sentence + 3)
    near = document.sentences[first].first, document.sentences[last - 1].last
    said = {t.lower for t in document.tokens[near[0] : near[1]]}
    return len(wanted & said) >= 0.6 * len(wanted)
