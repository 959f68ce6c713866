"""One outlet judges what another only names: "a disastrous meeting" and "a meeting".

Both outlets use the same noun or verb in sentences that say the same; one of them sets an evaluative word before it that
the other lacks, or a stronger one. Words inside quotation marks are the speaker's, and the message says so.

Fires:
    A: After a disastrous meeting with the mayor on Friday, the union called a strike.
    B: After a tense meeting with the mayor on Friday, the union called a strike.

Silent:
    A: After a tense meeting with the mayor on Friday, the union called a strike.
    B: After a difficult meeting with the mayor on Friday, the union called a strike, police said.

    A: After a disastrous meeting with the mayor on Friday, the union called a strike.
    B: After a disastrous meeting with the mayor last Friday, the union has called a strike.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("LEX002", "loaded-modifier", Category.LOADED, Severity.WARNING, (("tone", "modifier"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show both phrases; a merely coloured modifier is a note."""
    strong, mild = (v.places[0] for v in difference.variants)
    severity = Severity.WARNING if difference.traits["tilt"] == 1.0 else Severity.NOTE
    return Verdict(f"described more strongly: {told(story, strong)}, {told(story, mild)}", severity)
