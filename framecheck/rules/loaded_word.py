"""One outlet uses a loaded word where another uses a milder one for the same thing.

Words are compared only inside one class of meaning ("criticised", "denounced", "blasted") and only where the sentences say
the same around them. A loaded word with no counterpart in the other outlet is never reported. Words inside quotation marks
are the speaker's, and the message says so.

Fires:
    A: The senator blasted the governor over the new budget on Monday.
    B: The senator criticized the governor over the new budget on Monday.

Silent:
    A: The senator blasted the governor over the new budget on Monday.
    B: The senator blasted the governor over the new budget, officials said on Monday.

    A: The senator blasted the governor over the new budget on Monday.
    B: The governor presented the new budget on Monday and left for a visit abroad.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("LEX001", "loaded-word", Category.LOADED, Severity.WARNING, (("tone", "word"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show both words; a step from coloured to loaded is a note."""
    strong, mild = (v.places[0] for v in difference.variants)
    severity = Severity.WARNING if difference.traits["tilt"] == 1.0 else Severity.NOTE
    return Verdict(f"a stronger word for the same thing: {told(story, strong)}, {told(story, mild)}", severity)
