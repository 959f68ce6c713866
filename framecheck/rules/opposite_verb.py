"""Two outlets use opposite verbs for one act: "the council rejected the plan" and "the council approved the plan".

Doer and undergoer must be the same as far as the sentences show. An error where they are and the sentences make the same
statement, a warning otherwise. Quotations are compared as quotations.

Fires:
    A: The council rejected the plan for a new bridge on Tuesday.
    B: The council approved the plan for a new bridge on Tuesday.

Silent:
    A: The council rejected the plan for a new bridge on Tuesday.
    B: The council turned down the plan for a new bridge on Tuesday.

    A: The council approved the plan for a new bridge on Tuesday.
    B: The governor rejected the plan for a new bridge on Tuesday.
"""

from __future__ import annotations

from framecheck.records.alignment import Level
from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("POL003", "opposite-verb", Category.POLARITY, Severity.ERROR, (("verb", "opposite"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show both verbs unless both stand in quotations."""
    if difference.quoted:
        return None
    one, other = (v.places[0] for v in difference.variants)
    sure = difference.level is Level.EQUIVALENT and difference.traits["roles"] == 1.0
    return Verdict(f"opposite verbs: {told(story, one)}, {told(story, other)}", None if sure else Severity.WARNING)
