"""The same thing is said with unlike certainty: "may close" and "will close", "plans to resign" and "resigned".

A modal, a hedge ("reportedly", "appeared to"), an allegation or a plan stands on a verb in one outlet; the other outlet
states the same verb, or one in the same place of the same statement, more firmly. Duty and ability ("must", "can") and two
quotations are left alone.

Fires:
    A: The ferry company may close the northern harbour in spring, the union said on Tuesday.
    B: The ferry company will close the northern harbour in spring, the union said on Tuesday.

    A: The director of the museum plans to resign over the missing paintings.
    B: The director of the museum resigned over the missing paintings.

Silent:
    A: The ferry company may close the northern harbour in spring, the union said on Tuesday.
    B: The ferry company could close the northern harbour in spring, the union said on Tuesday.

    A: The ferry company will close the northern harbour in spring.
    B: The ferry company must close the northern harbour in spring.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "CRT001",
    "certainty-shift",
    Category.CERTAINTY,
    Severity.WARNING,
    tuple(("commitment", f"hedged-{link}") for link in ("same", "related", "placed", "slot")),
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show the firmer and the weaker wording."""
    firm, weak = (v.places[0] for v in difference.variants)
    return Verdict(f"stated more firmly: {told(story, firm)}, {told(story, weak)}")
