"""An act goes further in one outlet than in another: suspended or stopped, temporarily or completely.

Fires:
    Post: The ministry temporarily cut off water deliveries to the valley farms on Monday.
    Herald: The ministry has completely stopped water deliveries to the valley farms on Monday.

Silent:
    Post: The ministry temporarily cut off water deliveries to the valley farms on Monday.
    Herald: The ministry suspended water deliveries to the valley farms on Monday.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("SCP002", "act-degree", Category.SCOPE, Severity.WARNING, (("extent", "degree"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The act as each outlet puts it."""
    said = []
    for variant in difference.variants:
        document = story.documents[variant.places[0].document]
        said.append(f"{document.article.outlet}: {document.words(variant.places[0].span)}")
    return Verdict(f"The same act, going further in one outlet ({'; '.join(said)})")
