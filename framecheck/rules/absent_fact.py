"""A fact that at least two outlets tell is absent from another.

Two outlets give the same particulars in sentences that say the same, and nothing in the other article has those words. The
finding shows the words in the outlets that have them and names the outlets that do not. Leaving a fact out can be a
decision about length: the finding says what is missing, not that it should be there.

Fires:
    A: The bridge closed on Monday. Engineers found deep cracks in two steel girders, the agency said.
    B: The bridge was closed on Monday. Deep cracks in two steel girders were found by engineers, the agency said.
    C: The bridge closed on Monday. Drivers were told to use the tunnel.

Silent:
    A: The bridge closed on Monday. Engineers found deep cracks in two steel girders, the agency said.
    B: The bridge was closed on Monday. Deep cracks in two steel girders were found by engineers, the agency said.
    C: The bridge closed on Monday. Cracks had been found in two girders made of steel, deep ones, engineers said.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "OMI001",
    "absent-fact",
    Category.OMISSION,
    Severity.WARNING,
    (("statement", "absent"), ("statement", "phrase-absent")),
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Name who tells the fact and who lacks it."""
    return Verdict(told_and_lacking(difference, story))


def told_and_lacking(difference: Difference, story: Story) -> str:
    """``A, B give “two steel girders”; C does not``."""
    places = difference.variants[0].places
    tellers = sorted({story.documents[p.document].article.outlet for p in places})
    lacking = sorted(story.documents[i].article.outlet for i, _ in difference.missing)
    words = " ".join(story.documents[places[0].document].words(places[0].span).split())
    return f"{', '.join(tellers)} give “{words}”; {', '.join(lacking)} {'does' if len(lacking) == 1 else 'do'} not"
