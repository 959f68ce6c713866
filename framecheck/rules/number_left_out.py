"""One outlet says how many, another names the same group without a number.

Fires:
    Post: Five union officials told reporters on Monday that the mine on the border will close next year.
    Herald: Union officials told reporters on Monday that the mine on the border will close next year.

Silent:
    Post: Five union officials told reporters on Monday that the mine on the border will close next year.
    Herald: The union officials told reporters on Monday that the mine on the border will close next year.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NUM003", "number-left-out", Category.COUNT, Severity.NOTE, (("quantity", "unnumbered"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The group without a number and the one with it."""
    bare, counted = (told(story, v.places[0]) for v in difference.variants)
    return Verdict(f"a number that one outlet leaves out: {bare}, {counted}")
