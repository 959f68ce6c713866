"""The same words are "said" in one outlet and "admitted", "claimed", "revealed" or "denied" in another.

A reporting verb can take sides: "admitted" makes the words a confession, "claimed" casts doubt, "warned" makes them a
threat. Verbs of one stance ("said", "told", "added") are never told apart.

Fires:
    A: The minister admitted on Monday that the old ferry had no life jackets on board.
    B: The minister said on Monday that the old ferry had no life jackets on board.

Silent:
    A: The minister told reporters on Monday that the old ferry had no life jackets on board.
    B: The minister said on Monday that the old ferry had no life jackets on board.

    A: The minister admitted on Monday that the old ferry had no life jackets on board.
    B: The captain said on Friday that winter storms would delay every train in the north.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("ATT001", "reporting-verb", Category.ATTRIBUTION_VERB, Severity.NOTE, (("source", "verb"),))
_STRONG = frozenset({"admission", "assertion", "denial"})  # they say something about the truth of the words


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Verb beside verb; a warning where one of them judges the truth of what was said."""
    first, second = (v.places[0] for v in difference.variants[:2])
    a, b = story.documents[first.document], story.documents[second.document]
    strong = any(stance in _STRONG for stance in difference.detail.split("/"))
    return Verdict(
        f"{a.article.outlet}: “{a.words(first.span)}”; {b.article.outlet}: “{b.words(second.span)}” for the same words",
        Severity.WARNING if strong else None,
    )
