"""A few quoted words that stand a little different inside the other outlet's longer quotation.

Two quotations of three content words and more are aligned word by word (``utterances``); a fragment of three or four words
holds too little for that. It counts as misquoted where one word alone is changed, a small word or another form of the same
one, or where it opens with a modal verb ("should be mended") and the other outlet quotes a question that goes on and ends
alike ("Will it be mended?"). What the other outlet quotes elsewhere word for word is not misquoted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from framecheck.diff.quotation_style import reportable
from framecheck.diff.quoted import Utterance, difference
from framecheck.diff.speakers import different_names, same
from framecheck.diff.utterances import Class, Comparison, Edit, Word, is_content, weight
from framecheck.facts.tokens import stem
from framecheck.lexicons import table
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Difference
from framecheck.records.story import Story

LONGEST = 8  # words of a fragment
_FEWEST = 3  # words of a fragment in which one is changed
_CONTENT = 2  # content words of it
_BUSY = 8  # a word pair in more quotations than this says nothing about who quotes whom


@dataclass(frozen=True, slots=True)
class _Match:
    """Words ``first`` to ``last`` (half-open) of the longer quotation stand for the fragment; ``edit`` are the words that
    differ, ``kind`` how."""

    first: int
    last: int
    edit: Edit
    kind: Class


def misquoted(
    alignment: Alignment, utterances: Sequence[Utterance], linked: set[tuple[int, int]]
) -> Iterator[Difference]:
    """Fragments that another outlet quotes with one word changed, or as a question; pairs that are *linked* are compared
    already."""
    story = alignment.story
    pairs = {(p.a, p.b): p for p in alignment.pairs}
    known = {(i, utterances[j].document) for i, j in linked} | {(j, utterances[i].document) for i, j in linked}
    for i, j in _candidates(utterances):
        short, long = utterances[i], utterances[j]
        if (i, long.document) in known or different_names(
            *(u.speaker.source_name if u.speaker else "" for u in (short, long))
        ):
            continue
        match = _match(story, short, long)
        if match is None or not reportable(match.edit, short.words, long.words, story.house):
            continue
        shared = [w for k, w in enumerate(short.words) if not match.edit.a_first <= k < match.edit.a_last]
        found = Comparison(
            match.kind,
            (0, len(short.words)),
            (match.first, match.last),
            (match.edit,),
            len(shared) / len(short.words),
            weight(shared),
        )
        first, second = (short, long) if short.document < long.document else (long, short)
        pair = pairs.get((SentenceRef(first.document, first.sentence), SentenceRef(second.document, second.sentence)))
        spans = (short.span(0, len(short.words)), long.span(match.first, match.last))
        link = 0.9 if same(short.speaker, long.speaker) else 0.75
        traits = {"light": float(match.kind is not Class.SENSE), "fragment": 1.0}
        yield difference(story, "altered", short, long, spans, found, pair, link, traits, str(match.kind))


def _candidates(utterances: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    """Fragments with the longer quotations that share two words in a row with them, of outlets that lack them word for word."""
    places: dict[tuple[str, str], set[int]] = defaultdict(set)
    keys = [[w.key for w in utterance.words] for utterance in utterances]
    for number, words in enumerate(keys):
        for pair in pairwise(words):
            places[pair].add(number)
    for number, short in enumerate(utterances):
        if not 2 <= len(short.words) <= LONGEST or any(w.marked for w in short.words):
            continue
        near = sorted({n for p in pairwise(keys[number]) if len(places[p]) <= _BUSY for n in places[p]})
        whole = f" {' '.join(keys[number])} "
        verbatim = {utterances[n].document for n in near if whole in f" {' '.join(keys[n])} "}
        for other in near:
            longer = (len(keys[other]), other) > (len(keys[number]), number)
            if longer and utterances[other].document not in verbatim:
                yield number, other


def _match(story: Story, short: Utterance, long: Utterance) -> _Match | None:
    """Where *long* has the words of *short* but for one; the stretch that starts first, ``None`` if there is none."""
    keys, others = [w.key for w in short.words], [w.key for w in long.words]
    for size in (len(keys), len(keys) + 1, len(keys) - 1):
        for at in range(len(others) - size + 1):
            window = others[at : at + size]
            ahead = _common(keys, window)
            behind = min(_common(keys[::-1], window[::-1]), len(keys) - ahead, size - ahead)
            edit = Edit(ahead, len(keys) - behind, at + ahead, at + size - behind, Class.WORDING)
            before, after = short.words[edit.a_first : edit.a_last], long.words[edit.b_first : edit.b_last]
            if any(w.marked for w in after):
                continue
            inner = ahead > 0 and behind > 0
            if _one_word(short.words, before, after, inner):
                return _Match(at, at + size, edit, Class.WORDING)
            if ahead == 0 and behind > 1 and _asks(story, short, long, before, after, at + size):
                return _Match(at, at + size, edit, Class.SENSE)
    return None


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    return next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _one_word(short: Sequence[Word], before: Sequence[Word], after: Sequence[Word], inner: bool) -> bool:
    """Whether a single word was changed, between words that both have if it is a small one: grammar around a fragment is often
    the narrator's."""
    if len(short) < _FEWEST or len(before) > 1 or len(after) > 1 or not (before or after):
        return False
    content = sum(map(is_content, short))
    light = not any(map(is_content, (*before, *after)))
    if light:
        return inner and content >= _CONTENT
    alike = bool(before and after) and stem(before[0].key) == stem(after[0].key)
    return alike and content > _CONTENT


def _asks(
    story: Story, short: Utterance, long: Utterance, before: Sequence[Word], after: Sequence[Word], end: int
) -> bool:
    """Whether the fragment states with its modal verb what the other outlet quotes as a question."""
    modals = table("modals")
    asked = bool(after) and after[0].key in {*modals, "is", "are"}
    if len(before) != 1 or before[0].key not in modals or not asked:
        return False
    plain = story.documents[long.document].article.plain
    mark = plain[long.words[end - 1].end : long.words[end - 1].end + 1]
    subject = after[1:]
    rest = short.words[1:]
    return (
        mark == "?" and 0 < len(subject) <= 2 and not any(map(is_content, subject[1:])) and any(map(is_content, rest))
    )
