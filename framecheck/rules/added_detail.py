"""A detail that one outlet alone tells about a statement that others make too.

The outlet's sentence is aligned with one of another outlet, and no other outlet has the words or most of them. Of all that one
article alone tells, a model fitted on stories that editors read picks what they would note, at most seven a story and one a
sentence. A little more than one in three is what an editor would mark, so these are notes with low scores, which
``--min-score`` cuts first. The words beside which the detail would stand in the outlet that comes closest come with it. Silent
for two outlets, and in a check: a wire's own details are not the draft's problem, and the draft's are judged fact by fact.

Fires:
    A: The bridge closed on Monday. The mayor, a former builder of bridges, had promised to keep it open.
    B: The bridge closed on Monday. The mayor had promised to keep it open.
    C: The bridge was closed on Monday. Drivers were told to use the tunnel.

Silent:
    A: The bridge closed on Monday. The mayor, a former builder of bridges, had promised to keep it open.
    B: The bridge closed on Monday. The mayor, once a builder of bridges, had promised to keep it open.
    C: The bridge was closed on Monday. A former builder of bridges, the mayor had promised to keep it open.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("OMI005", "added-detail", Category.ADDITION, Severity.NOTE, (("detail", "alone"),))

# how often editors note the first addition of a story, and how much less often the last: the model's own probability says
# less of that than the rank (``python -m framecheck.train.omissions``)
SURE, FALL = 0.38, 0.07


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Name who tells the detail and who does not."""
    place = difference.variants[0].places[0]
    teller = story.documents[place.document]
    lacking = sorted(story.documents[i].article.outlet for i, _ in difference.missing)
    words = " ".join(teller.words(place.span).split())
    do = "does" if len(lacking) == 1 else "do"
    message = f"{teller.article.outlet} alone gives “{words}”; {', '.join(lacking)} {do} not"
    return Verdict(message, score=SURE - FALL * difference.traits["rank"])
