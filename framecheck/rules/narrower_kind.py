"""One outlet names one kind, the other all kinds: public schools and schools, military aid and aid.

Only modifiers that divide a group are taken (``lexicons/restrictors.txt``), and only where both phrases are indefinite, so
that neither recalls what was told before.

Fires:
    Post: The government said it would stop long-range missile tests and invite inspectors in May.
    Herald: The government said it would stop missile tests and invite inspectors in May.

Silent:
    Post: The government said it would stop costly missile tests and invite inspectors in May.
    Herald: The government said it would stop missile tests and invite inspectors in May.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("SCP005", "narrower-kind", Category.SCOPE, Severity.WARNING, (("extent", "kind"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The narrower kind first."""
    kind, group = (told(story, v.places[0]) for v in difference.variants)
    return Verdict(f"one kind in one outlet, all kinds in the other: {kind}, {group}")
