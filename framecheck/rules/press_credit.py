"""What one outlet has from the press, another states as its own or has from somebody else.

"According to Reuters" says that the outlet did not find out itself, and "told CNN" to whom the words were said. An editor
will want to know why another outlet does not say so. Outlets that credit the same or another news organisation are not set
against one another.

Fires:
    A: The harbour board sold the old ferry to a Danish company last week, Reuters reported on Monday.
    B: Last week the board sold its old ferry, built in 1971, to a company from Denmark, two people briefed on the sale said.

Silent:
    A: The harbour board sold the old ferry to a Danish company last week, Reuters reported on Monday.
    B: Last week the board sold its old ferry, built in 1971, to a company from Denmark, according to the Associated Press.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "ATT005", "press-credit", Category.ATTRIBUTION, Severity.WARNING, (("source", "press"), ("source", "told-press"))
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The credit beside what stands in its place."""
    first, second = (told(story, v.places[0]) for v in difference.variants)
    verb = "credits the press" if difference.relation == "press" else "says which news organisation was told"
    return Verdict(f"one outlet {verb}, another does not: {first}, {second}")
