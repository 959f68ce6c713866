"""Two outlets quantify the same group differently: some, several, many, most, all or a number.

Fires:
    Post: Several coastal states are questioning the new fishing quota agreed on in Lisbon.
    Herald: Many coastal states are questioning the new fishing quota agreed on in Lisbon.

Silent:
    Post: Several coastal states are questioning the new fishing quota agreed on in Lisbon.
    Herald: The new fishing quota agreed on in Lisbon is questioned by several coastal states.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "SCP001", "group-size", Category.SCOPE, Severity.WARNING, (("extent", "quantified"), ("extent", "narrowed"))
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The groups as each outlet puts them."""
    first, second = (told(story, v.places[0]) for v in difference.variants)
    return Verdict(f"the same group, wider or narrower: {first}, {second}")
