"""What each outlet calls a referent: the view that the comparators of referents share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from framecheck.diff.places import place_in
from framecheck.facts.gazetteer import role
from framecheck.records.alignment import SentenceRef
from framecheck.records.difference import Place, Variant
from framecheck.records.document import Mention
from framecheck.records.story import Entity, MentionRef, Story

Calls = dict[int, list[Mention]]


@dataclass(frozen=True, slots=True)
class Called:
    """An entity with its mentions by document and the sentences that they stand in."""

    entity: Entity
    by_document: Calls
    sentences: frozenset[SentenceRef]


def callings(story: Story, kinds: Iterable[str] = ("person",)) -> Iterator[Called]:
    """Every entity of these kinds that more than one outlet mentions."""
    wanted = set(kinds)
    for entity in story.entities:
        if entity.kind not in wanted:
            continue
        found: Calls = defaultdict(list)
        for ref in entity.mentions:
            found[ref.document].append(story.mention(ref))
        if len(found) > 1:
            where = frozenset(SentenceRef(d, m.sentence) for d, mentions in found.items() for m in mentions)
            yield Called(entity, dict(found), where)


def place(story: Story, document: int, mention: Mention) -> Place:
    """A mention as words to show, in its sentence."""
    return place_in(story, SentenceRef(document, mention.sentence), mention.span)


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


def by_sentence(story: Story) -> dict[SentenceRef, list[tuple[MentionRef, Mention]]]:
    """The mentions of every sentence, in order."""
    found: dict[SentenceRef, list[tuple[MentionRef, Mention]]] = defaultdict(list)
    for number, document in enumerate(story.documents):
        for index, mention in enumerate(document.mentions):
            found[SentenceRef(number, mention.sentence)].append((MentionRef(number, index), mention))
    return found
