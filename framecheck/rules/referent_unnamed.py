"""One outlet names a person whom another only describes.

The description and the name stand for one person because office and nation fit and no other person does, or because
aligned sentences put them in the same place. An outlet that gives the name anywhere withholds nothing.

Fires:
    A: Latvian Foreign Minister Anna Kessler spoke to reporters in Paris on Monday. Kessler called the plan a mistake.
    B: The Latvian foreign minister spoke to reporters in Paris on Monday and called the plan a mistake.

Silent:
    A: Latvian Foreign Minister Anna Kessler spoke to reporters in Paris on Monday. Kessler called the plan a mistake.
    B: The Latvian foreign minister spoke to reporters in Paris on Monday. Anna Kessler called the plan a mistake.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NAM003", "name-withheld", Category.ANONYMISATION, Severity.WARNING, (("referent", "unnamed"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show the description first, then the name."""
    described, named = (v.places[0] for v in difference.variants[:2])
    return Verdict(f"not every outlet names {difference.detail}: {told(story, described)}, {told(story, named)}")
