"""What each outlet calls a referent: the view that the comparators of referents share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from framecheck.facts.gazetteer import role
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Place, Variant
from framecheck.records.document import Mention, Naming
from framecheck.records.story import Entity, Story

Calls = dict[int, list[Mention]]


@dataclass(frozen=True, slots=True)
class Called:
    """An entity with its mentions by document."""

    entity: Entity
    by_document: Calls

    def sentences(self) -> set[SentenceRef]:
        """Where it is mentioned."""
        return {SentenceRef(d, m.sentence) for d, mentions in self.by_document.items() for m in mentions}


def callings(story: Story, kinds: Iterable[str] = ("person",)) -> Iterator[Called]:
    """Every entity of these kinds that more than one outlet mentions."""
    wanted = set(kinds)
    for entity in story.entities:
        found: Calls = defaultdict(list)
        for ref in entity.mentions:
            found[ref.document].append(story.mention(ref))
        if entity.kind in wanted and len(found) > 1:
            yield Called(entity, dict(found))


def place(story: Story, document: int, mention: Mention) -> Place:
    """A mention as words to show, in its sentence."""
    sentence = story.documents[document].sentences[mention.sentence]
    return Place(document, mention.sentence, mention.span, sentence.span)


def variant(story: Story, value: str, found: Iterable[tuple[int, Mention]]) -> Variant:
    """One way of calling, with all its places in order."""
    return Variant(value, tuple(sorted(place(story, document, mention) for document, mention in found)))


def meaning(mention: Mention) -> str:
    """What a mention says somebody is: the class of its role noun, "" for a bare or courtesy name."""
    return mention.roles[0] if mention.roles and mention.kind == "person" else ""


def office(mention: Mention) -> bool:
    """Whether the role is one that a single person holds at a time."""
    found = role(meaning(mention)) if meaning(mention) else None
    return found is not None and found.kind == "office"


def kin(mention: Mention) -> bool:
    """Whether the role is that of somebody's relative."""
    found = role(meaning(mention)) if meaning(mention) else None
    return found is not None and found.kind == "kin"


def at(alignment: Alignment, ref: SentenceRef, naming: Iterable[Naming] = ()) -> list[Mention]:
    """The mentions in one sentence, of these kinds of naming if any are given."""
    wanted = set(naming)
    mentions = alignment.story.documents[ref.document].mentions
    return [m for m in mentions if m.sentence == ref.sentence and (not wanted or m.naming in wanted)]
