"""Outlets choose different labels for one group, event or thing.

Labels are compared only inside a class of the lexicon ("investigation", "inquiry", "probe"; "homosexual" and "gay" before
the same noun), in aligned sentences or where both noun phrases share a name or the noun, and only where an outlet does not
use the other's label too. A label that judges and that one outlet alone uses is a warning.

Fires:
    A: The attorney general opened a probe into the harbor contracts on Monday.
    B: The attorney general opened an inquiry into the harbor contracts on Monday.

Silent:
    A: The attorney general opened an investigation into the harbor contracts on Monday.
    B: An investigation into the harbor contracts was opened by the attorney general on Monday.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NAM004", "label-choice", Category.NAMING, Severity.NOTE, (("referent", "label"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show both labels."""
    first, other = (v.places[0] for v in difference.variants[:2])
    severity = Severity.WARNING if difference.traits["coloured"] else None
    return Verdict(f"different labels for the same thing: {told(story, first)}, {told(story, other)}", severity)
