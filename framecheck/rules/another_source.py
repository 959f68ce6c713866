"""Another source.

Fires:
    A: x
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("ATT002", "another-source", Category.ATTRIBUTION, Severity.WARNING, (("source", "another"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Another source."""
    told = [f"{story.documents[p.document].article.outlet} “{story.documents[p.document].words(p.span)}”" for v in difference.variants for p in v.places]
    return Verdict(" / ".join(told))
