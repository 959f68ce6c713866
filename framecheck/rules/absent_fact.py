"""A fact that at least two outlets tell is absent from another.

Two outlets tell the same particulars in much the same words, and no sentence of the other article has most of them. Of all
that an article leaves out, a model fitted on stories that editors read picks what they would note: what the others tell alike,
from a sentence that this article comes near. At most six facts a story; below a probability of a half they are notes.
Leaving a fact out can be a decision about length: the finding says what is missing, not that it should be there.

Fires:
    A: The bridge closed on Monday. Engineers found deep cracks in two steel girders, the agency said.
    B: The bridge was closed on Monday. Deep cracks in two steel girders were found by engineers, the agency said.
    C: The bridge closed on Monday. Drivers were told to use the tunnel.

Silent:
    A: The bridge closed on Monday. Engineers found deep cracks in two steel girders, the agency said.
    B: The bridge was closed on Monday. Deep cracks in two steel girders were found by engineers, the agency said.
    C: The bridge closed on Monday. Cracks had been found by engineers in two girders made of steel, deep ones, an agency said.
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
    (("statement", "absent"),),
)


SURE = 0.5  # probability that editors note the gap: below it is a note


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Name who tells the fact and who lacks it."""
    severity = Severity.WARNING if difference.link >= SURE else Severity.NOTE
    return Verdict(told_and_lacking(difference, story), severity)


def told_and_lacking(difference: Difference, story: Story) -> str:
    """``A, B give “two steel girders”; C does not``."""
    places = difference.variants[0].places
    tellers = sorted({story.documents[p.document].article.outlet for p in places})
    lacking = sorted(story.documents[i].article.outlet for i, _ in difference.missing)
    words = " ".join(story.documents[places[0].document].words(places[0].span).split())
    return f"{', '.join(tellers)} give “{words}”; {', '.join(lacking)} {'does' if len(lacking) == 1 else 'do'} not"
