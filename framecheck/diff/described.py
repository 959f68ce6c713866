"""One person, introduced with different particulars: party and office here, trade and age there."""

from __future__ import annotations

from collections.abc import Iterator

from framecheck.diff.calling import Called, callings, variant
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference
from framecheck.records.document import Mention, Naming

FEWEST = 2  # particulars that not all outlets give


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Every person of whom two outlets each tell something in the naming that another does not."""
    for called in callings(alignment.story):
        if called.entity.name:
            yield from _described(alignment, called)


def _described(alignment: Alignment, called: Called) -> Iterator[Difference]:
    story = alignment.story
    told = {
        document: {index: words for index, m in enumerate(mentions) if (words := _particulars(m, called.entity.name))}
        for document, mentions in called.by_document.items()
    }
    everything = [frozenset(word for words in found.values() for word in words) for found in told.values()]
    common = frozenset.intersection(*everything)
    own = [words - common for words in everything]
    differing = frozenset(word for words in own for word in words)
    if len(differing) < FEWEST or sum(map(bool, own)) < 2:
        return
    forms: dict[str, list[tuple[int, Mention]]] = {}
    for document, found in told.items():
        for index, particulars in found.items():
            if particulars - common:
                mention = called.by_document[document][index]
                value = story.documents[document].words(mention.span).lower()
                forms.setdefault(value, []).append((document, mention))
    if len(forms) < 2:  # two outlets tell the same, in the same words, and a third nothing
        return
    yield Difference(
        "referent",
        "described",
        tuple(variant(story, value, mentions) for value, mentions in forms.items()),
        f"described {called.entity.id}",
        evidence=(called.entity.name,),
        traits={
            "coloured": 0.0,
            "particulars": min(1.0, len(differing) / 8),
            "everyone": len(told) / len(story.documents),
        },
        detail=called.entity.name,
    )


def _particulars(mention: Mention, name: str) -> frozenset[str]:
    """What the words of a naming say beyond the name."""
    if mention.naming is Naming.PRONOUN:
        return frozenset()
    return frozenset((*mention.roles, *mention.modifiers)) - frozenset(name.lower().split())
