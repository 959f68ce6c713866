"""One outlet calls somebody former, ousted or then where another gives a sitting title.

The person is the same by name, or by office and nation where an outlet never uses the name and no other holder fits. An
unnamed source or a body counts only inside aligned sentences. Both cannot be right as stated, so this is an error;
"ousted" against "then" is a warning.

Fires:
    A: US President Martin Hale met allied leaders on Monday. Hale said the talks on trade went well.
    B: The former US president met allied leaders on Monday. The former US president said the talks on trade went well.

Silent:
    A: Former Vice President Carl Dent met allied leaders on Monday. Dent said the talks on trade went well.
    B: Ex-Vice President Carl Dent met allied leaders on Monday. Dent said the talks on trade went well.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("NAM002", "status-conflict", Category.STATUS, Severity.ERROR, (("referent", "status"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show who is called former first."""
    gone, other = (v.places[0] for v in difference.variants[:2])
    severity = Severity.ERROR if difference.traits["sitting"] else Severity.WARNING
    return Verdict(f"different standing of {difference.detail}: {told(story, gone)}, {told(story, other)}", severity)
