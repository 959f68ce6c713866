"""Reporting verbs of unlike stance.

Fires:
    A: x
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("ATT004", "reporting-verb", Category.ATTRIBUTION_VERB, Severity.NOTE, (("source", "verb"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Reporting verbs of unlike stance."""
    told = [f"{story.documents[p.document].article.outlet} “{story.documents[p.document].words(p.span)}”" for v in difference.variants for p in v.places]
    return Verdict(" / ".join(told))
