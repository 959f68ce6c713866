"""Utterance with utterance: the same words in quotation marks in two outlets.

Any quotation is held against any other of the whole articles that shares three words in a row with it; inside aligned
sentences looser matches count too (``rewording``), because a translated or tidied quotation shares few words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from framecheck.diff.cuts import truncations
from framecheck.diff.fragments import misquoted
from framecheck.diff.grouping import overlapping
from framecheck.diff.quotation_style import reportable
from framecheck.diff.quoted import Utterance, difference, utterances
from framecheck.diff.rewording import reworded
from framecheck.diff.speakers import different_names, same
from framecheck.diff.utterances import Class, Comparison, Edit, Word, compare_words, is_content
from framecheck.records.alignment import Alignment, Pair, SentenceRef
from framecheck.records.difference import Difference
from framecheck.records.story import Story
from framecheck.text import Span

CHANGED = frozenset(("altered", "reworded"))
_GRAM = 3  # words in a row that make two quotations worth comparing
_BUSY = 40  # an utterance key in more places than this is a fixed phrase
_WIDEN = 2  # words shown on each side of a change
_JOIN = 3  # changes with fewer words between them are shown as one


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Altered and truncated quotations, and quotations given to someone else."""
    found = list(_compare(alignment))
    yield from overlapping(d for d in found if d.relation in CHANGED)
    yield from (d for d in found if d.relation not in CHANGED)


def _compare(alignment: Alignment) -> Iterator[Difference]:
    story = alignment.story
    found_in = [u for number, document in enumerate(story.documents) for u in utterances(number, document)]
    levels = {(p.a, p.b): p for p in alignment.pairs}
    linked: set[tuple[int, int]] = set()
    for i, j in _candidates(found_in):
        a, b = found_in[i], found_in[j]
        found = compare_words(a.words, b.words)
        if found is None:
            continue
        linked.add((i, j))
        pair = _pair_of(levels, story, a, b)
        yield from _differences(story, a, b, found, pair)
    yield from misquoted(alignment, found_in, linked)
    yield from reworded(story, alignment, found_in, linked)


def _candidates(quotations: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    """Pairs of different outlets that share three words in a row, two of them content words or one long run."""
    places: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, utterance in enumerate(quotations):
        keys = [w for w in utterance.words if not w.ellipsis]
        size = min(_GRAM, len(keys))
        for at in range(len(keys) - size + 1):
            gram = keys[at : at + size]
            if any(map(is_content, gram)):
                places[tuple(w.key for w in gram)].add(number)
    seen: set[tuple[int, int]] = set()
    for numbers in places.values():
        if 1 < len(numbers) <= _BUSY:
            for i, j in combinations(sorted(numbers), 2):
                if quotations[i].document != quotations[j].document:
                    seen.add((i, j))
    yield from sorted(seen)


def _pair_of(
    levels: dict[tuple[SentenceRef, SentenceRef], Pair], story: Story, a: Utterance, b: Utterance
) -> Pair | None:
    return levels.get((SentenceRef(a.document, a.sentence), SentenceRef(b.document, b.sentence)))


def _differences(
    story: Story, a: Utterance, b: Utterance, found: Comparison, pair: Pair | None
) -> Iterator[Difference]:
    """What one utterance told twice gives an editor."""
    names = [u.speaker.source_name if u.speaker else "" for u in (a, b)]
    if different_names(*names):
        if found.shared >= 8 and found.ratio >= 0.9 and _speaks(a) and _speaks(b):
            yield difference(story, "speaker", a, b, _sources(a, b), found, pair, 0.6)
        return
    certain = 1.0 if same(a.speaker, b.speaker) else 0.85
    edits = [e for e in found.edits if reportable(e, a.words, b.words, story.house)]
    for a_range, b_range, kinds in _changes(story, a, b, edits):
        spans = (a.span(*a_range), b.span(*b_range))
        light = all(not is_content(w) for w in _edited(a, b, edits, a_range))
        yield difference(story, "altered", a, b, spans, found, pair, certain, {"light": float(light)}, kinds)
    yield from truncations(story, a, b, found, pair, certain)


def _speaks(utterance: Utterance) -> bool:
    speaker = utterance.speaker
    return speaker is not None and speaker.source is not None and not speaker.carried


def _sources(a: Utterance, b: Utterance) -> tuple[Span, Span]:
    assert a.speaker and a.speaker.source and b.speaker and b.speaker.source
    return a.speaker.source, b.speaker.source


def _edited(a: Utterance, b: Utterance, edits: Sequence[Edit], within: tuple[int, int]) -> list[Word]:
    """The words that differ in the stretch *within* of *a*."""
    found: list[Word] = []
    for edit in edits:
        if within[0] <= edit.a_first and edit.a_last <= within[1]:
            found.extend((*a.words[edit.a_first : edit.a_last], *b.words[edit.b_first : edit.b_last]))
    return found


def _changes(
    story: Story, a: Utterance, b: Utterance, edits: Sequence[Edit]
) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    """Word ranges to show for the changes of wording: near ones joined, each with a little of what both share."""
    groups: list[list[Edit]] = []
    for edit in edits:
        if groups and edit.a_first - groups[-1][-1].a_last <= _JOIN and edit.b_first - groups[-1][-1].b_last <= _JOIN:
            groups[-1].append(edit)
        else:
            groups.append([edit])
    for group in groups:
        kinds = {e.kind for e in group}
        kind = next(k for k in (Class.SENSE, Class.WORDING, Class.MARKED) if k in kinds)
        a_range = _widened(story, a, group[0].a_first, group[-1].a_last)
        b_range = _widened(story, b, group[0].b_first, group[-1].b_last)
        yield a_range, b_range, str(kind)


def _widened(story: Story, utterance: Utterance, first: int, last: int) -> tuple[int, int]:
    """Up to two words more on each side, not over a mark that ends a clause."""
    plain = story.documents[utterance.document].article.plain
    words = utterance.words

    def breaks(left: int) -> bool:
        between = plain[words[left].end : words[left + 1].start]
        return any(c in between for c in ",.;:!?\u2014\n") or " -" in between

    for _ in range(_WIDEN):
        if first > 0 and (first == last or not breaks(first - 1)):
            first -= 1
        if last < len(words) and (first == last or not breaks(last - 1)):
            last += 1
    return first, last
