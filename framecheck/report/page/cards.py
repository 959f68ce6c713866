"""A finding as the page shows it: each wording with its outlets, its sentence and where else it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from framecheck.records.finding import Role, Severity
from framecheck.records.result import LocatedFinding, Passage, StoryResult
from framecheck.report.passages import aside, names
from framecheck.report.safe import safe


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a wording stands: outlet, line (0: no place) and the id of its sentence on the page (``""``: not on it)."""

    outlet: str
    line: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One variant: its sentence in three parts, the middle one the words that differ, and every place, first the shown one."""

    before: str
    words: str
    after: str
    spots: tuple[Spot, ...]

    @property
    def outlets(self) -> list[str]:
        """Who words it so, each once."""
        return list(dict.fromkeys(spot.outlet for spot in self.spots))


@dataclass(frozen=True, slots=True)
class Card:
    """A finding: ``number`` counts from 1 within the story, ``aside`` says what the places of ``also`` are."""

    number: int
    severity: Severity
    code: str
    name: str
    message: str
    wordings: tuple[Wording, ...]
    aside: str
    also: tuple[Wording, ...]
    missing: tuple[Spot, ...]


def cards(story: StoryResult, prefix: str) -> list[Card]:
    """The findings of a story that are not suppressed, in order. *prefix* starts the ids of its sentences on the page."""
    outlets = names(story)
    linked = prefix if story.report is not None else ""
    told = [finding for finding in story.findings if not finding.suppressed]
    return [_card(number, finding, outlets, linked) for number, finding in enumerate(told, 1)]


def _card(number: int, finding: LocatedFinding, outlets: Sequence[str], prefix: str) -> Card:
    groups: dict[tuple[Role, int, int], list[Passage]] = {}
    missing = []
    for side in finding.sides:
        if side.role is Role.MISSING:
            missing.append(_spot(side, outlets, prefix))
        else:
            each = side.article if side.role is Role.CONTEXT else 0
            groups.setdefault((side.role, side.variant, each), []).append(side)
    worded = {key: _wording(sides, outlets, prefix) for key, sides in groups.items()}
    return Card(
        number,
        finding.severity,
        finding.code,
        finding.name,
        safe(finding.message),
        tuple(w for key, w in worded.items() if key[0] is Role.VARIANT),
        aside(finding.category),
        tuple(w for key, w in worded.items() if key[0] is Role.CONTEXT),
        tuple(missing),
    )


def _wording(sides: Sequence[Passage], outlets: Sequence[str], prefix: str) -> Wording:
    first = sides[0]
    before, words, after = "", first.text or "", ""
    if first.span and first.sentence and first.sentence_text and first.sentence.holds(first.span):
        start, end = first.span.start - first.sentence.start, first.span.end - first.sentence.start
        before, words, after = first.sentence_text[:start], first.sentence_text[start:end], first.sentence_text[end:]
    return Wording(safe(before), safe(words), safe(after), tuple(_spot(side, outlets, prefix) for side in sides))


def _spot(side: Passage, outlets: Sequence[str], prefix: str) -> Spot:
    anchor = anchor_of(prefix, side.article, side.sentence.start) if prefix and side.sentence else ""
    return Spot(safe(outlets[side.article]), side.start.line if side.start else 0, anchor)


def anchor_of(prefix: str, article: int, start: int) -> str:
    """The id of the sentence that starts at offset *start* of an article of the story."""
    return f"{prefix}-a{article}-{start}"
