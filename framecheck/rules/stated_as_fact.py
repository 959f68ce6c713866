"""Sourced in one outlet, stated as fact in another.

Fires:
    A: x
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("ATT001", "stated-as-fact", Category.ATTRIBUTION, Severity.WARNING, (("source", "stated"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Sourced in one outlet, stated as fact in another."""
    told = [f"{story.documents[p.document].article.outlet} “{story.documents[p.document].words(p.span)}”" for v in difference.variants for p in v.places]
    return Verdict(" / ".join(told))
