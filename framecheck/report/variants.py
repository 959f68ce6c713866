"""The variants of a finding as rows: who tells it how, where it stands first, how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from framecheck.records.finding import Category, Finding, Role, Side
from framecheck.records.story import Story

_CONTEXT: Final = 2  # context places shown under a finding
_TOLD_ONCE: Final = (Category.OMISSION, Category.ADDITION)  # what differs is who tells it, not how


@dataclass(frozen=True, slots=True)
class Row:
    """One variant or one context place of a finding: who tells it, where it stands first, how often it is told, and the
    words of the variant to compare it with."""

    outlets: tuple[str, ...]
    side: Side
    times: int
    against: str = ""

    @property
    def repeated(self) -> bool:
        """Whether an outlet tells it more than once."""
        return self.times > len(self.outlets)


def variants(finding: Finding, story: Story, names: Sequence[str]) -> list[Row]:
    """One row a variant, the one to look at first first; in each row the outlet whose words are shown comes first."""
    told = [s for s in finding.sides if s.role is Role.VARIANT and s.span]
    groups = [[s for s in told if s.variant == number] for number in dict.fromkeys(s.variant for s in told)]
    words = [said(group[0], story) for group in groups]
    # the first variant is set against the second, every other one against the first
    against = [words[1] if len(words) > 1 else "", *words[:1] * (len(words) - 1)]
    return [
        Row(tuple(dict.fromkeys(names[s.document] for s in group)), group[0], len(group), other)
        for group, other in zip(groups, against, strict=False)
    ]


def widely_told(rows: Sequence[Row], finding: Finding) -> list[Row]:
    """*rows* in the order in which a line without room for all shows them.

    A wording of an outlet that is not on the line yet comes before a second wording of one that is. Where some outlets
    leave a fact out, the words of the others are one row.
    """
    if finding.category in _TOLD_ONCE and rows:
        outlets = tuple(dict.fromkeys(name for row in rows for name in row.outlets))
        return [Row(outlets, rows[0].side, len(outlets))]
    first: list[Row] = []
    later: list[Row] = []
    seen: set[str] = set()
    for row in rows:
        (later if seen.issuperset(row.outlets) else first).append(row)
        seen.update(row.outlets)
    return first + later


def context(finding: Finding, names: Sequence[str]) -> list[Row]:
    """Where else an outlet gives the same fact."""
    sides = [s for s in finding.sides if s.role is Role.CONTEXT and s.span]
    return [Row((names[s.document],), s, 1) for s in sides[:_CONTEXT]]


def missing(finding: Finding, names: Sequence[str]) -> list[str]:
    """The outlets that say nothing of it."""
    return list(dict.fromkeys(names[s.document] for s in finding.sides if s.role is Role.MISSING))


def said(side: Side, story: Story) -> str:
    """The words of a side."""
    return story.documents[side.document].words(side.span) if side.span else ""
