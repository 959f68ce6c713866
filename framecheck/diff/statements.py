"""Facts that outlets share and another lacks: those gaps that a fitted model holds worth an editor's time.

Which of the many things that one article leaves out matters is nothing that a short rule could say; the model
(``framecheck/data/omissions.json``, made by ``python -m framecheck.train.omissions``) weighs how alike the others tell it, how
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
from framecheck.diff.constituents import Constituent
from framecheck.diff.places import place_in
from framecheck.diff.untold import Gap, gaps
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference, Variant
from framecheck.records.story import Story
from framecheck.text import Span

LEAST = 0.3  # probability from which a gap is put to the rule
MOST = 6  # facts a story: of those further down few are right
SHARE = 0.6  # of the surest gap of a phrase: other outlets that lack it are named too


@dataclass(frozen=True, slots=True)
class Fact:
    """Words of several outlets that tell one fact, the outlets that lack it (document to anchor sentence), and the
    probability that an editor would note it."""

    told: tuple[Constituent, ...]
    missing: dict[int, int]
    probability: float
    gap: Gap


@cache
def load() -> Logistic:
    """The shipped model."""
    return Logistic.read(json.loads(files("framecheck").joinpath("data", "omissions.json").read_text("utf-8")))


def compare(alignment: Alignment, model: Logistic | None = None) -> Iterator[Difference]:
    """Facts that two or more outlets tell and at least one lacks. *model* stands in for the shipped weights, so that
    figures can be taken with weights that never saw a story."""
    found = list(gaps(alignment))
    for rank, fact in enumerate(facts(found, probabilities(found, model or load()))):
        yield _difference(alignment.story, fact, rank)


def probabilities(found: Sequence[Gap], model: Logistic) -> list[float]:
    """What *model* gives each gap."""
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
