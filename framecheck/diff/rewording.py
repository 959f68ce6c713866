"""Quotations of aligned sentences that say the same in other words: translated, tidied or made up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from framecheck.diff.quoted import Utterance, difference
from framecheck.diff.speakers import compatible
from framecheck.diff.utterances import Class, Comparison, Word, is_content, weight
from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef
from framecheck.records.difference import Difference
from framecheck.records.story import Story

_CLOSE = 0.6  # pairs below this say too little to link quotations with few words in common
_SHORTEST = 2  # words of a clause
_LOOSE = 0.3  # share of the words that aligned sentences' quotations need in common


def reworded(
    story: Story, alignment: Alignment, utterances: Sequence[Utterance], linked: set[tuple[int, int]]
) -> Iterator[Difference]:
    """Differences between quotations of aligned sentences that no words in a row link (*linked* are those that are)."""
    by_sentence: dict[SentenceRef, list[int]] = defaultdict(list)
    for number, utterance in enumerate(utterances):
        document = story.documents[utterance.document]
        end = utterance.words[-1].end
        for sentence in document.sentences[utterance.sentence :]:
            if sentence.span.start >= end:
                break
            by_sentence[SentenceRef(utterance.document, sentence.index)].append(number)
    twins = {(i, utterances[j].document) for i, j in linked} | {(j, utterances[i].document) for i, j in linked}
    for pair in alignment.pairs:
        if pair.score < _CLOSE:
            continue
        for i in by_sentence.get(pair.a, ()):
            for j in by_sentence.get(pair.b, ()):
                # words that the other outlet has verbatim elsewhere are not told otherwise here
                if (i, pair.b.document) in twins or (j, pair.a.document) in twins:
                    continue
                a, b = _part(story, utterances[i], pair.a), _part(story, utterances[j], pair.b)
                if a and b and a.speaker and b.speaker and compatible(a.speaker, b.speaker):
                    yield from _clause_by_clause(story, a, b, pair)


def _part(story: Story, utterance: Utterance, ref: SentenceRef) -> Utterance | None:
    """The words of the utterance that stand in one sentence."""
    span = story.documents[ref.document].sentences[ref.sentence].span
    words = tuple(w for w in utterance.words if span.start <= w.start < span.end)
    return Utterance(utterance.document, ref.sentence, words, utterance.speaker, utterance.block) if words else None


def _clause_by_clause(story: Story, a: Utterance, b: Utterance, pair: Pair) -> Iterator[Difference]:
    """Clause by clause of the shorter quotation: the clause of the other that shares most with it."""
    if len(a.words) < 2 or len(b.words) < 2:
        return
    flip = len(a.words) > len(b.words)
    short, long = (b, a) if flip else (a, b)
    rest = _clauses(story, long)
    for clause in _clauses(story, short):
        mine = _stems(short.words[slice(*clause)])
        shared, other = max(((mine & _stems(long.words[slice(*c)]), c) for c in rest), key=lambda x: len(x[0]))
        theirs = _stems(long.words[slice(*other)])
        smaller = min(len(mine), len(theirs))
        if not shared or len(shared) < _LOOSE * smaller or (len(shared) < 2 and pair.level is not Level.EQUIVALENT):
            continue
        keys = [[w.key for w in u.words[slice(*c)]] for u, c in ((short, clause), (long, other))]
        if " ".join(keys[0]) in " ".join(keys[1]) or " ".join(keys[1]) in " ".join(keys[0]):
            continue
        ratio = len(shared) / max(len(mine | theirs), 1)
        found = Comparison(Class.WORDING, clause, other, (), ratio, weight(short.words))
        spans = (short.span(*clause), long.span(*other))
        link = min(1.0, 0.35 + 0.15 * len(shared))
        yield difference(story, "reworded", short, long, spans, found, pair, link)


def _stems(words: Sequence[Word]) -> set[str]:
    from framecheck.facts.tokens import stem

    return {stem(w.key) for w in words if is_content(w)}


def _clauses(story: Story, utterance: Utterance) -> list[tuple[int, int]]:
    """Word ranges between commas, semicolons and dashes; single words join their neighbour."""
    plain = story.documents[utterance.document].article.plain
    words = utterance.words
    ranges: list[tuple[int, int]] = []
    first = 0
    for at in range(1, len(words) + 1):
        between = plain[words[at - 1].end : words[at].start] if at < len(words) else "."
        if any(c in between for c in ",;:.!?\u2014") and at - first >= _SHORTEST:
            ranges.append((first, at))
            first = at
    if first < len(words):
        ranges = [*ranges[:-1], (ranges[-1][0] if ranges else 0, len(words))]
    return ranges
