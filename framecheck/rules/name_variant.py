"""A long name ends in another word.

Names of programmes, laws and bodies: the first two words are the same in two outlets, the third differs wherever either uses
them, and at least one of them writes all three as a name.

Fires:
    A: The Sailor Relief Assistance would help the port, the minister said on Monday.
    B: The minister said on Monday that the sailor relief authority would help the port.

Silent:
    A: The Sailor Relief Assistance would help the port, the minister said on Monday.
    B: The minister said on Monday that sailor relief would help the port.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NAM007", "name-variant", Category.NAMING, Severity.WARNING, (("name", "variant"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show both names."""
    one, other = (told(story, v.places[0]) for v in difference.variants[:2])
    return Verdict(f"a name that ends in another word: {one}, {other}")
