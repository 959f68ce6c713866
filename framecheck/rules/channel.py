"""Channel.

Fires:
    A: x
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("ATT005", "channel", Category.ATTRIBUTION, Severity.NOTE, (("source", "channel"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Channel."""
    told = [f"{story.documents[p.document].article.outlet} “{story.documents[p.document].words(p.span)}”" for v in difference.variants for p in v.places]
    return Verdict(" / ".join(told))
