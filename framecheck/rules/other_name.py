"""A sentence that two outlets print almost word for word has another name in each.

Fires:
    A: The council wants to sell the old harbour crane to Marlow Shipping before the summer.
    B: The council wants to sell the old harbour crane to Weston Shipping before the summer.

Silent:
    A: The council wants to sell the old harbour crane to Marlow Shipping before the summer.
    B: The council wants to sell the old harbour crane to Marlow Shipping before summer.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NAM008", "other-name", Category.NAMING, Severity.WARNING, (("referent", "other-name"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Both names."""
    one, other = (told(story, v.places[0]) for v in difference.variants[:2])
    return Verdict(f"another name in the same sentence: {one}, {other}")
