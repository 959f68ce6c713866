"""One thing is described by words that exclude one another.

Two sentences that tell the same put opposite adjectives before the same noun: an older and a younger sister, a northern and
a southern border. Sentences that use both words contrast two things and stay silent.

Fires:
    A: The governor's older sister, Ruth Hale, criticised the bridge plan on Monday.
    B: Ruth Hale, the governor's younger sister, criticised the bridge plan on Monday.

Silent:
    A: The governor's older sister criticised the bridge plan and his younger sister praised it on Monday.
    B: The governor's younger sister praised the bridge plan on Monday and his older sister criticised it.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("POL002", "opposite-modifier", Category.POLARITY, Severity.ERROR, (("thing", "opposite"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show both descriptions."""
    one, other = (told(story, v.places[0]) for v in difference.variants[:2])
    return Verdict(f"opposite descriptions: {one}, {other}")
