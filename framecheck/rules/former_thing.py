"""One outlet calls it former, another does not.

The same noun with the same words around it is "former" in one outlet and without that word in another that tells the same.
Persons who are named are judged by the status rule.

Fires:
    A: Inspectors visited the former naval test site on Monday and took samples of the soil.
    B: Inspectors took soil samples on Monday at the naval test site.

Silent:
    A: Inspectors visited the former naval test site on Monday and took samples of the soil.
    B: Inspectors took soil samples on Monday at a naval test site that closed in 1996, a former shipyard.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NAM007", "former-thing", Category.STATUS, Severity.WARNING, (("thing", "former"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show the description with "former" and the one without."""
    one, other = (told(story, v.places[0]) for v in difference.variants[:2])
    return Verdict(f"former or not: {one}, {other}")
