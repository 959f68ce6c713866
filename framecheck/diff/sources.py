"""Source with source, and reporting verb with reporting verb: on whose word aligned sentences tell the same."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.diff.speakers import different_names
from framecheck.diff.told import Told, TellingIndex, content_stems
from framecheck.facts.sources import Phrases
from framecheck.records.alignment import Alignment, Level, Pair, SentenceRef
from framecheck.records.article import BlockKind
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Attribution, Document
from framecheck.records.story import Story
from framecheck.text import Span

_MINDS = frozenset({"belief", "evidence", "praise", "urging", "question"})  # not words given on someone's authority
_PLAIN = frozenset({"neutral", "announcement", "confirmation", "emphasis", "prediction"})
_PAPERS = frozenset({"statement", "announc", "report", "letter", "apolog", "articl", "messag", "post", "tweet", "interview"})
_LINKED = 0.3  # share of content that makes two attributions tell the same
_STATED = 0.4  # share of attributed content that the narrator of the other outlet tells on his own


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Sources and reporting verbs that differ for what aligned sentences have in common."""
    story = alignment.story
    index = TellingIndex(story)
    phrases = [Phrases(document) for document in story.documents]
    groups = {ref: claim.id for claim in alignment.claims for ref in claim.members}
    for pair in alignment.pairs:
        linked: set[int] = set()
        for a, b, score in index.linked(pair):
            if score < _LINKED and not _only(index, pair):
                continue
            linked |= {id(a), id(b)}
            link = max(score, pair.equivalent if _only(index, pair) else 0.0)
            group = groups.get(pair.a, "") if groups.get(pair.a) == groups.get(pair.b) else ""
            yield from _verbs(story, a, b, pair, link, group)
            yield from _sources(story, a, b, pair, link, group)
            yield from _channels(story, a, b, pair, link, group)
        for told in (*index.at(pair.a), *index.at(pair.b)):
            if id(told) not in linked and told.stance not in _MINDS:
                other = pair.b if told.ref == pair.a else pair.a
                yield from _stated(story, index, phrases[other.document], told, other, pair)


def _only(index: TellingIndex, pair: Pair) -> bool:
    return len(index.at(pair.a)) == len(index.at(pair.b)) == 1


def _verbs(story: Story, a: Told, b: Told, pair: Pair, link: float, group: str) -> Iterator[Difference]:
    """Reporting verbs of unlike stance for one source's words: said and admitted."""
    stances = {"neutral" if t.stance in _PLAIN else t.stance for t in (a, b)}
    if len(stances) == 1 or stances & {"evidence", "belief"}:
        return
    if not (_here(story, a) and _here(story, b) and _verb(a) and _verb(b)):
        return
    if different_names(a.attribution.source_name, b.attribution.source_name):
        return
    first, second = (b, a) if a.stance in _PLAIN else (a, b)
    variants = tuple(Variant(t.stance, (_place(t, t.attribution.cue),)) for t in (first, second))
    traits = {"both": float("neutral" not in stances), "same": float(_same(a, b))}
    yield _difference("verb", variants, pair, link, group, traits, f"{first.stance}/{second.stance}")


def _here(story: Story, told: Told) -> bool:
    """Whether the cue stands in this very sentence, not in one whose quotation runs on into it."""
    return story.documents[told.ref.document].sentences[told.ref.sentence].span.holds(told.attribution.cue)


def _verb(told: Told) -> bool:
    """Whether the cue is a verb or "according to"; a noun ("allegations that") reports at second hand."""
    return told.attribution.source is not None


def _sources(story: Story, a: Told, b: Told, pair: Pair, link: float, group: str) -> Iterator[Difference]:
    """Another source, or the same less plainly named."""
    if a.attribution.source is None or b.attribution.source is None or a.attribution.carried or b.attribution.carried:
        return
    if {a.stance, b.stance} & _MINDS or any(t.attribution.source_head in _PAPERS for t in (a, b)):
        return
    if not (_here(story, a) and _here(story, b)):
        return
    names = a.attribution.source_name, b.attribution.source_name
    if all(names):
        relation = "another" if different_names(*names) else ""
    elif any(names):
        named, unnamed = (a, b) if names[0] else (b, a)
        relation = "" if _names(story, unnamed.ref.document, named.attribution.source_name) else "unnamed"
    else:
        relation = "described" if _description(story, a) != _description(story, b) else ""
    if not relation:
        return
    first, second = (b, a) if a.attribution.source_name and not b.attribution.source_name else (a, b)
    variants = tuple(Variant(_text(story, t), (_place(t, t.attribution.source),)) for t in (first, second))
    counts = {t.attribution.count for t in (a, b)} - {0}
    traits = {"counts": float(len(counts) > 1), "same": float(_same(a, b))}
    yield _difference(relation, variants, pair, link, group, traits)


def _names(story: Story, document: int, name: str) -> bool:
    """Whether that outlet uses the family name anywhere: then a bare "the lawyer" hides nobody."""
    family = name.split()[-1].lower()
    return any(t.lower == family for t in story.documents[document].tokens)


def _channels(story: Story, a: Told, b: Told, pair: Pair, link: float, group: str) -> Iterator[Difference]:
    """Told to one outlet, or in a statement to all."""
    first, second = a.attribution.channel, b.attribution.channel
    if (first is None and second is None) or not _same(a, b):
        return
    spans = [channel and Span(t.attribution.cue.start, channel.end) for t, channel in ((a, first), (b, second))]
    texts = [
        " ".join(story.documents[t.ref.document].words(c).lower().split()) if c else "" for t, c in ((a, first), (b, second))
    ]
    if texts[0] == texts[1]:
        return
    variants = tuple(
        Variant(text, (_place(t, span or t.attribution.cue),)) for t, text, span in zip((a, b), texts, spans, strict=True)
    )
    yield _difference("channel", variants, pair, link, group, {"both": float(bool(first and second))})


def _stated(
    story: Story, index: TellingIndex, phrases: Phrases, told: Told, other: SentenceRef, pair: Pair
) -> Iterator[Difference]:
    """What one outlet gives on a source's word and the other on its own."""
    document = story.documents[other.document]
    sentence = document.sentences[other.sentence]
    if sentence.kind is not BlockKind.BODY or told.attribution.source is None or told.attribution.direct:
        return
    if not _here(story, told) or any(t.stance not in _MINDS for t in index.at(other)):
        return
    if any(q.block and q.marks.overlap(sentence.span) for q in document.quotations):
        return
    stems = content_stems(document.tokens_of(sentence), sentence.span)
    common = told.stems & stems
    if len(common) < 2 or len(common) < _STATED * min(len(told.stems), len(stems)):
        return
    clause = _clause(document, phrases, other, common)
    if clause is None:
        return
    source = told.attribution.source
    span = _joined(source, told.attribution.cue)
    variants = (
        Variant("stated", (Place(other.document, other.sentence, clause, sentence.span),)),
        Variant(_text(story, told), (_place(told, span),)),
    )
    link = len(common) / max(1, min(len(told.stems), len(stems)))
    traits = {"named": float(told.attribution.named), "share": link}
    yield _difference("stated", variants, pair, link, "", traits)


def _clause(document: Document, phrases: Phrases, ref: SentenceRef, common: frozenset[str]) -> Span | None:
    """Subject and verb of the clause with most of the *common* stems."""
    sentence = document.sentences[ref.sentence]
    tokens = document.tokens
    marked = [i for i in range(sentence.first, sentence.last) if tokens[i].stem in common]
    best: tuple[int, Span] | None = None
    for at in range(sentence.first, sentence.last):
        if tokens[at].tag not in ("VBD", "VBZ", "VBP", "MD"):
            continue
        if at > sentence.first and tokens[at - 1].tag in ("MD", "VBZ", "VBD", "VBP"):
            continue
        subject = phrases.before(sentence, at)
        if subject is None:
            continue
        end = at + 1
        while end < sentence.last and tokens[end].tag in ("RB", "VB", "VBN", "VBG"):
            end += 1
        near = sum(1 for i in marked if subject.first - 1 <= i <= end + 8)
        if best is None or near > best[0]:
            best = (near, Span(tokens[subject.first].start, tokens[end - 1].end))
    return best[1] if best else None


def _joined(source: Span, cue: Span) -> Span:
    """Source and cue in one, where they stand close together."""
    start, end = min(source.start, cue.start), max(source.end, cue.end)
    return Span(start, end) if end - start <= source.end - source.start + cue.end - cue.start + 12 else source


def _description(story: Story, told: Told) -> tuple[str, frozenset[str]]:
    attribution = told.attribution
    assert attribution.source
    tokens = story.documents[told.ref.document].tokens_of(
        story.documents[told.ref.document].sentences[attribution.sentence]
    )
    return attribution.source_head, content_stems(tokens, attribution.source)


def _text(story: Story, told: Told) -> str:
    source = told.attribution.source or told.attribution.cue
    return " ".join(story.documents[told.ref.document].words(source).lower().split())


def _same(a: Told, b: Told) -> bool:
    """Whether both name one source."""
    names = a.attribution.source_name, b.attribution.source_name
    return all(names) and not different_names(*names)


def _place(told: Told, span: Span) -> Place:
    return Place(told.ref.document, told.attribution.sentence, span, told.content)


def _difference(
    relation: str,
    variants: tuple[Variant, ...],
    pair: Pair,
    link: float,
    group: str,
    traits: dict[str, float],
    detail: str = "",
) -> Difference:
    where = group or f"{pair.a.document}.{pair.a.sentence}.{pair.b.document}.{pair.b.sentence}"
    return Difference(
        "source", relation, variants, f"{relation}:{where}", pair.level, pair.score, min(1.0, link), traits=traits, detail=detail
    )
