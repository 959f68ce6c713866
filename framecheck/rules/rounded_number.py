"""One outlet rounds a number that the other gives exactly.

Fires:
    Post: The council spent $43,350 on a bronze statue for the park, records show.
    Herald: The council spent $43,000 on a bronze statue for the park, records show.

Silent:
    Post: The council spent $43,350 on a bronze statue for the park, records show.
    Herald: The council spent $43,350 on a bronze statue for the park, records show.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NUM002", "rounded-number", Category.COUNT, Severity.NOTE, (("quantity", "rounded"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The exact number and the rounded one."""
    first, second = (told(story, v.places[0]) for v in difference.variants)
    return Verdict(f"the same number, more or less exact: {first}, {second}")
