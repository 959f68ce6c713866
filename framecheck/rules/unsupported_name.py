"""A person, body or thing named in the draft is named in no wire.

The draft names somebody or something that no wire names: not by the same name, by a part of it, an acronym, another form
of the place or in another spelling. It need not be wrong; it has no support. ``framecheck check`` only.

Fires:
    draft: The mayor, Ida Holm, opened the bridge on Monday. Engineer Per Dahl was there, too.
    Wire: The mayor, Ida Holm, opened the bridge on Monday.

Silent:
    draft: The mayor, Ida Holm, opened the bridge on Monday. Dahl was there, too.
    Wire: Engineer Per Dahl and the mayor, Ida Holm, opened the bridge on Monday.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NAM010", "unsupported-name", Category.ADDITION, Severity.NOTE, (("unsupported", "name"),))
SCORE = 0.8


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The words of the draft."""
    return Verdict(f"{told(story, difference.variants[0].places[0])}, no wire has this name", score=SCORE)
