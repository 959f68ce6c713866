"""One outlet says how many of a group, the other speaks of the group as a whole.

Fires:
    Post: The agency closed two of the three bridge lanes for four days in September, causing long queues.
    Herald: The bridge lanes were closed for four days in September, causing long queues in the town.

Silent:
    Post: The agency closed two of the three bridge lanes for four days in September, causing long queues.
    Herald: Two of the three bridge lanes were closed for four days in September, causing long queues.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("SCP004", "counted-part", Category.SCOPE, Severity.WARNING, (("extent", "part"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The part first."""
    part, whole = (told(story, v.places[0]) for v in difference.variants)
    return Verdict(f"a part in one outlet, the whole in the other: {part}, {whole}")
