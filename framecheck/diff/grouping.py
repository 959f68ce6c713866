"""Which differences tell of one fact: those that share a place, so that they become one n-way finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from framecheck.records.difference import Difference, Place


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
