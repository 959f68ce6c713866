"""The same words in quotation marks are given to different speakers.

Fires:
    A: "The harbour will not reopen before the spring because the crane is broken," Ida Holm said.
    B: "The harbour will not reopen before the spring because the crane is broken," Per Dahl said.

Silent:
    A: "The harbour will not reopen before the spring because the crane is broken," Ida Holm said.
    B: "The harbour will not reopen before the spring because the crane is broken," said Holm.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("QUO003", "quoted-speaker", Category.ATTRIBUTION, Severity.ERROR, (("quotation", "speaker"),))


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Who is made the speaker."""
    first, second = (v.places[0] for v in difference.variants[:2])
    a, b = story.documents[first.document], story.documents[second.document]
    words = a.words(first.clause)
    shown = words if len(words) < 80 else words[:77] + "..."
    return Verdict(
        f"“{shown}” is said by {a.words(first.span)} in {a.article.outlet}, by {b.words(second.span)} in {b.article.outlet}"
    )
