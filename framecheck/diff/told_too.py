"""Whether an outlet also says what another is set against it for: then the two do not differ.

Linked facts are compared sentence by sentence, but an article may give the other wording, time or reason a sentence later.
A difference falls where one outlet has the other's very words about the same thing: the words in a row, by their stems, and,
if they are few, much the same words around them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from framecheck.diff.context import is_content, likeness, rarity, surroundings
from framecheck.records.difference import Difference, Place
from framecheck.records.document import Document
from framecheck.records.story import Story
from framecheck.text import Span

LONG = 4  # content words that say the same wherever they stand
ALIKE = 0.4  # how alike what stands around fewer words must be
_CHOICES = frozenset(("agency", "commitment", "extent", "time"))  # kinds of which an outlet that has both has no other
_MARKED = frozenset(
    ("source", "tone")
)  # an outlet that has the marked word uses it, however often it has the plain one too
_CONFLICTS = frozenset(("different", "negated"))  # an outlet that says both contradicts the other, and itself
_NARROWING = {  # by the kind of word a phrase begins with, what before it makes it another one: "nuclear tests", "may fall"
    "NN": ("NN", "JJ", "CD", "HYPH", "VBN"),
    "JJ": ("NN", "JJ", "CD", "HYPH", "RB"),
    "VB": ("MD", "TO", "RB", "VB"),
}


def silenced(sayings: Sayings, differences: Iterable[Difference]) -> Iterator[Difference]:
    """Those *differences* that are left when what the other outlet says too is taken out."""
    for difference in differences:
        if len(difference.variants) != 2 or not _moot(difference, sayings):
            yield difference


def _moot(difference: Difference, sayings: Sayings) -> bool:
    """Where both outlets say both, always; else by what is compared, where one does."""
    first, second = (variant.places for variant in difference.variants)
    forth, back = sayings.cover(first, second), sayings.cover(second, first)
    if difference.kind in _MARKED:
        return forth
    if difference.relation == "cause-absent":
        return back  # the reason, which stands beside the bare act
    either = difference.kind in _CHOICES and difference.relation not in _CONFLICTS
    return (forth or back) if either else (forth and back)


class Sayings:
    """The words of a story by document, to be asked whether a document has those of a place in another one."""

    __slots__ = ("_at", "_rare", "_story")

    def __init__(self, story: Story) -> None:
        self._story = story
        self._rare = rarity(story)
        self._at: list[dict[str, list[int]]] = []
        for document in story.documents:
            at: dict[str, list[int]] = defaultdict(list)
            for i, token in enumerate(document.tokens):
                at[token.stem].append(i)
            self._at.append(dict(at))

    def cover(self, told: Sequence[Place], there: Sequence[Place]) -> bool:
        """Whether the documents of *there* say the words of all places in *told* too, beside the words that they are
        compared for."""
        return all(self._says(other, place) for place in told for other in there)

    def _says(self, other: Place, place: Place) -> bool:
        document = self._story.documents[other.document]
        stems, weight = self._stems(place)
        own, _ = self._stems(other)
        compared = {i for first in self._runs(other.document, own) for i in range(first, first + len(own))}
        hits = [
            first
            for first in self._runs(other.document, stems)
            if compared.isdisjoint(range(first, first + len(stems))) and not _narrowed(document, first)
        ]
        if not hits or weight >= LONG:
            return bool(hits)
        around = self._around(place.document, place.span)
        spans = (Span(document.tokens[i].start, document.tokens[i + len(stems) - 1].end) for i in hits)
        return any(likeness(around, self._around(other.document, span), self._rare) >= ALIKE for span in spans)

    def _stems(self, place: Place) -> tuple[list[str], int]:
        """The stems of the words at *place*, and how many of them carry meaning."""
        tokens = self._story.documents[place.document].tokens
        first = bisect_left(tokens, place.span.start, key=lambda t: t.start)
        last = bisect_left(tokens, place.span.end, lo=first, key=lambda t: t.start)
        return [t.stem for t in tokens[first:last]], sum(map(is_content, tokens[first:last]))

    def _runs(self, document: int, stems: Sequence[str]) -> Iterator[int]:
        """Where *stems* stand in a row."""
        tokens = self._story.documents[document].tokens
        for first in self._at[document].get(stems[0], ()) if stems else ():
            if [t.stem for t in tokens[first : first + len(stems)]] == stems:
                yield first

    def _around(self, number: int, span: Span) -> dict[str, float]:
        document = self._story.documents[number]
        index = bisect_left(document.sentences, span.end, key=lambda s: s.span.end)
        return surroundings(document, document.sentences[min(index, len(document.sentences) - 1)], span)


def _narrowed(document: Document, first: int) -> bool:
    """Whether the word before the token at *first* makes its phrase another one."""
    if first == 0:
        return False
    before, token = document.tokens[first - 1], document.tokens[first]
    return before.tag.startswith(_NARROWING.get(token.tag[:2], ("\0",)))
