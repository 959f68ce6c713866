"""A source is named in one outlet and unnamed in another, which never names it.

Fires:
    A: Ida Holm said on Monday that the old ferry had no life jackets on board.
    B: A former ferry captain said on Monday that the old ferry had no life jackets on board.

Silent:
    A: Ida Holm said on Monday that the old ferry had no life jackets on board.
    B: The captain said on Monday that the old ferry had no life jackets on board. Holm had been at sea for years.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("ATT002", "unnamed-source", Category.ATTRIBUTION, Severity.WARNING, (("source", "unnamed"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Who is named, and what stands in for the name."""
    unnamed, named = (v.places[0] for v in difference.variants[:2])
    a, b = story.documents[named.document], story.documents[unnamed.document]
    return Verdict(f"{a.article.outlet} names {a.words(named.span)}; {b.article.outlet} has “{b.words(unnamed.span)}”")
