"""One outlet quotes what another tells in its own words.

Aligned sentences share what was said: here it stands in quotation marks, there the outlet tells it without marks, with words
of its own. The finding puts the quoted clause next to the paraphrase, so that an editor can see what the paraphrase adds,
drops or firms up. Words merely repeated without marks are not reported.

Fires:
    A: "We are weighing whether to close the northern ferry terminal after the storm," Ida Holm said on Monday.
    B: Ida Holm said on Monday that the northern ferry terminal may have to be closed because of the storm.

Silent:
    A: "We are weighing whether to close the northern ferry terminal after the storm," Ida Holm said on Monday.
    B: "We are weighing whether to close the northern ferry terminal after the storm," said Ida Holm.

    A: "We are weighing whether to close the northern ferry terminal after the storm," Ida Holm said on Monday.
    B: Two men were arrested in the old town on Friday night, the police said.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "QUO004",
    "quoted-or-paraphrased",
    Category.QUOTE_VS_PARAPHRASE,
    Severity.NOTE,
    (("quotation", "paraphrased"),),
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Who quotes and who paraphrases, both in their words."""
    told, quoted = (v.places[0] for v in difference.variants[:2])
    a, b = story.documents[quoted.document], story.documents[told.document]
    return Verdict(
        f"{a.article.outlet} quotes “{a.words(quoted.span)}”; {b.article.outlet} tells it as “{b.words(told.span)}”"
    )
