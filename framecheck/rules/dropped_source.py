"""A sentence that two outlets print almost word for word has its source in one of them only.

Fires:
    A: The old ferry had no life jackets on board that night, according to the coast guard.
    B: The old ferry had no life jackets on board that night.

Silent:
    A: The old ferry had no life jackets on board that night, according to the coast guard.
    B: According to the coast guard, the old ferry had no life jackets on board that night.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("ATT004", "dropped-source", Category.ATTRIBUTION, Severity.WARNING, (("source", "dropped"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Who gives the source and who does not."""
    (lacking,) = {story.documents[number].article.outlet for number, _ in difference.missing}
    return Verdict(f"{told(story, difference.variants[0].places[0])}; {lacking} has the sentence without this source")
