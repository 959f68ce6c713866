"""One outlet speaks of a part, another of the whole.

Two sentences that tell the same name the same thing; in one of them it is only "a part of", "half of" or "a section of" it.

Fires:
    A: The court struck out a part of the Harbour Act on Monday, to the relief of the fishermen.
    B: The court struck out the Harbour Act on Monday, to the relief of the fishermen.

Silent:
    A: The court struck out a part of the Harbour Act on Monday, to the relief of the fishermen.
    B: The court struck out parts of the Harbour Act on Monday, to the relief of the fishermen.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("SCP003", "part-or-whole", Category.SCOPE, Severity.WARNING, (("thing", "part"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show the part and the whole."""
    one, other = (told(story, v.places[0]) for v in difference.variants[:2])
    return Verdict(f"part or whole: {one}, {other}")
