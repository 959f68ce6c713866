"""One outlet says how many of a group, the other speaks of the group as a whole.

Fires:
    Post: The operator shut two of the three ferry piers during the March storms, and queues grew long.
    Herald: The ferry piers were shut during the March storms, and queues grew long in the town.

Silent:
    Post: The operator shut two of the three ferry piers during the March storms, and queues grew long.
    Herald: Two of the three ferry piers were shut during the March storms, and queues grew long.
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
