"""Two outlets use opposite words for the same thing: "older sister" and "younger sister".

Adjectives must describe the same noun; verbs must have the same participants. Quotations are compared as quotations.

Fires:
    A: The older brother of the mayor, Paul Wren, bought the harbour hotel in June.
    B: Paul Wren, the younger brother of the mayor, bought the harbour hotel in June.

    A: The council rejected the plan for a new bridge on Tuesday.
    B: The council approved the plan for a new bridge on Tuesday.

Silent:
    A: The older brother of the mayor bought the harbour hotel in June.
    B: The brother of the mayor and a younger man bought the harbour hotel in June.

    A: The council rejected the plan for a new bridge on Tuesday.
    B: The council turned down the plan for a new bridge on Tuesday.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "POL002",
    "opposite-word",
    Category.POLARITY,
    Severity.ERROR,
    (("opposites", "adjective"), ("opposites", "predicate")),
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show both words unless both stand in quotations."""
    if difference.quoted:
        return None
    one, other = (v.places[0] for v in difference.variants)
    return Verdict(f"opposite words: {told(story, one)}, {told(story, other)}")
