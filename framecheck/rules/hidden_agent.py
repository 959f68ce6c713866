"""One outlet says who did it, the other leaves the agent out.

The same act on the same thing or person stands in the passive without an agent ("the lanes were closed") in one outlet,
and with its agent as subject ("the administration closed the lanes") in the other.

Fires:
    A: The harbour office closed the northern ferry lanes on Monday without notice.
    B: The northern ferry lanes were closed on Monday without notice.

Silent:
    A: The northern ferry lanes were closed by the harbour office on Monday without notice.
    B: The harbour office closed the northern ferry lanes on Monday without notice.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("AGY001", "hidden-agent", Category.AGENCY, Severity.NOTE, (("agency", "hidden"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Outside quotations, where choosing the passive is the outlet's."""
    if difference.quoted:
        return None
    hidden, named = (v.places[0] for v in difference.variants)
    return Verdict(f"agent left out: {told(story, hidden)}, {told(story, named)}")
