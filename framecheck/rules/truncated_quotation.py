"""A quotation is cut where the words left out limit what was said.

One outlet's quotation goes on, or starts earlier, inside the same sentence: a condition, a hedge, a "but" or a negation.
The other closes its marks without them and does not give them elsewhere nearby.

Fires:
    A: "If the council pays its share, the harbour will reopen in the spring," Ida Holm said.
    B: "The harbour will reopen in the spring," Ida Holm said.

Silent:
    A: "The harbour will reopen in the spring, my friends," Ida Holm said.
    B: "The harbour will reopen in the spring," Ida Holm said.

    A: "If the council pays its share, the harbour will reopen in the spring," Ida Holm said.
    B: Ida Holm said that if the council pays its share, "the harbour will reopen in the spring."
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("QUO002", "truncated-quotation", Category.QUOTE, Severity.WARNING, (("quotation", "truncated"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """What the longer version has and the shorter has not."""
    long, short = (v.places[0] for v in difference.variants[:2])
    a, b = story.documents[long.document], story.documents[short.document]
    return Verdict(f"{a.article.outlet} quotes “{a.words(long.span)}”; {b.article.outlet} leaves part of it out")
