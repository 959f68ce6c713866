"""A person, body or thing that most outlets name in passing is absent from another.

Most outlets bring in the same name once or twice; another neither names it nor calls it anything else. The finding shows the
clause with the name in each outlet that has it.

Fires:
    A: The ferry ran aground on Monday. The wreck of the Northern Star lay in its path.
    B: On Monday the ferry ran aground. Its captain had feared the Northern Star and turned too late.
    C: The ferry ran aground on Monday. Nobody was hurt.

Silent:
    A: The ferry ran aground on Monday. The wreck of the Northern Star lay in its path.
    B: On Monday the ferry ran aground. It had turned to avoid the wreck of the Northern Star.
    C: The ferry ran aground on Monday. It struck the Northern Star.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.absent_fact import told_and_lacking
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("OMI004", "absent-name", Category.OMISSION, Severity.NOTE, (("entity", "absent"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Name who brings in the name and who does not."""
    return Verdict(told_and_lacking(difference, story))
