"""Outlets spell a person's name differently or use another given name.

"Kim Jong-un" and "Kim Jong Un", "Liz" and "Elizabeth" are notes; a family name that differs by a letter is a warning, unless
an outlet knows both persons. Middle names and initials, a shortened given name ("Chris"
for "Christopher"), and points, accents or spaces around a hyphen are silent.

Fires:
    A: Liz Harlow opened the new library on Monday. Harlow thanked the city.
    B: Elizabeth Harlow opened the new library on Monday. Harlow thanked the city.

    A: Julie Marlow resigned as the head of the port on Monday.
    B: Julie Marlew resigned as the head of the port on Monday.

Silent:
    A: Mark D. Weston opened the new library on Monday. Weston thanked the city.
    B: Mark Weston opened the new library on Monday. Mr. Weston thanked the city.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "NAM006",
    "name-spelling",
    Category.NAMING,
    Severity.NOTE,
    (("referent", "spelling"), ("referent", "given-name"), ("referent", "misspelled")),
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show both forms."""
    first, other = (v.places[0] for v in difference.variants[:2])
    severity = Severity.WARNING if difference.relation == "misspelled" else None
    return Verdict(f"different forms of one name: {told(story, first)}, {told(story, other)}", severity)
