"""Words as places to show."""

from __future__ import annotations

from framecheck.records.alignment import SentenceRef
from framecheck.records.difference import Place
from framecheck.records.story import Story
from framecheck.text import Span


def place_in(story: Story, ref: SentenceRef, span: Span) -> Place:
    """Words of a sentence as words to show, in that sentence."""
    return Place(ref.document, ref.sentence, span, story.documents[ref.document].sentences[ref.sentence].span)
