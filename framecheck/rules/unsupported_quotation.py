"""Words in quotation marks in the draft stand in no wire.

No wire has the quoted words: neither inside quotation marks, whole, cut or slightly altered, nor in its own text. It need
not be wrong; it has no support. ``framecheck check`` only.

Fires:
    draft: The bridge is closed. "Nobody asked the people who cross it every day," Ida Holm said.
    Wire: The bridge is closed. Ida Holm criticised the decision.

Silent:
    draft: The bridge is closed. "Nobody asked the people who cross it every day," Ida Holm said.
    Wire: The bridge is closed. “Nobody asked the people who cross it every day, and nobody will,” said Ida Holm.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule("QUO010", "unsupported-quotation", Category.ADDITION, Severity.NOTE, (("unsupported", "quotation"),))
SCORE = 0.8


def judge(difference: Difference, story: Story) -> Verdict | None:
    """The words of the draft."""
    return Verdict(f"{told(story, difference.variants[0].places[0])}, no wire has these words", score=SCORE)
