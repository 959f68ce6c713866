"""One outlet dates an event more loosely than another.

Fires:
    Post: The court struck down the tax law earlier this year, and the cities asked for refunds.
    Herald: The court struck down the tax law in June, and the cities asked for refunds.

Silent:
    Post: The court struck down the tax law in June, and the cities asked for refunds.
    Herald: The court struck down the tax law in June, and refunds were asked for by the cities.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("TIM002", "vaguer-time", Category.DATE_TIME, Severity.NOTE, (("time", "vaguer"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The two datings."""
    first, second = (told(story, v.places[0]) for v in difference.variants)
    return Verdict(f"the same event, dated more or less exactly: {first}, {second}")
