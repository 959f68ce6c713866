"""A day, month or year in the draft stands in no wire.

The draft dates something to a day, month or year that no wire names, nor any day of it. It need not be wrong; it has no
support. ``framecheck check`` only.

Fires:
    draft: The ferry ran aground off the northern harbour. It was built in 1974 in Bergen.
    Wire: The ferry ran aground off the northern harbour. It was built in Bergen.

Silent:
    draft: The ferry ran aground off the northern harbour in March. It was built in Bergen.
    Wire: The ferry ran aground off the northern harbour on March 4. It was built in Bergen.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("TIM010", "unsupported-date", Category.ADDITION, Severity.NOTE, (("unsupported", "date"),))
SCORE = 0.8


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The words of the draft."""
    return Verdict(f"{told(story, difference.variants[0].places[0])}, no wire has this date", score=SCORE)
