"""A quoted sentence that at least two outlets carry is absent from another that tells what stands around it.

Two outlets give the sentence in quotation marks, much the same word for word. The third follows the sentences next to it
but has neither the quotation nor its content.

Fires:
    A: The harbour will reopen in the spring, Ida Holm said. "We owe the families of the crew a full account of that night."
    B: Ida Holm said the harbour will reopen in the spring. "We owe the families of the crew a full account of that night."
    C: The harbour will reopen in the spring, said Ida Holm. Ferries will run every hour.

Silent:
    A: The harbour will reopen in the spring, Ida Holm said. "We owe the families of the crew a full account of that night."
    B: Ida Holm said the harbour will reopen in the spring. "We owe the families of the crew a full account of that night."
    C: The harbour will reopen in the spring, said Ida Holm. She promised the families of the crew a full account.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.absent_fact import told_and_lacking
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("OMI003", "absent-quotation", Category.OMISSION, Severity.WARNING, (("quotation", "absent"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Name who quotes the sentence and who does not."""
    return Verdict(told_and_lacking(difference, story))
