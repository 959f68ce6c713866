"""Source with source, and reporting verb with reporting verb: on whose word aligned sentences tell the same."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.diff.speakers import Speakers, different_names
from framecheck.diff.told import TellingIndex, Told, content_stems
from framecheck.lexicons import words
from framecheck.records.alignment import Alignment, Level, Pair
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.story import Story
from framecheck.text import Span

_MINDS = frozenset({"belief", "evidence", "praise", "urging", "question"})  # not words given on someone's authority
_PLAIN = frozenset({"neutral", "announcement", "confirmation", "emphasis", "prediction"})
_PAPERS = frozenset(
    {"statement", "announc", "report", "letter", "apolog", "articl", "messag", "post", "tweet", "interview"}
)
_TELLING = frozenset({"admission", "assertion", "revelation", "warning", "denial", "criticism", "hint"})
_PEOPLE = frozenset(
    {"offici", "sourc", "peopl", "person", "aid", "lawyer", "expert", "analyst", "advis", "diplomat", "insid"}
)
_BE = frozenset({"be", "been", "was", "were", "is", "are", "am", "get", "got"})
_FURTHER = frozenset({"another", "second", "third", "different", "separate"})  # a source not heard before
_SURE = 0.5  # share of content for a difference in the verb alone
_NAMED, _SURE_PAIR = 0.35, 0.75  # the same, and the least pair, where the source is known to be one person
_LINKED = 0.3  # share of content that makes two attributions tell the same


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Sources and reporting verbs that differ for what aligned sentences have in common."""
    story = alignment.story
    index = TellingIndex(story)
    who = Speakers(story)
    groups = {ref: claim.id for claim in alignment.claims for ref in claim.members}
    for pair in alignment.pairs:
        for a, b, score in index.linked(pair):
            if score < _LINKED and not _only(index, pair):
                continue
            link = max(score, pair.equivalent if _only(index, pair) else 0.0)
            group = groups.get(pair.a, "") if groups.get(pair.a) == groups.get(pair.b) else ""
            yield from _verbs(story, who, a, b, pair, link, group)
            yield from _sources(story, who, a, b, pair, link, group)
            yield from _other_person(story, a, b, pair, link, group)


def _only(index: TellingIndex, pair: Pair) -> bool:
    return len(index.at(pair.a)) == len(index.at(pair.b)) == 1


def _verbs(story: Story, who: Speakers, a: Told, b: Told, pair: Pair, link: float, group: str) -> Iterator[Difference]:
    """Reporting verbs of unlike stance for one source's words: said and admitted."""
    stances = {"neutral" if t.stance in _PLAIN else t.stance for t in (a, b)}
    if len(stances) == 1 or not stances <= _TELLING | {"neutral"}:
        return
    if not (_here(story, a) and _here(story, b) and _utters(story, a) and _utters(story, b)):
        return
    one = who.one(a, b)
    # one speaker in sentences that surely share a statement: fewer words of it need be the same
    if link < (_NAMED if one and pair.score >= _SURE_PAIR else _SURE):
        return
    if one is False or (one is None and pair.level is Level.PARTIAL):
        return  # sentences that share but a part may give the words of others
    first, second = (b, a) if a.stance in _PLAIN else (a, b)
    variants = tuple(Variant(t.stance, (_place(t, t.attribution.cue),)) for t in (first, second))
    traits = {"both": float("neutral" not in stances), "same": float(_same(a, b))}
    yield _difference("verb", variants, pair, link, group, traits, f"{first.stance}/{second.stance}")


def _here(story: Story, told: Told) -> bool:
    """Whether the cue stands in this very sentence, not in one whose quotation runs on into it."""
    return story.documents[told.ref.document].sentences[told.ref.sentence].span.holds(told.attribution.cue)


def _utters(story: Story, told: Told) -> bool:
    """Whether the cue is an active verb or "according to": a noun ("records indicated", "allegations that") reports at second
    hand, in the passive somebody else does, and who "did not say" so did not."""
    document, cue = story.documents[told.ref.document], told.attribution.cue
    tokens = [
        t
        for t in document.tokens_of(document.sentences[told.attribution.sentence])
        if cue.overlap(Span(t.start, t.end))
    ]
    passive = len(tokens) > 1 and tokens[-1].tag in ("VBN", "VBD") and any(t.stem in _BE for t in tokens)
    other = any(t.tag.startswith("NN") or t.lower in words("negation") for t in tokens)
    return told.attribution.source is not None and not passive and not other


def _sources(
    story: Story, who: Speakers, a: Told, b: Told, pair: Pair, link: float, group: str
) -> Iterator[Difference]:
    """Another source, or the same less plainly named."""
    if a.attribution.source is None or b.attribution.source is None or a.attribution.carried or b.attribution.carried:
        return
    if {a.stance, b.stance} & _MINDS or any(t.attribution.source_head in _PAPERS for t in (a, b)):
        return
    if not (_here(story, a) and _here(story, b)):
        return
    names = a.attribution.source_name, b.attribution.source_name
    if all(names):
        relation = ""  # a name against another is a matter of who is who
    elif any(names):
        named, unnamed = (a, b) if names[0] else (b, a)
        name = named.attribution.source_name
        credited = name.lower() in {line.original.lower() for line in story.lineages}  # an outlet, not a person
        hidden = who.person(unnamed) and not _names(story, unnamed.ref.document, name)
        relation = "unnamed" if hidden and not credited else ""
    else:
        counted = a.attribution.count == b.attribution.count > 2  # five and five: the same five
        sure = link >= _SURE and pair.level is Level.EQUIVALENT
        people = (sure or counted) and all(t.attribution.source_head in _PEOPLE for t in (a, b))
        relation = "described" if people and _description(story, a) != _description(story, b) else ""
    if not relation:
        return
    first, second = (b, a) if a.attribution.source_name and not b.attribution.source_name else (a, b)
    variants = tuple(
        Variant(_text(story, t), (_place(t, t.attribution.source or t.attribution.cue),)) for t in (first, second)
    )
    if relation == "described" and len({t.attribution.count for t in (a, b)} - {0}) > 1:
        return  # five sources and four sources: other originals, or a matter of counting
    yield _difference(relation, variants, pair, link, group, {"same": float(_same(a, b))})


def _other_person(story: Story, a: Told, b: Told, pair: Pair, link: float, group: str) -> Iterator[Difference]:
    """ "The same official" and "another official": who speaks on in one outlet is somebody else in the other."""
    sides = [(_opening(story, t), t) for t in (a, b)]
    openings = [opening for opening, _ in sides]
    if not all(t.attribution.source_head in _PEOPLE and not t.attribution.source_name for _, t in sides):
        return
    further = [bool(_FURTHER.intersection(o)) for o in openings]
    if further[0] == further[1]:
        return
    new, old = (a, b) if further[0] else (b, a)
    before = openings[further.index(False)]
    if "same" not in before and before[:1] != ("the",):
        return
    variants = tuple(
        Variant(_text(story, t), (_place(t, t.attribution.source or t.attribution.cue),)) for t in (old, new)
    )
    yield _difference("person", variants, pair, link, group, {"same": float("same" in before)})


def _opening(story: Story, told: Told) -> tuple[str, ...]:
    """The first two words of a source."""
    return tuple(_text(story, told).split()[:2])


def _names(story: Story, document: int, name: str) -> bool:
    """Whether that outlet uses the family name anywhere: then a bare "the lawyer" hides nobody."""
    family = name.split()[-1].lower()
    return any(t.lower == family for t in story.documents[document].tokens)


def _description(story: Story, told: Told) -> frozenset[str]:
    """What a source is called, its number aside: how many there are is a matter of counting."""
    document, source = story.documents[told.ref.document], told.attribution.source
    assert source
    tokens = document.tokens_of(document.sentences[told.attribution.sentence])
    counts = words("source_words")
    return content_stems([t for t in tokens if t.tag != "CD" and t.lower not in counts], source)


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
        "source",
        relation,
        variants,
        f"{relation}:{where}",
        pair.level,
        pair.score,
        min(1.0, link),
        traits=traits,
        detail=detail,
    )
