"""One story: the documents that tell it, who is who in them, and where they got it from."""

from __future__ import annotations

from dataclasses import dataclass

from framecheck.records.document import Document, Mention
from framecheck.records.house import House


@dataclass(frozen=True, slots=True, order=True)
class MentionRef:
    """A mention of the story: ``document`` indexes ``Story.documents``, ``mention`` that document's mentions."""

    document: int
    mention: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One referent across the outlets. ``name`` is the fullest name anyone uses, ``""`` if nobody names it; ``links``
    says why mentions were joined ("name", "acronym", "role", "label"), parallel to ``mentions``."""

    id: int
    name: str
    kind: str
    mentions: tuple[MentionRef, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Outlets that retell one original: ``original`` is its name as credited ("POLITICO"), ``documents`` who credit it
    or copy it, ``evidence`` the words that say so."""

    original: str
    documents: tuple[int, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The documents of one story with one entity table."""

    id: str
    documents: tuple[Document, ...]
    entities: tuple[Entity, ...] = ()
    lineages: tuple[Lineage, ...] = ()

    @property
    def house(self) -> House:
        """The style that the documents are read in."""
        return self.documents[0].house if self.documents else House()

    def mention(self, ref: MentionRef) -> Mention:
        """The mention that *ref* points at."""
        return self.documents[ref.document].mentions[ref.mention]
