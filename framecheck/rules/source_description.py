"""Unnamed sources of the same statement are described differently.

"Five sources" and "five NATO officials" ask for different trust. Where the outlets give different numbers of sources,
they may retell different originals, and nothing is reported here. "The same official" in one outlet and "another official" in
the other make one speaker of two, or two of one. Another name for the source of a sentence that both
print almost word for word is an error.

Fires:
    A: Five harbour officials said on Monday that the old ferry had no life jackets on board.
    B: Five sources said on Monday that the old ferry had no life jackets on board.

    A: The crew was tired, a harbour official said. The same official said the old ferry had no life jackets on board.
    B: The crew was tired, a harbour official said. Another official said the old ferry had no life jackets on board.

Silent:
    A: Five harbour officials said on Monday that the old ferry had no life jackets on board.
    B: The ferry had no life jackets on board, five harbour officials said on Monday.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "ATT003",
    "source-description",
    Category.ATTRIBUTION,
    Severity.WARNING,
    (("source", "described"), ("source", "other"), ("source", "person")),
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Description beside description."""
    first, second = (v.places[0] for v in difference.variants[:2])
    a, b = story.documents[first.document], story.documents[second.document]
    return Verdict(
        f"the source is “{a.words(first.span)}” in {a.article.outlet}, “{b.words(second.span)}” in {b.article.outlet}",
        Severity.ERROR if difference.relation == "other" else None,
    )
