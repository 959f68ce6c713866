"""Two outlets quantify the same group differently: some, several, many, most, all or a number.

Fires:
    Post: Several coastal states are questioning the new fishing quota agreed on in Lisbon.
    Herald: Many coastal states are questioning the new fishing quota agreed on in Lisbon.

Silent:
    Post: Several coastal states are questioning the new fishing quota agreed on in Lisbon.
    Herald: The new fishing quota agreed on in Lisbon is questioned by several coastal states.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "SCP001", "group-size", Category.SCOPE, Severity.WARNING, (("extent", "quantified"), ("extent", "narrowed"))
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The groups as each outlet puts them."""
    said = []
    for variant in difference.variants:
        document = story.documents[variant.places[0].document]
        said.append(f"{document.article.outlet}: {document.words(variant.places[0].span)}")
    return Verdict(f"The same group, wider or narrower ({'; '.join(said)})")
