"""Outlets use different names for one place.

Only forms that say something about the writer are compared (the lexicon ``place_spellings``): an older, foreign or disputed
name beside the usual one of today. Abbreviations and capitals that stand for a state are silent.

Fires:
    A: Rescue workers reached the suburbs of Kiev on Monday.
    B: Rescue workers reached the suburbs of Kyiv on Monday.

Silent:
    A: The United States sent rescue workers to Kyiv on Monday.
    B: The U.S. sent rescue workers to Kyiv on Monday.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NAM005", "place-name", Category.PLACE_NAME, Severity.NOTE, (("referent", "place-name"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show both names."""
    first, other = (v.places[0] for v in difference.variants[:2])
    return Verdict(f"different names for one place: {told(story, first)}, {told(story, other)}")
