"""The two tables below the articles: what each outlet calls whom, and which outlet tells which claim."""

from __future__ import annotations

from dataclasses import dataclass

from framecheck.records.alignment import Alignment
from framecheck.report.coverage import shared_claims
from framecheck.report.labels import table
from framecheck.report.page.cards import Spot, anchor_of
from framecheck.report.safe import safe
from framecheck.text import Lines


@dataclass(frozen=True, slots=True)
class Called:
    """An entity: the forms of each outlet with how often."""

    name: str
    forms: tuple[tuple[tuple[str, int], ...], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim: the words of the first outlet, and by outlet where it is told (``None``: it is not)."""

    words: str
    spots: tuple[Spot | None, ...]


def called(alignment: Alignment) -> list[Called]:
    """The entities that several outlets call by several names."""
    return [
        Called(row.name, tuple(tuple(forms.most_common()) for forms in row.forms)) for row in table(alignment.story)
    ]


def told(alignment: Alignment, prefix: str) -> list[Told]:
    """The claims of several outlets, those told by most first."""
    documents = alignment.story.documents
    lines = [Lines(d.article.text) for d in documents]
    rows = []
    for claim in shared_claims(alignment):
        starts = {}
        for member in sorted(claim.members, reverse=True):
            starts[member.document] = documents[member.document].sentences[member.sentence].span
        first = min(starts)
        rows.append(
            Told(
                safe(documents[first].words(starts[first])),
                tuple(
                    Spot("", lines[i].place(starts[i].start)[0], anchor_of(prefix, i, starts[i].start))
                    if i in starts
                    else None
                    for i in range(len(documents))
                ),
            )
        )
    return rows
