"""One outlet says who used force, the other leaves the agent out.

The same act of force against the same person or thing ("was shot", "were evicted") stands in the passive without an agent in
one outlet and with its agent, a person or body, in the other. Other acts are left alone: that the police made an arrest or a
court passed a sentence goes without saying. An outlet that names the agent of another such act in its article hides nobody.

Fires:
    A: Officers shot the fisherman Ole Dahl near the ferry gate on Monday night.
    B: The fisherman Ole Dahl was shot near the ferry gate on Monday night.

Silent:
    A: The fisherman Ole Dahl was shot by officers near the ferry gate on Monday night.
    B: Officers shot the fisherman Ole Dahl near the ferry gate on Monday night.

    A: Officers arrested the fisherman Ole Dahl near the ferry gate on Monday night.
    B: The fisherman Ole Dahl was arrested near the ferry gate on Monday night.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("AGY001", "hidden-agent", Category.AGENCY, Severity.WARNING, (("agency", "hidden"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Outside quotations, where choosing the passive is the outlet's."""
    if difference.quoted:
        return None
    hidden, named = (v.places[0] for v in difference.variants)
    return Verdict(f"agent left out: {told(story, hidden)}, {told(story, named)}")
