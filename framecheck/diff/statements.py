"""Facts that outlets share and another lacks, and what one alone adds: those that fitted models hold worth an editor's time.

Which of the many things that one article leaves out or adds matters is nothing that a short rule could say; the models
(``framecheck/data/omissions.json``, made by ``python -m framecheck.train.omissions``) weigh how alike the others tell it, how
near the article comes to the sentence, what the words are and where they stand.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from framecheck.align.model import Logistic
from framecheck.diff.alone import Extra, counterpart, extras, places
from framecheck.diff.constituents import Constituent
from framecheck.diff.places import place_in
from framecheck.diff.untold import Gap, View, gaps, view_of
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Difference, Variant
from framecheck.records.story import Story
from framecheck.text import Span

LEAST = 0.3  # probability from which a gap is put to the rule
MOST = 6  # facts a story: of those further down few are right
ADDED = 7  # additions a story, one a sentence: of those further down fewer are right
SHARE = 0.6  # of the surest gap of a phrase: other outlets that lack it are named too


@dataclass(frozen=True, slots=True)
class Fact:
    """Words of several outlets that tell one fact, the outlets that lack it (document to anchor sentence), and the
    probability that an editor would note it."""

    told: tuple[Constituent, ...]
    missing: dict[int, int]
    probability: float
    gap: Gap


@dataclass(frozen=True, slots=True)
class Added:
    """Words that one outlet alone tells and the probability that an editor would note them."""

    extra: Extra
    probability: float


@dataclass(frozen=True, slots=True)
class Selecting:
    """The models that select what outlets leave out and what one of them adds."""

    omissions: Logistic
    additions: Logistic


@cache
def load() -> Selecting:
    """The shipped models."""
    stored = json.loads(files("framecheck").joinpath("data", "omissions.json").read_text("utf-8"))
    return Selecting(Logistic.read(stored["omissions"]), Logistic.read(stored["additions"]))


def compare(alignment: Alignment, models: Selecting | None = None) -> Iterator[Difference]:
    """Facts that two or more outlets tell and at least one lacks, then what one outlet alone tells. *models* stand in for the
    shipped weights, so that figures can be taken with weights that never saw a story."""
    view = view_of(alignment)
    if view is None:
        return
    models = models or load()
    found = list(gaps(view))
    left_out = facts(found, probabilities(found, models.omissions))
    for rank, fact in enumerate(left_out):
        yield _difference(alignment.story, fact, rank)
    alone = list(extras(view))
    for rank, one in enumerate(additions(alone, probabilities(alone, models.additions), left_out)):
        yield _addition(view, alignment.story, one, rank)


def probabilities(found: Sequence[Gap | Extra], model: Logistic) -> list[float]:
    """What *model* gives each gap or extra."""
    import numpy as np

    if not found:
        return []
    columns = {name: np.array([gap.traits[name] for gap in found], np.float32) for name in model.terms}
    return [float(p) for p in model.probability(columns)]


def facts(found: Sequence[Gap], given: Sequence[float]) -> list[Fact]:
    """The surest gaps first, each stretch of an article in one fact only; *given* are the probabilities of *found*."""
    same: dict[Constituent, list[int]] = defaultdict(list)
    for number, gap in enumerate(found):
        same[gap.phrase].append(number)
    taken: dict[int, list[Span]] = defaultdict(list)
    chosen: list[Fact] = []
    for number in sorted(range(len(found)), key=lambda n: (-given[n], n)):
        if given[number] < LEAST or len(chosen) == MOST:
            break
        gap = found[number]
        lacked = [n for n in same[gap.phrase] if given[n] >= SHARE * given[number]]
        missing = {found[n].lacking: found[n].anchor for n in lacked}
        told = (gap.phrase, *(twin for twin in gap.twins if twin.ref.document not in missing))
        if any(c.span.overlap(span) for c in told for span in taken[c.ref.document]):
            continue
        if len(told) > 1:
            for constituent in told:
                taken[constituent.ref.document].append(constituent.span)
            chosen.append(Fact(told, missing, given[number], gap))
    return chosen


def additions(found: Sequence[Extra], given: Sequence[float], left_out: Sequence[Fact]) -> list[Added]:
    """The surest extras first, one a sentence and none about words that stand in a fact; *given* are the probabilities of
    *found*."""
    taken: dict[SentenceRef, list[Span]] = defaultdict(list)
    for constituent in (c for fact in left_out for c in fact.told):
        taken[constituent.ref].append(constituent.span)
    used: set[SentenceRef] = set()
    chosen: list[Added] = []
    for number in sorted(range(len(found)), key=lambda n: (-given[n], n)):
        if len(chosen) == ADDED:
            break
        phrase = found[number].phrase
        if phrase.ref not in used and not any(phrase.span.overlap(span) for span in taken[phrase.ref]):
            used.add(phrase.ref)
            chosen.append(Added(found[number], given[number]))
    return chosen


def _difference(story: Story, fact: Fact, rank: int) -> Difference:
    places = tuple(sorted(place_in(story, c.ref, c.span) for c in fact.told))
    words = frozenset.union(*(c.stems for c in fact.told))
    return Difference(
        "statement",
        "absent",
        (Variant(" ".join(sorted(words)), places),),
        group=f"{places[0].document}:{places[0].sentence}:{places[0].span.start}",
        link=fact.probability,
        missing=tuple(sorted(fact.missing.items())),
        traits={"rank": rank / MOST, "tellers": fact.gap.traits["tellers"], "twin": fact.gap.traits["twin"]},
    )


def _addition(view: View, story: Story, added: Added, rank: int) -> Difference:
    """With the words beside which it would stand in the outlet whose sentence is aligned best: those of all would bury it."""
    extra = added.extra
    place = place_in(story, extra.phrase.ref, extra.phrase.span)
    there = counterpart(view, extra)
    return Difference(
        "detail",
        "alone",
        (Variant(" ".join(sorted(extra.phrase.stems)), (place,)),),
        group=f"{place.document}:{place.sentence}:{place.span.start}",
        link=added.probability,
        missing=places(view, extra),
        context=(place_in(story, there.ref, there.span),) if there else (),
        traits={"rank": rank / ADDED},
    )
