"""Who acts, and why: the same act without its agent, with another reason or without one.

Two propositions tell of the same act where their verbs share a root and what is acted upon is the same, or where the words
around the verbs are matched. The agent is the subject of an active verb with an object, or the by-phrase of a passive one; a
verb with a subject alone ("the lanes closed", "Smith fired" in a headline) acts upon its subject if another outlet says so.
Two outlets that give one act to different agents are not compared: in the annotated stories such pairs were other acts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from framecheck.diff.grouping import connected
from framecheck.diff.reasons import BREAKS, NEAR, opening, reasons
from framecheck.diff.wording import Aligned, aligned_pairs, content, kindred, root
from framecheck.facts.tokens import stem
from framecheck.facts.tree import dependents
from framecheck.lexicons import words
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Document, Proposition, Token
from framecheck.records.story import Story
from framecheck.text import Span

_VAGUE = frozenset(
    ("it", "that", "this", "which", "what", "who", "there", "they", "he", "she", "we", "i", "you", "one")
)
_ACTORS = frozenset(("person", "body", "group", "place"))
_SHORT = 40  # code points from a verb to the far end of its subject or object, to be shown with it
_REACH = 14  # words from a verb to its reason, at most
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MIN_LINK = 0.3
_SAME_PATIENT = 0.5  # the link of acts upon the same thing is at least this
_SURE = 0.4  # the link from which the words around two verbs alone make them one act


@dataclass(frozen=True, slots=True)
class _Act:
    """A proposition as an act: tokens of its agent and of what it acts upon (-1: not told), and the reasons given."""

    told: Proposition
    agent: int
    patient: int
    reasons: tuple[tuple[str, Span], ...]


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Linked acts whose agents or reasons differ."""
    acts = [_acts(document) for document in alignment.story.documents]
    entities = _entities(alignment.story)
    found: list[Difference] = []
    for aligned in aligned_pairs(alignment):
        for here in acts[aligned.pair.a.document][aligned.pair.a.sentence]:
            for there in acts[aligned.pair.b.document][aligned.pair.b.sentence]:
                link = _link(aligned, here, there, entities)
                if link >= _MIN_LINK:
                    found.extend(_differences(aligned, here, there, link, entities))
    found.extend(reasons(alignment))
    yield from connected(found)


def _acts(document: Document) -> dict[int, list[_Act]]:
    light, reporting = words("light_words"), words("reporting_verbs")
    found: dict[int, list[_Act]] = defaultdict(list)
    for told in document.propositions:
        verb = document.tokens[told.verb]
        # "the decision to fire him", "plans for firing him"
        planned = verb.tag == "VBG" or (verb.tag == "VB" and document.tokens[told.verb - 1].lower == "to")
        reports = told.object_token < 0 and not told.passive and not reporting.isdisjoint((verb.lower, verb.stem))
        if told.copular or planned or reports or not light.isdisjoint((verb.lower, verb.stem)):
            continue
        by = dependents(document, told.verb, "obl:agent")
        acting = not told.passive and told.object_token >= 0
        agent = told.subject_token if acting else by[0] if by else -1
        patient = told.object_token if acting else told.subject_token
        found[told.sentence].append(_Act(told, agent, patient, tuple(_reasons(document, told))))
    return found


def _reasons(document: Document, told: Proposition) -> Iterator[tuple[str, Span]]:
    """Kind and words of the first phrase after the verb that opens with a word of cause or circumstance, up to the next mark.

    Read from the words, not from the tree: where a phrase attaches is what the parser knows least. A finite verb or another
    statement ends the search.
    """
    tokens = document.tokens
    sentence = document.sentences[told.sentence]
    for first in range(told.verb + 1, min(sentence.last, told.verb + _REACH)):
        kind, size = opening(tokens, first, sentence.last)
        if (not kind and tokens[first].tag in _FINITE) or tokens[first].lower in BREAKS:
            return
        if kind and tokens[first].lower == "for" and not told.passive and told.object_token < 0:
            return  # "apologized for rushing" says what, not why
        if kind:
            last = first + size
            while last < sentence.last and tokens[last].lower not in BREAKS and tokens[last].text != ",":
                last += 1
            start = tokens[first + size - 1].end
            dated = any(t.sentence == sentence.index and 0 <= t.span.start - start <= NEAR for t in document.times)
            if last > first + size and not dated:
                yield kind, Span(tokens[first].start, tokens[last - 1].end)
            return


def _entities(story: Story) -> list[dict[int, int]]:
    """For each document the entity that a token at the end of a mention belongs to, by the token's offset."""
    found: list[dict[int, int]] = [{} for _ in story.documents]
    for entity in story.entities:
        for ref in entity.mentions:
            span = story.mention(ref).span
            found[ref.document].setdefault(span.end, entity.id)
    return found


def _link(aligned: Aligned, here: _Act, there: _Act, entities: list[dict[int, int]]) -> float:
    """How sure it is that two propositions tell of the same act, 0..1."""
    (a, b), (left, right) = aligned.documents, aligned.sentences
    first, second = a.tokens[here.told.verb], b.tokens[there.told.verb]
    if not kindred(root(first), root(second)):
        return 0.0
    link = aligned.wording.neighbourhood(here.told.verb - left.first, there.told.verb - right.first)
    if here.patient >= 0 and there.patient >= 0:
        if _same(aligned, here.patient, there.patient, entities):
            return _SAME_PATIENT + link / 2
        if _named(a.tokens[here.patient]) and _named(b.tokens[there.patient]):
            return 0.0
        return link if here.told.object_token < 0 and there.told.object_token < 0 else link / 2
    return link


def _same(aligned: Aligned, i: int, j: int, entities: list[dict[int, int]]) -> bool:
    """Whether two tokens head phrases for the same thing: matched words, or one entity."""
    a, b = (d.tokens[k] for d, k in zip(aligned.documents, (i, j), strict=True))
    if (
        kindred(a.stem, b.stem)
        or aligned.wording.partner.get(i - aligned.sentences[0].first) == j - aligned.sentences[1].first
    ):
        return True
    known = [
        _entity(entities[ref.document], aligned.documents[side], k)
        for side, (ref, k) in enumerate(((aligned.pair.a, i), (aligned.pair.b, j)))
    ]
    return known[0] >= 0 and known[0] == known[1]


def _entity(known: dict[int, int], document: Document, index: int) -> int:
    """The entity of the phrase that the token heads: of a mention that ends with it, or with a word of its name."""
    sentence_end = min(len(document.tokens), index + 4)
    for k in range(index, sentence_end):
        token = document.tokens[k]
        if k > index and not (token.head == index and token.relation in ("flat", "compound", "appos")):
            break
        if token.end in known:
            return known[token.end]
    return -1


def _named(token: Token) -> bool:
    return token.tag.startswith("NN")


def _differences(
    aligned: Aligned, here: _Act, there: _Act, link: float, entities: list[dict[int, int]]
) -> Iterator[Difference]:
    sides = (here, there)
    hidden = [_unsaid(d, act) for d, act in zip(aligned.documents, sides, strict=True)]
    patients = here.patient >= 0 and there.patient >= 0 and link >= _SAME_PATIENT
    if hidden[0] != hidden[1] and patients:
        side = hidden.index(False)
        shown, documents = sides[side], aligned.documents
        told = shown.agent >= 0 and not shown.told.borrowed and _acts_itself(documents[side], shown.agent)
        if told and not _said_elsewhere(documents[1 - side], sides[1 - side]):
            spans = [_core(act) for act in sides]
            if shown.told.passive:
                spans[side] = _with_agent(documents[side], shown, spans[side])
            yield _difference(aligned, "hidden", spans, link, hidden[1])
    if patients or link >= _SURE:
        yield from _unlike_reasons(aligned, sides, link)


def _unsaid(document: Document, act: _Act) -> bool:
    """Whether an act of force is told in the passive and nobody is said to have done it, near or far behind the verb."""
    told = act.told
    verb = document.tokens[told.verb]
    if (
        act.agent >= 0
        or told.object_token >= 0
        or root(verb) not in _forceful()
        or not (told.passive or verb.tag == "VBN")
    ):
        return False
    return all(t.lower != "by" for t in document.tokens[told.verb : document.sentences[told.sentence].last])


@cache
def _forceful() -> frozenset[str]:
    """Stems of the verbs of force."""
    return frozenset(map(stem, words("harm_verbs")))


def _unlike_reasons(aligned: Aligned, sides: tuple[_Act, _Act], link: float) -> Iterator[Difference]:
    """A reason beside none, or beside one with which it shares no word."""
    spans = [act.reasons[0][1] if act.reasons else act.told.span for act in sides]
    kinds = [act.reasons[0][0] if act.reasons else "" for act in sides]
    if "cause" in kinds and "" in kinds:
        yield _difference(aligned, "cause-absent", spans, link, not kinds[1])
    elif "cause" in kinds:
        stems = [
            {t.stem for t in d.tokens_of(s) if span.start <= t.start < span.end and content(t)}
            for d, s, span in zip(aligned.documents, aligned.sentences, spans, strict=True)
        ]
        if not stems[0] & stems[1] or kinds[0] != kinds[1]:
            yield _difference(aligned, "cause-other", spans, link, kinds[1] == "time")


def _acts_itself(document: Document, agent: int) -> bool:
    """Whether the word stands for somebody who can be held to account: a person, a body or several of them, no storm and no
    bomb."""
    token = document.tokens[agent]
    if not token.tag.startswith("NN") or token.lower in _VAGUE:
        return False
    return any(m.span.start <= token.start < m.span.end and m.kind in _ACTORS for m in document.mentions)


def _said_elsewhere(document: Document, act: _Act) -> bool:
    """Whether the outlet says of another such act in its article who did it: then it hides nobody."""
    verb = root(document.tokens[act.told.verb])
    acts = (a for found in _acts(document).values() for a in found if a.agent >= 0)
    return any(kindred(verb, root(document.tokens[a.told.verb])) for a in acts)


def _with_agent(document: Document, act: _Act, span: Span) -> Span:
    """*span* on to the agent behind the verb, if that is near."""
    end = document.tokens[act.agent].end
    return Span(span.start, end) if 0 <= end - act.told.span.end <= _SHORT else span


def _core(act: _Act) -> Span:
    """Verb group with its subject and object, those left out that are borrowed or long."""
    told = act.told
    subject, target = None if told.borrowed else told.subject, told.object
    start = subject.start if subject and 0 <= told.span.start - subject.start <= _SHORT else told.span.start
    end = target.end if target and 0 <= target.end - told.span.end <= _SHORT else told.span.end
    return Span(start, end)


def _difference(aligned: Aligned, relation: str, spans: list[Span], link: float, swap: bool) -> Difference:
    places = [aligned.at(side, span) for side, span in enumerate(spans)]
    variants = [Variant(d.words(p.span).lower(), (p,)) for d, p in zip(aligned.documents, places, strict=True)]
    quoted = [aligned.quoted(side, place.span) for side, place in enumerate(places)]
    return Difference(
        "agency",
        relation,
        tuple(reversed(variants)) if swap else tuple(variants),
        "",
        aligned.pair.level,
        aligned.pair.score,
        min(link, 1.0),
        quoted=all(quoted),
        traits={"one_quoted": float(quoted[0] != quoted[1])},
    )
