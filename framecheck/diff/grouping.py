"""Which differences tell of one fact: those that share a place, so that they become one n-way finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from framecheck.records.difference import Difference, Place, Variant


def connected(differences: Iterable[Difference]) -> Iterator[Difference]:
    """The same differences; all that share a place, directly or by way of others, get one ``group``, their first place."""
    found = list(differences)
    parent: dict[Place, Place] = {}

    def root(place: Place) -> Place:
        parent.setdefault(place, place)
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for difference in found:
        first, *others = (place for variant in difference.variants for place in variant.places)
        for other in others:
            low, high = sorted((root(first), root(other)))
            parent[high] = low
    for difference in found:
        top = root(difference.variants[0].places[0])
        yield replace(difference, group=f"{top.document}:{top.span.start}")


def overlapping(differences: Iterable[Difference]) -> Iterator[Difference]:
    """The same differences, n-way: places of one document that share over half of the shorter one become the widest of
    them, and differences that then share a place get one ``group``.

    For stretches of one utterance, which every pair of outlets cuts a little differently; facts of other kinds that
    overlap are not one fact.
    """
    found = list(differences)
    widest: dict[Place, Place] = {}
    kept: list[Place] = []
    places = {place for d in found for v in d.variants for place in v.places}
    for place in sorted(places, key=lambda p: (p.span.start - p.span.end, p)):
        covering = (k for k in kept if k.document == place.document and _mostly(place, k))
        widest[place] = next(covering, place)
        if widest[place] is place:
            kept.append(place)
    values = {widest[place]: v.value for d in found for v in d.variants for place in v.places if widest[place] is place}
    for number, difference in enumerate(found):
        variants = tuple(
            Variant(values[widest[v.places[0]]], tuple(dict.fromkeys(widest[p] for p in v.places)))
            for v in difference.variants
        )
        found[number] = replace(difference, variants=variants)
    yield from connected(found)


def _mostly(place: Place, wider: Place) -> bool:
    return place.span.overlap(wider.span) * 2 > place.span.end - place.span.start
