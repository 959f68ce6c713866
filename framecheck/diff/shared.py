"""What two outlets both print in the same words is no difference between them.

Where an outlet took a sentence over (``Alignment.copies``), it says what the other says there, whatever else either says
in other sentences: only the words that were edited can differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Document
from framecheck.text import Span

_BESIDE = 1  # tokens beside an edit that it may concern: "is" before an added "not"


class Shared:
    """The copied sentences of a story: who has which of the other's words."""

    __slots__ = ("_copies", "_known")

    def __init__(self, alignment: Alignment, edited: Iterable[Difference] = ()) -> None:
        self._known: dict[tuple[str, SentenceRef], list[Span]] = defaultdict(list)
        self.know(edited)
        self._copies: dict[tuple[SentenceRef, int], tuple[SentenceRef, tuple[Span, ...]]] = {}
        for copy in alignment.copies:
            a, b = (alignment.story.documents[ref.document] for ref in (copy.a, copy.b))
            self._copies[copy.a, copy.b.document] = copy.b, tuple(_span(a, e[0], e[1]) for e in copy.edits)
            self._copies[copy.b, copy.a.document] = copy.a, tuple(_span(b, e[2], e[3]) for e in copy.edits)

    def differing(self, differences: Iterable[Difference]) -> Iterator[Difference]:
        """The differences without the places whose words the other outlets have too."""
        for difference in differences:
            found = self._differing(difference) if self._copies else difference
            if found is not None:
                yield found

    def _differing(self, difference: Difference) -> Difference | None:
        variants = difference.variants
        if self.knows(difference):
            return None
        lacking = tuple(
            m for m in difference.missing if not any(self._has(p, m[0]) for v in variants for p in v.places)
        )
        if len(variants) > 1:
            kept = [
                Variant(v.value, tuple(p for p in v.places if self._stands(p, variants[:i] + variants[i + 1 :])))
                for i, v in enumerate(variants)
            ]
            variants = tuple(v for v in kept if v.places)
            if len(variants) < 2:
                return None
        elif difference.missing and not lacking:
            return None
        return replace(difference, variants=variants, missing=lacking)

    def know(self, differences: Iterable[Difference]) -> None:
        """Keep in mind what was told of copied sentences."""
        for difference in differences:
            for place in (p for v in difference.variants for p in v.places):
                self._known[difference.kind, _ref(place)].append(place.span)

    def knows(self, difference: Difference) -> bool:
        """Whether another difference of the same kind points at all the same words."""
        return all(
            any(place.span.overlap(span) for span in self._known.get((difference.kind, _ref(place)), ()))
            for variant in difference.variants
            for place in variant.places
        )

    def _stands(self, place: Place, others: Iterable[Variant]) -> bool:
        """Whether some outlet tells it otherwise, or the variant stands against none of another outlet."""
        rivals = [p for v in others for p in v.places if p.document != place.document]
        return not rivals or any(self._unlike(place, rival) for rival in rivals)

    def _unlike(self, place: Place, rival: Place) -> bool:
        if self._answers(place, rival):
            return self._edited(place, rival.document) or self._edited(rival, place.document)
        return not (self._has(place, rival.document) or self._has(rival, place.document))

    def _answers(self, place: Place, rival: Place) -> bool:
        """Whether the two stand in a sentence and its copy."""
        found = self._copies.get((_ref(place), rival.document))
        return found is not None and found[0] == _ref(rival)

    def _has(self, place: Place, document: int) -> bool:
        """Whether *document* has the sentence with these words unchanged."""
        return (_ref(place), document) in self._copies and not self._edited(place, document)

    def _edited(self, place: Place, document: int) -> bool:
        edits = self._copies[_ref(place), document][1]
        return any(e.overlap(place.span) for e in edits)


def _ref(place: Place) -> SentenceRef:
    return SentenceRef(place.document, place.sentence)


def _span(document: Document, first: int, last: int) -> Span:
    """The tokens *first* to *last* (half-open) and those beside them."""
    tokens = document.tokens
    low, high = max(first - _BESIDE, 0), min(last + _BESIDE, len(tokens))
    return Span(tokens[low].start, tokens[high - 1].end)
