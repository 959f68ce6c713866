"""Two outlets give different numbers for the same thing.

Compared are numbers of one unit that count the same noun, in sentences that tell the same, or that lie so close in value
and wording that they can only be the same figure. Rounding, bounds ("nearly", "more than"), parts of a whole and odds of
the opposite outcome are taken into account. In sentences that make other statements, numbers of one noun stay apart if one
is not half of the other, if other people or years are spoken of, and ages unless the name is the same. Two exact numbers of
surely the same thing are an error where the sentences make the same statement, others a warning.

Fires:
    Post: Prosecutors said the couple paid $5,587.75 for a stay at the Harbour Lodge resort in May.
    Herald: The couple paid $5,687.75 for a stay at the Harbour Lodge resort in May, prosecutors said.

    Post: Police counted about 1,200 marchers at the protest on the main square on Saturday.
    Herald: More than 900 marchers came to the protest on the main square on Saturday, police said.

Silent:
    Post: Nearly 3 million votes were counted in the state by midnight, the election board said.
    Herald: The election board said 3 million votes were counted in the state by midnight.

    Post: Two of the three lanes on the bridge were closed by the agency on Monday morning.
    Herald: The agency closed lanes on the bridge on Monday morning, and the three lanes reopened later.
"""

from __future__ import annotations

from framecheck.records.alignment import Level
from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "NUM001",
    "count-mismatch",
    Category.COUNT,
    Severity.WARNING,
    (("quantity", "different"), ("quantity", "bounded"), ("quantity", "part")),
)
SURE = 0.7  # link from which two exact numbers exclude one another


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The two numbers, and who gives which."""
    first, second = (told(story, v.places[0]) for v in difference.variants)
    message = f"different numbers of {difference.detail or 'the same thing'}: {first}, {second}"
    if difference.relation == "part":
        message += f"; also {told(story, difference.context[0])}"
    exact = difference.relation == "different" and difference.traits["exact"] == 1.0
    sure = exact and difference.level is Level.EQUIVALENT and difference.link >= SURE
    return Verdict(message, Severity.ERROR if sure else None)
