"""Two outlets put the same event on different days.

An error where both sentences make the same statement and agree on the rest, a warning otherwise.

Fires:
    Post: The minister apologised on Saturday for a message that mocked the striking nurses.
    Herald: The minister on Friday apologised for a message that mocked the striking nurses.

Silent:
    Post: The minister apologised on Saturday for a message that mocked the striking nurses.
    Herald: The minister on Saturday apologised for a message that mocked the striking nurses.

    Post: The minister apologised on Saturday for the message, which an aide had sent on Friday.
    Herald: The minister apologised for the message, which was sent on Friday by an aide.
"""

from __future__ import annotations

from framecheck.records.alignment import Level
from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("TIM001", "day-mismatch", Category.DATE_TIME, Severity.WARNING, (("time", "different"),))
SURE = 0.6  # link from which the days exclude one another


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The two days, and who gives which."""
    first, second = (told(story, v.places[0]) for v in difference.variants)
    sure = difference.level is Level.EQUIVALENT and difference.link >= SURE
    return Verdict(f"different days for the same event: {first}, {second}", Severity.ERROR if sure else None)
