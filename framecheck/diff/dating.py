"""A time that two outlets give for one event and a third, which tells the event, does not give anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from framecheck.diff.partners import partners
from framecheck.diff.places import place_in
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Document, Time

GIVEN = frozenset(("weekday", "date", "month"))  # a year is background too often


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Days, months and years shared by two aligned sentences that an aligned third outlet lacks."""
    story = alignment.story
    times = [_by_sentence(d) for d in story.documents]
    given = [{_core(t) for t in d.times} for d in story.documents]
    closest = partners(alignment)
    for pair in alignment.pairs:
        for a in times[pair.a.document].get(pair.a.sentence, []):
            for b in times[pair.b.document].get(pair.b.sentence, []):
                if _core(a) != _core(b):
                    continue
                told = (pair.a.document, pair.b.document)
                near = {**closest[pair.b], **closest[pair.a]}
                lacking = {i: near[i] for i in near if i not in told and _core(a) not in given[i]}
                if not lacking:
                    continue
                places = (place_in(story, pair.a, a.span), place_in(story, pair.b, b.span))
                yield Difference(
                    "time",
                    "absent",
                    (Variant(_core(a), places),),
                    group=f"{_core(a)}:{','.join(map(str, sorted(lacking)))}",
                    level=pair.level,
                    pair_score=pair.score,
                    missing=tuple((i, sentence) for i, (_, sentence) in sorted(lacking.items())),
                    traits={"anchor": max(score for score, _ in lacking.values()), "month": float(a.kind == "month")},
                )


def _by_sentence(document: Document) -> dict[int, list[Time]]:
    found: dict[int, list[Time]] = defaultdict(list)
    for time in document.times:
        if time.kind in GIVEN:
            found[time.sentence].append(time)
    return found


def _core(time: Time) -> str:
    """The time without the part of the day."""
    return time.value.split()[0]
