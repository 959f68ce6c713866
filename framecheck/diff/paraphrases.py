"""Quoted words against the other outlet's narration of the same: who quotes and who paraphrases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from framecheck.diff.speakers import compatible, same
from framecheck.diff.told import content_stems
from framecheck.facts.attribution import speaker_at
from framecheck.records.alignment import Alignment, Pair, SentenceRef
from framecheck.records.article import BlockKind
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Document, Quotation, Token
from framecheck.records.story import Story
from framecheck.text import Span

_FEWEST = 2  # content stems that quotation and narration share
_SHARE = 0.2  # of the smaller side
_TWIN = 0.6  # of a quotation's stems inside one quotation of the other outlet: it quotes too
_SURE = 0.4  # a pair below says too little about who paraphrases whom
_RARE = 4  # sentences of the story a stem may stand in to be rare
_SAME_WORDS = 0.8
_LONG = 14  # tokens
_CLAUSE_MARKS = frozenset({",", ";", ":", "\u2014", '"', "(", ")"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens of one sentence, ``first`` to ``last`` (half-open), with their content stems."""

    ref: SentenceRef
    first: int
    last: int
    stems: frozenset[str]


def compare(alignment: Alignment) -> Iterator[Difference]:
    """A quotation in one sentence, told without marks in the sentence aligned with it."""
    story = alignment.story
    quoted = [_stems_of_quotations(document) for document in story.documents]
    rare = _rare(story)
    found: list[tuple[float, Difference]] = []
    for pair in alignment.pairs:
        if pair.score < _SURE:
            continue
        for here, there in ((pair.a, pair.b), (pair.b, pair.a)):
            for quotation in _in_sentence(story, here):
                if difference := _told_plainly(story, quotation, here, there, pair, quoted[there.document], rare):
                    found.append((difference.link * pair.score, difference))
    yield from _best(found)


def _best(found: list[tuple[float, Difference]]) -> Iterator[Difference]:
    """For each quotation and outlet the narration that fits it best."""
    seen: set[tuple[Place, int]] = set()
    for _, difference in sorted(found, key=lambda row: -row[0]):
        quoted, told = difference.variants[1].places[0], difference.variants[0].places[0]
        if (quoted, told.document) not in seen:
            seen.add((quoted, told.document))
            yield difference


def _rare(story: Story) -> frozenset[str]:
    """Stems in so few sentences that sharing one says something."""
    counts = Counter(
        stem
        for d in story.documents
        for s in d.sentences
        for stem in {t.stem for t in d.tokens_of(s) if len(t.stem) > 2}
    )
    total = sum(len(d.sentences) for d in story.documents)
    return frozenset(stem for stem, n in counts.items() if n <= max(_RARE, 0.08 * total))


def _names(document: Document, stretch: Stretch) -> frozenset[str]:
    return frozenset(t.stem for t in document.tokens[stretch.first : stretch.last] if t.tag.startswith("NNP"))


def _verbatim(a: Document, mine: Stretch, b: Document, told: Stretch) -> bool:
    """Whether the narration holds nearly all of the quoted words in a row: marks dropped, nothing told otherwise."""
    first = [t.lower for t in a.tokens[mine.first : mine.last]]
    second = {t.lower for t in b.tokens[told.first : told.last]}
    return sum(w in second for w in first) >= _SAME_WORDS * len(first)


def _unmarked(a: Document, mine: Stretch, b: Document, told: Stretch) -> bool:
    """Whether the narration is nearly all a run of the quoted words: quoted without marks, as block quotations are."""
    first, second = ([t.lower for t in d.tokens[s.first : s.last]] for d, s in ((a, mine), (b, told)))
    longest = SequenceMatcher(None, first, second, autojunk=False).find_longest_match().size
    return longest >= _SAME_WORDS * len(second)


def _tight(document: Document, stretch: Stretch, common: frozenset[str]) -> Stretch:
    """A long clause cut to the words around what both share."""
    if stretch.last - stretch.first <= _LONG:
        return stretch
    marked = [i for i in range(stretch.first, stretch.last) if document.tokens[i].stem in common]
    first, last = max(stretch.first, marked[0] - 3), min(stretch.last, marked[-1] + 3)
    while first > stretch.first and "-" in (document.tokens[first].text, document.tokens[first - 1].text):
        first -= 1  # not into a compound
    return Stretch(stretch.ref, first, last, stretch.stems)


def _stems_of_quotations(document: Document) -> list[frozenset[str]]:
    stems: dict[int, set[str]] = defaultdict(set)
    for number, quotation in enumerate(document.quotations):
        for index in range(quotation.sentence, quotation.last_sentence + 1):
            stems[number] |= content_stems(document.tokens_of(document.sentences[index]), quotation.span)
    return [frozenset(s) for s in stems.values()]


def _in_sentence(story: Story, ref: SentenceRef) -> Iterator[Quotation]:
    document = story.documents[ref.document]
    for quotation in document.quotations:
        if quotation.sentence <= ref.sentence <= quotation.last_sentence:
            yield quotation


def _told_plainly(
    story: Story,
    quotation: Quotation,
    here: SentenceRef,
    there: SentenceRef,
    pair: Pair,
    quoted_there: Sequence[frozenset[str]],
    rare: frozenset[str],
) -> Difference | None:
    ours, theirs = story.documents[here.document], story.documents[there.document]
    stretches = _clauses(ours, here, quotation.span)
    if not stretches or ours.sentences[here.sentence].kind is BlockKind.CROSSHEAD:
        return None
    plain = [t for t in _clauses(theirs, there, None) if not _quoted(theirs, t)]
    if not plain:
        return None
    narrated = frozenset[str]().union(*(c.stems for c in plain))
    mine = max(stretches, key=lambda c: (len(c.stems & narrated), -c.first))
    told = max(plain, key=lambda c: (len(c.stems & mine.stems), -c.first))
    common = mine.stems & told.stems
    smaller = min(len(mine.stems), len(told.stems))
    if not common:
        return None
    span = _span(theirs, _tight(theirs, told, common))
    speakers = (
        speaker_at(ours, here.sentence, _span(ours, mine)),
        speaker_at(theirs, there.sentence, span, 0.5),
    )
    if speakers[1] and (inside := _within(span, speakers[1].content)):
        span = inside
    if not compatible(*speakers) or _verbatim(ours, mine, theirs, told) or _unmarked(ours, mine, theirs, told):
        return None
    # one speaker in aligned sentences: a word or two in common are enough; else words and their rarity must speak
    alike = same(*speakers)
    shared = common - _names(ours, mine)
    if len(common) == 1 and len(mine.stems) > _FEWEST:
        return None  # one word of many: another of the speaker's sentences
    if len(shared) < (1 if alike else _FEWEST) or len(common) < _SHARE * smaller or not (alike or common & rare):
        return None
    whole = frozenset[str]().union(*(c.stems for c in stretches))
    if any(len(whole & o) >= _TWIN * len(whole) or (not alike and common <= o) for o in quoted_there if o):
        return None
    variants = (
        Variant("told", (Place(there.document, there.sentence, span, span),)),
        Variant("quoted", (Place(here.document, here.sentence, _span(ours, mine), quotation.span),)),
    )
    link = len(common) / max(1, smaller)
    traits = {
        "same": float(alike),
        "reported": float(speakers[1] is not None),
        "fragment": float(quotation.scare),
        "common": min(1.0, len(common) / 6),
        "covered": len(common) / max(1, len(mine.stems)),
    }
    group = f"paraphrase:{here.document}.{mine.first}"
    return Difference(
        "quotation", "paraphrased", variants, group, pair.level, pair.score, link, tuple(sorted(common)), traits=traits
    )


def _clauses(document: Document, ref: SentenceRef, within: Span | None) -> list[Stretch]:
    """The stretches between clause marks of one sentence (of the part inside *within*), short ones joined on."""
    sentence = document.sentences[ref.sentence]
    tokens = document.tokens
    inside = [
        i
        for i in range(sentence.first, sentence.last)
        if within is None or (within.start <= tokens[i].start and tokens[i].end <= within.end)
    ]
    found: list[Stretch] = []
    run: list[int] = []
    for i in [*inside, -1]:
        if i >= 0 and tokens[i].text not in _CLAUSE_MARKS and (tokens[i].text != "." or i + 1 < sentence.last):
            run.append(i)
        if run and (i < 0 or tokens[i].text in _CLAUSE_MARKS):
            if len(run) >= 3 or i < 0 or within is not None:
                stems = _stems([tokens[j] for j in run])
                found.append(Stretch(ref, run[0], run[-1] + 1, stems))
            run = []
    return [c for c in found if c.stems]


def _stems(tokens: list[Token]) -> frozenset[str]:
    return content_stems(tokens, Span(tokens[0].start, tokens[-1].end)) if tokens else frozenset()


def _quoted(document: Document, stretch: Stretch) -> bool:
    span = _span(document, stretch)
    sentence = stretch.ref.sentence
    return any(
        2 * q.marks.overlap(span) > span.end - span.start
        for q in document.quotations
        if q.sentence <= sentence <= q.last_sentence
    )


def _within(span: Span, content: Span) -> Span | None:
    """The part of *span* that reports, without "confirmed that" before it."""
    start, end = max(span.start, content.start), min(span.end, content.end)
    return Span(start, end) if start < end else None


def _span(document: Document, stretch: Stretch) -> Span:
    return Span(document.tokens[stretch.first].start, document.tokens[stretch.last - 1].end)
