"""An act goes further in one outlet than in another: suspended or stopped, temporarily or completely.

Fires:
    Post: The ministry temporarily cut off water deliveries to the valley farms on Monday.
    Herald: The ministry has completely stopped water deliveries to the valley farms on Monday.

Silent:
    Post: The ministry temporarily cut off water deliveries to the valley farms on Monday.
    Herald: The ministry suspended water deliveries to the valley farms on Monday.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("SCP002", "act-degree", Category.SCOPE, Severity.WARNING, (("extent", "degree"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The act as each outlet puts it."""
    first, second = (told(story, v.places[0]) for v in difference.variants)
    return Verdict(f"the same act goes further in one outlet: {first}, {second}")
