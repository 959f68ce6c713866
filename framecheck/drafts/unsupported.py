"""Facts of the draft that no wire has: not wrong, but without support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from framecheck.diff.partners import partners
from framecheck.diff.places import place_in
from framecheck.drafts.facts import Fact, FactKind
from framecheck.drafts.support import Checked, Support, supports
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Document, Quantity, Quotation, Time
from framecheck.records.finding import Finding, Severity
from framecheck.text import Span

KIND: Final = "unsupported"
"""The kind of a difference that holds words of the draft alone."""

_DATED: Final = frozenset(("weekday", "date", "month", "year"))
_RELATIONS: Final = {
    FactKind.NAME: "name",
    FactKind.TITLE: "title",
    FactKind.NUMBER: "number",
    FactKind.TIME: "date",
    FactKind.QUOTATION: "quotation",
    FactKind.SUPERLATIVE: "superlative",
}


def unsupported(alignment: Alignment, draft: int, told: Iterable[Finding] = ()) -> Iterator[Difference]:
    """One difference for every fact of *draft* that stands in no wire and in none of the findings *told*."""
    told = [f for f in told if f.severity is not Severity.NOTE]  # a note says nothing against the fact itself
    known = [s.span for f in told for s in f.sides if s.document == draft and s.span]
    closest = partners(alignment)
    documents = alignment.story.documents
    checked = list(supports(alignment, draft))
    unnamed = [c.fact.span for c in checked if c.fact.kind is FactKind.NAME and c.support is Support.NONE]
    for found in checked:
        quoted = any(q.span.holds(found.fact.span) for q in documents[draft].quotations)
        if quoted and found.fact.kind is not FactKind.QUOTATION:
            continue  # the quotation as a whole is looked up
        if _tells(found, unnamed) and not any(span.overlap(found.fact.span) for span in known):
            ref = SentenceRef(draft, found.fact.sentence)
            near = closest.get(ref, {})
            place = place_in(alignment.story, ref, found.fact.span)
            value = _value(found.fact, documents[draft])
            yield Difference(
                KIND,
                _RELATIONS[found.fact.kind],
                (Variant(value, (place,)),),
                f"{found.fact.kind} {value}",
                missing=tuple((i, near.get(i, (0.0, -1))[1]) for i in range(len(documents)) if i != draft),
            )


def _value(fact: Fact, document: Document) -> str:
    """What the draft says, equal for all places that say it."""
    match fact.item:
        case Quantity() as number:
            return f"{number.low:g}-{number.high:g} {number.unit} {number.counted}"
        case Time() as time:
            return time.day.isoformat() if time.day else time.value
        case _:
            return " ".join(document.words(fact.span).lower().split())


def _tells(checked: Checked, unnamed: Iterable[Span]) -> bool:
    """Whether it says something to an editor that no wire has the fact."""
    fact = checked.fact
    if checked.support is not Support.NONE:
        return False
    match fact.item:
        case Time():
            return fact.item.kind in _DATED
        case Quotation():
            return not fact.item.scare or fact.item.source >= 0
        case Quantity():
            return not fact.item.approximate or fact.item.low > 0
        case _:
            # the title of somebody whom no wire names goes with the name
            return fact.kind is not FactKind.TITLE or not _beside(fact, unnamed)


def _beside(title: Fact, names: Iterable[Span]) -> bool:
    return any(0 <= name.start - title.span.end <= 2 for name in names)
