"""The draft gives somebody a title that no wire gives.

The wires name the person, but none of them with this title, office or occupation, or another word for it beside the name. It
need not be wrong; it has no support. ``framecheck check`` only.

Fires:
    draft: Senator Ida Holm opened the bridge on Monday. Two lanes are open.
    Wire: Ida Holm, a lawyer from Bergen, opened the bridge on Monday. Two lanes are open.

Silent:
    draft: Mayor Ida Holm opened the bridge on Monday. Two lanes are open.
    Wire: Ida Holm, the mayor of Bergen, opened the bridge on Monday. Two lanes are open.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NAM012", "unsupported-title", Category.ADDITION, Severity.NOTE, (("unsupported", "title"),))
SCORE = 0.8


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The words of the draft."""
    return Verdict(f"{told(story, difference.variants[0].places[0])}, no wire gives this title", score=SCORE)
