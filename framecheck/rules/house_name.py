"""The draft writes a name in a form that is not the house's.

The configuration lists names in the form that the house writes, and other forms that it takes for the same. Between
outlets the forms are no difference; in a draft the other form is a note. ``framecheck check`` only.

Fires:
    draft: The mayor of Kiev, Ida Holm, opened the bridge on Monday.
    Wire: The mayor of Kyiv, Ida Holm, opened the bridge on Monday.
    house style: Kyiv = Kiev

Silent:
    draft: The mayor of Kyiv, Ida Holm, opened the bridge on Monday.
    Wire: The mayor of Kiev, Ida Holm, opened the bridge on Monday.
    house style: Kyiv = Kiev
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NAM011", "house-name", Category.NAMING, Severity.NOTE, (("unsupported", "house-name"),))
SCORE = 1.0  # the house says so


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The words of the draft and the house's form."""
    place = difference.variants[0].places[0]
    return Verdict(f"{told(story, place)}, the house writes “{difference.detail}”", score=SCORE)
