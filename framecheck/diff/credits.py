"""Reports credited to the press: what one outlet has from a news organisation, another states itself or has from somebody.

A credit is a source that is a news organisation or the press at large ("according to Reuters", "state media said"), a
report without a source ("was reported to have"), or words told to a news organisation ("told CNN"). It is set against how
another outlet gives the same content: on someone else's word, as a fact of its own, or told elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from framecheck.diff.grouping import connected
from framecheck.diff.speakers import Speakers
from framecheck.diff.told import TellingIndex, Told
from framecheck.diff.wording import Aligned, aligned_pairs
from framecheck.facts.tree import clause_head
from framecheck.link.lineage import organisation
from framecheck.records.alignment import Alignment
from framecheck.records.article import BlockKind
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Attribution, Document, Sentence, Token
from framecheck.text import Span

_PRESS = frozenset(("media", "newspap", "network", "outlet", "newswir", "broadcast", "tabloid", "press"))
_PAPERS = frozenset(
    ("times", "post", "journal", "tribune", "herald", "globe", "gazette", "report")
)  # what may be cut short: "the Times"
_OTHERS = frozenset(("conference", "agent", "secretary"))  # "at a press conference"
_PLAIN = frozenset(("media", "news", "press", "several", "multiple", "various", "recent", "report", "reports"))
_ACTS = ("VB", "RB")
_BEFORE = frozenset(("to", "on", "with", "the"))  # before a news organisation that was told
_PERSONS = frozenset(("he", "she", "they"))
_LEAST = 2  # matched words of the content
_SHARE = 0.5  # of these words another source must have said
_SHOWN = 110  # code points from the source to the end of its verb, to be shown together
_BESIDE = 40  # code points from them to the channel
_NEAR = 5  # tokens from a verb to its object, to be shown with it


@dataclass(frozen=True, slots=True)
class _View:
    """One side of an aligned pair: its document, sentence, words and the attributions of its content; ``partner`` maps
    matched words to those of the other side."""

    document: Document
    sentence: Sentence
    words: Sequence[Token]
    partner: dict[int, int]
    told: list[Told]


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Credits to the press that another outlet does not give for the same content."""
    yield from connected(_best(_differences(alignment)))


def _best(found: Iterable[Difference]) -> list[Difference]:
    """For every credit one place in each other outlet: that of the surest pair."""
    best: dict[tuple[Place, int], Difference] = {}
    for difference in found:
        credit, answer = (variant.places[0] for variant in difference.variants)
        key = credit, answer.document
        if key not in best or difference.pair_score > best[key].pair_score:
            best[key] = difference
    return list(best.values())


def _differences(alignment: Alignment) -> Iterator[Difference]:
    index, who = TellingIndex(alignment.story), Speakers(alignment.story)
    copied = {(copy.a, copy.b) for copy in alignment.copies}  # there an edit tells of the source
    for aligned in aligned_pairs(alignment):
        if (aligned.pair.a, aligned.pair.b) in copied:
            continue
        left, right = (_view(index, aligned, side) for side in (0, 1))
        for side, here, there in ((0, left, right), (1, right, left)):
            for told in here.told:
                if told.attribution.sentence == here.sentence.index:
                    yield from _against(aligned, side, here, there, told, who)


def _view(index: TellingIndex, aligned: Aligned, side: int) -> _View:
    words, pair = aligned.wording, aligned.pair
    return _View(
        aligned.documents[side],
        aligned.sentences[side],
        words.b if side else words.a,
        words.back if side else words.partner,
        index.at(pair.b if side else pair.a),
    )


def _against(aligned: Aligned, side: int, here: _View, there: _View, told: Told, who: Speakers) -> Iterator[Difference]:
    """What the other side has in place of the credit that *told* gives, if it gives any."""
    credit = told.attribution
    press, channel = _press(here.document, credit), _channel(here.document, credit)
    if not (press or channel):
        return
    answers = [j for i, j in here.partner.items() if _within(here.words[i], told.content)]
    if len(answers) < _LEAST:
        return
    held = {id(t): sum(_within(there.words[j], t.content) for j in answers) for t in there.told}
    other = next(
        (
            t
            for t in there.told
            if t.attribution.sentence == there.sentence.index and held[id(t)] >= _SHARE * len(answers)
        ),
        None,
    )
    if press:
        if any(_press(there.document, t.attribution) or _paper(there.document, t.attribution) for t in there.told):
            return
        if other is None:
            if not any(held.values()):
                yield _difference(aligned, side, "press", _source(credit), _stated(there, answers), 0.0)
        elif not (other.attribution.cue_stem.startswith("report") or _retold(here, credit, there, other.attribution)):
            yield _difference(aligned, side, "press", _source(credit), _source(other.attribution), 1.0)
    elif (
        other
        and _room(here, there)
        and who.one(told, other) is not False
        and not _same_channel(here, credit, there, other.attribution)
    ):
        spans = [_source(a, channel=True) for a in (credit, other.attribution)]
        yield _difference(aligned, side, "told-press", spans[0], spans[1], 1.0)


def _press(document: Document, attribution: Attribution) -> str:
    """The news organisation that is the source, ``"press"`` where none is named, ``""`` for any other source."""
    source = attribution.source
    if source is None:
        return "press" if attribution.cue_stem.startswith("report") and _acts(document, attribution) else ""
    if attribution.source_name and attribution.source_name not in document.words(source):
        return ""  # "he", "the company"
    if name := organisation(attribution.source_name or document.words(source)):
        return name if not _person(document, source) and name != organisation(document.article.outlet) else ""
    if any(
        m.kind == "person" and m.span.overlap(source) for m in document.mentions if m.sentence == attribution.sentence
    ):
        return ""
    words = [t for t in document.tokens_of(document.sentences[attribution.sentence]) if _within(t, source)]
    stems, forms = {t.stem for t in words}, {t.lower for t in words}
    if stems & _PRESS or ("agenc" in stems and "news" in forms):
        return "press" if forms.isdisjoint(_OTHERS) else ""
    return "press" if words and words[-1].stem == "report" and forms <= _PLAIN else ""


def _person(document: Document, source: Span) -> bool:
    """Whether somebody of that name is told of: a Bloomberg, a Fox."""
    name = document.words(source).lower().split()[-1]
    return any(m.kind == "person" and name in m.name.lower().split() for m in document.mentions)


def _paper(document: Document, attribution: Attribution) -> bool:
    """Whether the source may be a newspaper whose name is cut short, or its report: then a credit is given, but whose is
    not known."""
    source = attribution.source
    return source is not None and document.words(source).split()[-1].lower() in _PAPERS


def _acts(document: Document, attribution: Attribution) -> bool:
    """Whether the cue is a verb or adverb ("was reported", "reportedly"): a noun may mean any report."""
    tokens = document.tokens_of(document.sentences[attribution.sentence])
    return any(t.tag.startswith(_ACTS) for t in tokens if _within(t, attribution.cue))


def _channel(document: Document, attribution: Attribution) -> str:
    """The news organisation that was told ("told CNN", "said on NPR"), ``""`` if none was."""
    if attribution.channel is None:
        return ""
    words = document.words(attribution.channel).split()
    while words and words[0].lower() in _BEFORE:
        words = words[1:]
    options = (" ".join(words[:size]) for size in range(min(len(words), 4), 0, -1))
    return next((name for option in options if (name := organisation(option.replace("\u2019", "'")))), "")


def _retold(here: _View, credit: Attribution, there: _View, other: Attribution) -> bool:
    """Whether the other outlet's source is whom the first says something of: "Holm reportedly wrote" and "Holm wrote" differ in
    how sure they are, which is compared elsewhere."""
    if credit.source is not None or other.source is None:
        return False
    names = {t.lower for t in there.words if _within(t, other.source) and t.tag.startswith(("NNP", "PRP"))}
    return bool(names & (_PERSONS | {t.lower for t in here.words if t.tag.startswith("NNP")}))


def _room(here: _View, there: _View) -> bool:
    """Whether both stand in running text: a headline does not say who was told."""
    return BlockKind.HEADLINE not in (here.sentence.kind, there.sentence.kind)


def _same_channel(here: _View, one: Attribution, there: _View, other: Attribution) -> bool:
    """Whether both were told one organisation, whose name may be cut short ("The Times")."""
    if one.channel is None or other.channel is None:
        return False
    names = (
        {t.lower for t in view.document.tokens_of(view.sentence) if _within(t, channel) and t.tag.startswith("NNP")}
        for view, channel in ((here, one.channel), (there, other.channel))
    )
    return bool(set.intersection(*names))


def _within(token: Token, span: Span) -> bool:
    return span.start <= token.start < span.end


def _source(attribution: Attribution, channel: bool = False) -> Span:
    """Source and verb, with the channel if that is asked for."""
    source, cue = attribution.source, attribution.cue
    if source is None:
        return cue
    start, end = min(source.start, cue.start), max(source.end, cue.end)
    to = attribution.channel
    if channel and to and end < to.end and to.start - end < _BESIDE:
        end = to.end
    return Span(start, end) if end - start < _SHOWN else source


def _stated(there: _View, answers: Sequence[int]) -> Span:
    """The predicate that holds most of the matched words, with its subject and object where these stand near."""
    tokens, sentence = there.document.tokens, there.sentence
    heads = Counter(clause_head(there.document, sentence.first + j) for j in answers)
    at = max(heads, key=lambda h: (heads[h], -h))
    below = [k for k in range(sentence.first, sentence.last) if tokens[k].head == at]
    group = [
        at,
        *(k for k in below if tokens[k].relation.startswith(("aux", "cop", "compound:prt")) and abs(k - at) < _NEAR),
    ]
    first, last = min(group), max(group)
    first = next((k for k in below if k < first <= k + 3 and tokens[k].relation.startswith("nsubj")), first)
    last = next((k for k in below if last < k <= last + _NEAR and tokens[k].relation in ("obj", "obl", "xcomp")), last)
    return Span(tokens[first].start, tokens[last].end)


def _difference(aligned: Aligned, side: int, relation: str, credit: Span, other: Span, sourced: float) -> Difference:
    places = aligned.at(side, credit), aligned.at(1 - side, other)
    variants = tuple(
        Variant(" ".join(aligned.documents[s].words(p.span).lower().split()), (p,))
        for s, p in zip((side, 1 - side), places, strict=True)
    )
    return Difference(
        "source",
        relation,
        variants,
        "",
        aligned.pair.level,
        aligned.pair.score,
        traits={"sourced": sourced},
    )
