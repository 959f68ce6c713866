"""How rules say whose words they show. Messages are neutral and stand alone."""

from __future__ import annotations

from framecheck.records.difference import Place
from framecheck.records.story import Story


def told(story: Story, place: Place) -> str:
    """``003: “disastrous meeting” (quoted)``: outlet, words, and whether they stand inside quotation marks."""
    document = story.documents[place.document]
    inside = any(q.marks.holds(place.span) for q in document.quotations)
    words = " ".join(document.words(place.span).split())
    return f"{document.article.outlet}: “{words}”{' (quoted)' if inside else ''}"
