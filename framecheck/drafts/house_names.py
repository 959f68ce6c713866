"""Names in the draft that the house writes in another form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framecheck.diff.places import place_in
from framecheck.drafts.unsupported import KIND
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Difference, Place, Variant
from framecheck.text import Span


def house_names(alignment: Alignment, draft: int) -> Iterator[Difference]:
    """One difference for each other form of a name in *draft*, with all its places; ``detail`` is the house's form."""
    story = alignment.story
    document = story.documents[draft]
    for canonical, others in story.house.names:
        for other in others:
            form = re.compile(rf"\b{re.escape(canonical)}\b|(?P<other>\b{re.escape(other)}\b)")
            places: list[Place] = []
            for sentence in document.sentences:
                for match in form.finditer(document.article.plain, sentence.span.start, sentence.span.end):
                    if match["other"]:
                        ref = SentenceRef(draft, sentence.index)
                        places.append(place_in(story, ref, Span(match.start(), match.end())))
            if places:
                # like a fact without support it stands in the draft alone
                yield Difference(
                    KIND, "house-name", (Variant(other, tuple(places)),), f"house {canonical} {other}", detail=canonical
                )
