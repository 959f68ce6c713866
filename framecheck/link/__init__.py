"""Link: one entity table for the story, and who retells whom."""

from __future__ import annotations

from framecheck.link.entities import entities
from framecheck.link.lineage import lineages
from framecheck.records.document import Document
from framecheck.records.story import Story


def link(story_id: str, documents: tuple[Document, ...]) -> Story:
    """The documents as one story, with entities and lineage."""
    return Story(story_id, documents, entities(documents), lineages(documents))
