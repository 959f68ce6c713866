"""What one outlet alone tells about a statement that others make too, and what speaks for an editor's noting it.

A phrase counts if no other outlet has half of its words in a sentence near its own, its sentence is aligned with one of another
outlet, and that outlet lacks most of its words everywhere. As with gaps (`framecheck.diff.untold`) everything else is a trait,
for a fitted model to weigh.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from framecheck.diff.constituents import Constituent, is_content
from framecheck.diff.untold import TOLD, View, beside, own_traits

LACKED = 0.6  # share of the words in one sentence of an outlet from which it does not lack them


@dataclass(frozen=True, slots=True)
class Extra:
    """A *phrase* of one outlet and the documents that lack it."""

    phrase: Constituent
    lacking: tuple[int, ...]
    traits: dict[str, float]


def extras(view: View) -> Iterator[Extra]:
    """Every phrase that one outlet alone tells in an aligned sentence, in text order."""
    for number in range(len(view.documents)):
        yield from _of_document(view, number)


def closest(view: View, extra: Extra) -> int:
    """The document that lacks the phrase and whose sentence is aligned best with that of the phrase."""
    row = view.row(extra.phrase.ref)
    return max(extra.lacking, key=lambda j: (float(view.kept[row, view.rows[j]].max()), -j))


def counterpart(view: View, extra: Extra) -> Constituent | None:
    """The words beside which the phrase would stand: in the closest sentence of the closest document, the constituent most like
    the whole sentence of the phrase; ``None`` where that sentence has none."""
    row, rows = view.row(extra.phrase.ref), view.rows[closest(view, extra)]
    there = rows.start + int(view.near[row, rows].argmax())
    told = view.documents[extra.phrase.ref.document]
    sentence = told.sentences[extra.phrase.ref.sentence]
    whole = frozenset(t.stem for t in told.tokens_of(sentence) if is_content(t))
    # twice the mass that two sets share, over the masses of both
    return max(
        view.phrases[there],
        key=lambda c: 2 * view.mass(whole & c.stems) / (view.mass(whole) + view.mass(c.stems) + 1e-6),
        default=None,
    )


def places(view: View, extra: Extra) -> tuple[tuple[int, int], ...]:
    """The documents that lack the phrase, each with the sentence where it would belong."""
    ref = extra.phrase.ref
    return tuple((j, view.anchors[view.row(ref)][j]) for j in extra.lacking)


def _of_document(view: View, number: int) -> Iterator[Extra]:
    reach = view.reaches[number]
    if reach is None:
        return
    kinship = view.kinship[number].tolist()
    others = [k for k in range(len(view.rows)) if k != number]
    for i, phrase in enumerate(reach.phrases):
        share, aligned, near = reach.share[i], reach.aligned[i], view.nearest[reach.hosts[i]]
        strength = max([reach.strength[i][k] for k in others])
        if strength >= TOLD:
            continue
        lacking = tuple([j for j in others if share[j] < LACKED])
        if not any(aligned[j] > 0 for j in lacking):
            continue
        columns = reach.columns[i]
        nearest = max(lacking, key=near.__getitem__)
        missing = [c for c in columns if not view.articles[nearest, c]]
        nowhere = [c for c in missing if not any(view.articles[j, c] for j in others)]
        traits = own_traits(view, phrase, columns) | {
            "lacking": len(lacking) / len(others),
            "told best": strength,
            "near": math.log(near[nearest] + 1e-3),
            "aligned": max([aligned[j] for j in lacking]),
            "aligned outlets": sum(aligned[j] > 0 for j in others) / len(others),
            "beside near": max([beside(view, reach.hosts[i], number, j) for j in lacking]),
            "kinship": max([kinship[j] for j in lacking]),
            "in sentence": max([share[j] for j in lacking]),
            "in near sentence": max([reach.near_share[i][j] for j in lacking]),
            "in article": max([reach.article[i][j] for j in lacking]),
            "words absent": math.log1p(len(missing)),
            "words nowhere": math.log1p(len(nowhere)),
            "rarest absent": max((float(view.weight[c]) for c in missing), default=0.0),
            "length": math.log(phrase.last - phrase.first),
        }
        yield Extra(phrase, lacking, traits)
