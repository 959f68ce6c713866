"""Messages of a check: what the draft has first, then what the wires have. Neutral, and alone enough."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from framecheck.records.finding import Category, Role, Side
from framecheck.records.story import Story

_MOST: Final = 3  # wordings of wires in one message

# how the two differ; where the order of the wordings means something, what the draft's does and what it does otherwise
_HOW: Final[dict[Category, tuple[str, str]]] = {
    Category.COUNT: ("different numbers of the same thing",) * 2,
    Category.NAMING: ("different names or descriptions of the same",) * 2,
    Category.STATUS: ("different standing of the same person, body or thing",) * 2,
    Category.ANONYMISATION: ("not named in the draft", "named in the draft"),
    Category.PLACE_NAME: ("different names of the same place",) * 2,
    Category.QUOTE: ("different words inside quotation marks",) * 2,
    Category.QUOTE_VS_PARAPHRASE: ("inside quotation marks in one alone",) * 2,
    Category.ATTRIBUTION: ("different sources of the same",) * 2,
    Category.ATTRIBUTION_VERB: ("different reporting verbs for the same words",) * 2,
    Category.CERTAINTY: ("stated more firmly in the draft", "stated less firmly in the draft"),
    Category.POLARITY: ("one says the opposite of the other",) * 2,
    Category.SCOPE: ("a wider and a narrower statement",) * 2,
    Category.DATE_TIME: ("different times of the same event",) * 2,
    Category.LOADED: ("differently coloured words for the same",) * 2,
    Category.AGENCY: ("who acts is told differently",) * 2,
    Category.CAUSATION: ("different reasons for the same",) * 2,
    Category.OMISSION: ("left out in one",) * 2,
    Category.ADDITION: ("added in one",) * 2,
}


def tells(story: Story, category: Category, sides: Sequence[Side], first: bool) -> str:
    """``draft: “seven ships”; ap, reuters: “five ships” (different numbers of the same thing)``. *sides* begin with the
    draft's; *first* says that its words come first where their order means something."""
    told = [s for s in sides if s.role is Role.VARIANT]
    parts = [
        f"{_outlets(story, group)}: {_words(story, group[0])}"
        for group in (list(found) for _, found in groupby(told, key=lambda s: s.variant))
    ]
    more = f"; {len(parts) - _MOST - 1} more wordings" if len(parts) > _MOST + 1 else ""
    return f"{'; '.join(parts[: _MOST + 1])}{more} ({_HOW[category][0 if first else 1]})"


def lacks(story: Story, sides: Sequence[Side]) -> str:
    """``draft lacks “two steel girders”, which ap, reuters give``; *sides* begin with the draft's."""
    told = [s for s in sides if s.role is Role.VARIANT]
    wires = _outlets(story, told)
    gives = "gives" if len({s.document for s in told}) == 1 else "give"
    return f"{story.documents[sides[0].document].article.outlet} lacks {_words(story, told[0])}, which {wires} {gives}"


def _outlets(story: Story, sides: Sequence[Side]) -> str:
    return ", ".join(dict.fromkeys(story.documents[s.document].article.outlet for s in sides))


def _words(story: Story, side: Side) -> str:
    """The words of a side, and whether they stand inside quotation marks."""
    document, span = story.documents[side.document], side.span
    assert span is not None  # only missing sides have none
    inside = any(q.marks.holds(span) for q in document.quotations)
    return f"“{' '.join(document.words(span).split())}”{' (quoted)' if inside else ''}"
