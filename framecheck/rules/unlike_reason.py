"""Two outlets give unlike reasons for the same act, or one of them gives none.

A reason is a phrase or clause under the verb that opens with "because", "due to", "over", "for" with a verb, and so on;
"after" and "amid" only place the act in time, which is a weaker claim.

Fires:
    A: The council dismissed the harbour master on Friday for violating safety rules.
    B: The council dismissed the harbour master on Friday.

Silent:
    A: The council dismissed the harbour master on Friday because of the report.
    B: The council dismissed the harbour master on Friday because of the audit report.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "AGY003",
    "unlike-reason",
    Category.CAUSATION,
    Severity.WARNING,
    (("agency", "cause-absent"), ("agency", "cause-other")),
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Outside quotations."""
    if difference.quoted:
        return None
    first, second = (v.places[0] for v in difference.variants)
    how = "no reason beside a reason" if "absent" in difference.relation else "unlike reasons"
    return Verdict(f"{how}: {told(story, first)}, {told(story, second)}")
