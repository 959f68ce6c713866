"""Utterance with utterance: the same words in quotation marks in two outlets, and quoted words told without marks.

Any quotation is held against any other of the whole articles that shares three words in a row with it; inside aligned
sentences looser matches count too, because a translated or tidied quotation shares few words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from framecheck.diff.speakers import compatible, different_names, same
from framecheck.diff.utterances import Class, Comparison, Edit, Word, compare_words, is_content, quoted_words, weight
from framecheck.lexicons import words as lexicon
from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Attribution, Document
from framecheck.records.story import Story
from framecheck.text import Span

_GRAM = 3  # words in a row that make two quotations worth comparing
_BUSY = 40  # an utterance key in more places than this is a fixed phrase
_CLOSE = 0.6  # pairs below this say too little to link quotations with few words in common
_SHORTEST = 2  # words of a clause
_TURNS = frozenset({"but", "if", "unless", "except", "until", "although", "though", "only"})
_LOOSE = 0.3  # share of the words that aligned sentences' quotations need in common
_WIDEN = 2  # words shown on each side of a change
_JOIN = 3  # changes with fewer words between them are shown as one


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation as words. ``speaker`` is its attribution."""

    document: int
    sentence: int
    words: tuple[Word, ...]
    speaker: Attribution | None
    block: bool

    def span(self, first: int, last: int) -> Span:
        """From word *first* up to word *last* (half-open)."""
        return Span(self.words[first].start, self.words[last - 1].end)


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Altered and truncated quotations, and quotations given to someone else."""
    story = alignment.story
    utterances = [u for number, document in enumerate(story.documents) for u in _utterances(number, document)]
    levels = {(p.a, p.b): p for p in alignment.pairs}
    linked: set[tuple[int, int]] = set()
    for i, j in _candidates(utterances):
        a, b = utterances[i], utterances[j]
        found = compare_words(a.words, b.words)
        if found is None:
            continue
        linked.add((i, j))
        pair = _pair_of(levels, story, a, b)
        yield from _differences(story, a, b, found, pair)
    yield from _loose(story, alignment, utterances, linked)


def _utterances(number: int, document: Document) -> Iterator[Utterance]:
    for quotation in document.quotations:
        speaker = document.attributions[quotation.source] if quotation.source >= 0 else None
        words = tuple(quoted_words(document.article.plain, quotation.span))
        if sum(map(is_content, words)) > 0:
            yield Utterance(number, quotation.sentence, words, speaker, quotation.block)


def _candidates(utterances: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    """Pairs of different outlets that share three words in a row, two of them content words or one long run."""
    places: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, utterance in enumerate(utterances):
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
                if utterances[i].document != utterances[j].document:
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
            yield _difference(story, "speaker", a, b, _sources(a, b), found, pair, 0.6)
        return
    certain = 1.0 if same(a.speaker, b.speaker) else 0.85
    for a_range, b_range, kinds in _changes(story, a, b, found.edits):
        spans = (a.span(*a_range), b.span(*b_range))
        light = all(not is_content(w) for w in _edited(a, b, found.edits, a_range))
        yield _difference(story, "altered", a, b, spans, found, pair, certain, {"light": float(light)}, kinds)
    yield from _truncations(story, a, b, found, pair, certain)


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
        if edit.kind in (Class.WORDING, Class.SENSE) and within[0] <= edit.a_first and edit.a_last <= within[1]:
            found.extend((*a.words[edit.a_first : edit.a_last], *b.words[edit.b_first : edit.b_last]))
    return found


def _changes(
    story: Story, a: Utterance, b: Utterance, edits: Sequence[Edit]
) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    """Word ranges to show for the changes of wording: near ones joined, each with a little of what both share."""
    groups: list[list[Edit]] = []
    for edit in edits:
        if edit.kind not in (Class.WORDING, Class.SENSE):
            continue
        if groups and edit.a_first - groups[-1][-1].a_last <= _JOIN and edit.b_first - groups[-1][-1].b_last <= _JOIN:
            groups[-1].append(edit)
        else:
            groups.append([edit])
    for group in groups:
        kind = Class.SENSE if any(e.kind is Class.SENSE for e in group) else Class.WORDING
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


def _truncations(
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
            yield _difference(story, "truncated", long, short, spans, found, pair, certain, {"limits": limits})


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


def _loose(
    story: Story, alignment: Alignment, utterances: Sequence[Utterance], linked: set[tuple[int, int]]
) -> Iterator[Difference]:
    """Quotations of aligned sentences that say the same in other words: translated, tidied or made up."""
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
                    yield from _reworded(story, a, b, pair)


def _part(story: Story, utterance: Utterance, ref: SentenceRef) -> Utterance | None:
    """The words of the utterance that stand in one sentence."""
    span = story.documents[ref.document].sentences[ref.sentence].span
    words = tuple(w for w in utterance.words if span.start <= w.start < span.end)
    return Utterance(utterance.document, ref.sentence, words, utterance.speaker, utterance.block) if words else None


def _reworded(story: Story, a: Utterance, b: Utterance, pair: Pair) -> Iterator[Difference]:
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
        yield _difference(story, "reworded", short, long, spans, found, pair, link)


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


def _difference(
    story: Story,
    relation: str,
    a: Utterance,
    b: Utterance,
    spans: Sequence[Span],
    found: Comparison,
    pair: Pair | None,
    link: float,
    traits: dict[str, float] | None = None,
    detail: str = "",
) -> Difference:
    variants = []
    for utterance, span in zip((a, b), spans, strict=True):
        document = story.documents[utterance.document]
        sentence = _sentence_at(document, utterance.sentence, span)
        value = " ".join(w.key for w in quoted_words(document.article.plain, span))
        place = Place(utterance.document, sentence, span, utterance.span(0, len(utterance.words)))
        variants.append(Variant(value, (place,)))
    evidence = tuple(w.key for w in a.words[found.a_core[0] : found.a_core[1]] if is_content(w))[:6]
    return Difference(
        "quotation",
        relation,
        tuple(variants),
        f"{relation}:{_anchor(found, a, b, spans)}",
        pair.level if pair else None,
        pair.score if pair else 0.0,
        link,
        evidence,
        quoted=True,
        traits={"ratio": found.ratio, "shared": min(1.0, found.shared / 12), **(traits or {})},
        detail=detail,
    )


def _anchor(found: Comparison, a: Utterance, b: Utterance, spans: Sequence[Span]) -> str:
    """What the change stands between: equal for every pair of outlets that differ at this place of the utterance."""
    before = [w.key for w in a.words if w.end <= spans[0].start + 1][-2:]
    inside = [w.key for w in a.words if spans[0].start <= w.start < spans[0].end]
    shared = [k for k in inside if any(k == w.key for w in b.words if spans[1].start <= w.start < spans[1].end)]
    return " ".join(sorted({*before, *shared})) or f"{a.document}.{spans[0].start}"


def _sentence_at(document: Document, first: int, span: Span) -> int:
    for sentence in document.sentences[first:]:
        if sentence.span.end > span.start:
            return sentence.index
    return first
