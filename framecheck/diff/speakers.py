"""Whether two attributions name the same source."""

from __future__ import annotations

from framecheck.diff.told import Told
from framecheck.records.document import Attribution, Mention
from framecheck.records.story import MentionRef, Story
from framecheck.text import Span

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "jr.", "sr."})


def different_names(a: str, b: str) -> bool:
    """Whether two folded proper names cannot be one: both given, and no word of one's is the other's family name."""
    first, second = _parts(a), _parts(b)
    if not first or not second:
        return False
    return first[-1] not in second and second[-1] not in first and not _initials(first, second)


def _parts(name: str) -> list[str]:
    words = [w.strip(".,").lower() for w in name.split("(")[0].split()]
    return [w for w in words if w and w not in _SUFFIXES]


def _initials(a: list[str], b: list[str]) -> bool:
    """ "NSC" and "National Security Council"."""
    return any(
        len(x) == 1 and x[0].replace(".", "") == "".join(w[0] for w in y if w != "of") for x, y in ((a, b), (b, a))
    )


def compatible(a: Attribution | None, b: Attribution | None) -> bool:
    """Whether two stretches can be one source's words: nothing says that the names differ."""
    if a is None or b is None:
        return True
    return not different_names(a.source_name, b.source_name)


def same(a: Attribution | None, b: Attribution | None) -> bool:
    """Whether both name the same source."""
    return bool(a and b and a.source_name and b.source_name and not different_names(a.source_name, b.source_name))


class Speakers:
    """Who the sources of a story are: the mention that opens each, and the entity that it belongs to."""

    __slots__ = ("_entities", "_story")

    def __init__(self, story: Story) -> None:
        self._story = story
        self._entities = {ref: entity.id for entity in story.entities if entity.name for ref in entity.mentions}

    def one(self, a: Told, b: Told) -> bool | None:
        """Whether both sources are one named person or body; ``None`` where that is not known."""
        names = a.attribution.source_name, b.attribution.source_name
        if all(names):
            return not different_names(*names)
        known = self._entity(a), self._entity(b)
        return None if None in known else known[0] == known[1]

    def person(self, told: Told) -> bool:
        """Whether the source is one person or body, not several, and not a paper."""
        found, source = self._mention(told), told.attribution.source
        if found is None or source is None:
            return False
        document = self._story.documents[told.ref.document]
        inside = [
            t
            for t in document.tokens_of(document.sentences[told.attribution.sentence])
            if source.overlap(Span(t.start, t.end))
        ]
        several = any(t.tag in ("NNS", "NNPS") and t.stem == told.attribution.source_head for t in inside)
        return found[1].kind in ("person", "body") and not several

    def _entity(self, told: Told) -> int | None:
        found = self._mention(told)
        return found and self._entities.get(MentionRef(told.ref.document, found[0]))

    def _mention(self, told: Told) -> tuple[int, Mention] | None:
        """Number and mention that the source is or opens with: "the lawyer" of "the lawyer of the board"."""
        source = told.attribution.source
        mentions = self._story.documents[told.ref.document].mentions
        inside = ((i, m) for i, m in enumerate(mentions) if source and source.overlap(m.span))
        return min(inside, key=lambda row: (row[1].span.start, -row[1].span.end), default=None)
