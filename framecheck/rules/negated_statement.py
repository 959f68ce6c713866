"""One outlet negates what another affirms of the same subject.

The same verb stands with a negation ("did not respond", "refused to pay") in one outlet and without in the other, in
sentences whose words agree around it. An error where the sentences make the same statement of the same participants, a
warning otherwise. Quotations are compared as quotations.

Fires:
    A: The ministry responded to the complaint of the fishermen on Friday.
    B: The ministry did not respond to the complaint of the fishermen on Friday.

Silent:
    A: The ministry did not respond to the complaint of the fishermen on Friday.
    B: The ministry failed to respond to the complaint of the fishermen on Friday.

    A: The ministry criticized the fishermen on Friday.
    B: The ministry not only criticized the fishermen on Friday but fined them.
"""

from __future__ import annotations

from framecheck.records.alignment import Level
from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("POL001", "negated-statement", Category.POLARITY, Severity.ERROR, (("commitment", "negated"),))
_SURE_PAIR = 0.6  # below it the sentences rarely make the same statement


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Only where the sentences surely make the same statement."""
    if difference.pair_score < _SURE_PAIR:
        return None
    affirmed, negated = (v.places[0] for v in difference.variants)
    sure = difference.level is Level.EQUIVALENT and difference.traits["roles"] == 1.0
    message = f"affirmed and negated: {told(story, affirmed)}, {told(story, negated)}"
    return Verdict(message, None if sure else Severity.WARNING)
