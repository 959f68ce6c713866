"""A number in the draft stands in no wire.

The draft gives a number that no wire has anywhere: neither as the same figure, nor rounded, bounded or in other units. It
need not be wrong; it has no support. ``framecheck check`` only.

Fires:
    draft: Police counted 1,450 marchers on the main square on Saturday. Two streets were closed.
    Wire: Marchers filled the main square on Saturday, police said. Two streets were closed.

Silent:
    draft: About 1,400 marchers came to the main square on Saturday. Two streets were closed.
    Wire: Police counted 1,432 marchers on the main square on Saturday. Two streets were closed.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NUM010", "unsupported-number", Category.ADDITION, Severity.NOTE, (("unsupported", "number"),))
SCORE = 0.8


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The words of the draft."""
    return Verdict(f"{told(story, difference.variants[0].places[0])}, no wire has this number", score=SCORE)
