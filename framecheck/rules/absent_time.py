"""A day or month that at least two outlets give for an event is absent from another outlet that tells the event.

Two outlets date the same statement alike; a third makes a statement like it and gives that day or month nowhere.

Fires:
    A: The council approved the harbour plan on Tuesday, the mayor said.
    B: On Tuesday the council approved the harbour plan, according to the mayor.
    C: The council approved the harbour plan, the mayor said.

Silent:
    A: The council approved the harbour plan on Tuesday, the mayor said.
    B: On Tuesday the council approved the harbour plan, according to the mayor.
    C: The council approved the harbour plan, the mayor said. The vote came on Tuesday.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.absent_fact import told_and_lacking
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("OMI002", "absent-time", Category.OMISSION, Severity.NOTE, (("time", "absent"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Name who gives the time and who does not."""
    return Verdict(told_and_lacking(difference, story))
