"""The same predicate, stated with unlike commitment: "may decline" and "will get less", "considering halting" and "halted".

Two predicates are the same where their words are matched or share a class of meaning, or where they stand in the same place
among matched words and have the same participants; if only one carries a cue, the pair must be surer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framecheck.diff.grouping import connected
from framecheck.diff.meaning import related
from framecheck.diff.predicates import Stated, stated
from framecheck.diff.roles import agreement, named, other_doer, referents
from framecheck.diff.wording import Aligned, aligned_pairs, kindred, root
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Difference, Variant

_STEP = 0.2  # strengths nearer than this say the same
_MIN_LINK = {"same": 0.15, "related": 0.15, "placed": 0.2, "slot": 0.2}
_SURE_PLACE, _SURE_PAIR = 0.36, 0.9
_SLOT_PAIR = 0.6  # unlike verbs of the same participants make one statement only in surer pairs


@dataclass(frozen=True, slots=True)
class _Link:
    """Two predicates of a pair that make one statement: how sure, and how well their participants agree."""

    a: Stated
    b: Stated
    relation: str
    score: float
    roles: float


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Linked predicates whose strength or polarity differ; in a pair each predicate is used once, the best link first."""
    yield from connected(_differences(alignment))


def _differences(alignment: Alignment) -> Iterator[Difference]:
    known, names = referents(alignment.story), named(alignment.story)
    read: dict[SentenceRef, list[Stated]] = {}
    for aligned in aligned_pairs(alignment):
        refs = (aligned.pair.a, aligned.pair.b)
        for ref, document, sentence in zip(refs, aligned.documents, aligned.sentences, strict=True):
            if ref not in read:
                read[ref] = stated(document, sentence)
        left, right = (read[ref] for ref in refs)
        options = [o for here in left for there in right if (o := _link(aligned, here, there, known, names))]
        used: set[tuple[int, int]] = set()
        for link in sorted(options, key=lambda o: -o.score):
            ends = {(0, link.a.at), (1, link.b.at)}
            if not ends & used:
                used |= ends
                found = _difference(aligned, link)
                if not found.quoted:  # two quotations are compared as quotations
                    yield found


def _link(
    aligned: Aligned, a: Stated, b: Stated, known: Mapping[tuple[int, int], int], names: frozenset[int]
) -> _Link | None:
    """Why two predicates are one statement, or ``None`` where they are not or do not differ."""
    words = aligned.wording
    one, other = words.a[a.at], words.b[b.at]
    if not (a.cues or b.cues) or one.tag[0] != other.tag[0]:
        return None
    shared = a.words & b.words  # a hedge that both have changes nothing
    step = min(abs(a.strength() - b.strength()), abs(a.strength(shared) - b.strength(shared)))
    if step < _STEP and a.negated == b.negated:
        return None
    verbs = one.tag[0] == other.tag[0] == "V"
    if words.partner.get(a.at) == b.at or kindred(root(one), root(other)):
        how = "same"
    elif a.at in words.partner or b.at in words.back or not verbs:
        return None
    elif related(one, other):
        how = "related"
    elif a.cues and b.cues:
        how = "placed"
    else:
        how = "slot"
    score = 0.8 * words.neighbourhood(a.at, b.at) + 0.2 * words.ordered(a.at, b.at)
    if score < _MIN_LINK[how]:
        return None
    roles = agreement(aligned, a.at, b.at, known)
    if a.negated != b.negated:
        if how != "same" or not verbs or roles == 0.0 or a.kinds | b.kinds != {"negation"} or (a.cues and b.cues):
            return None  # another time or mood, or "don't ask, don't tell"
        return _Link(a, b, "negated", score, roles)
    if how == "slot" and (roles < 1.0 or aligned.pair.score < _SLOT_PAIR):
        return None
    if how == "placed" and aligned.pair.score < _SLOT_PAIR:
        return None
    if other_doer(aligned, a.at, b.at, known, names):
        return None
    # where the sentences surely share a statement, the place among matched words is enough
    placed = roles == 1.0 or (aligned.pair.score >= _SURE_PAIR and score >= _SURE_PLACE)
    return _Link(a, b, f"hedged-{how}", score, roles) if how != "placed" or placed else None


def _difference(aligned: Aligned, link: _Link) -> Difference:
    a, b = link.a, link.b
    places = [aligned.place(0, a.first, a.last), aligned.place(1, b.first, b.last)]
    variants = [Variant(d.words(p.span).lower(), (p,)) for d, p in zip(aligned.documents, places, strict=True)]
    quoted = [aligned.quoted(side, place.span) for side, place in enumerate(places)]
    firmer = a.strength() > b.strength() or (b.negated and not a.negated)
    return Difference(
        "commitment",
        link.relation,
        tuple(variants if firmer else reversed(variants)),
        " ".join(sorted((root(aligned.wording.a[a.at]), root(aligned.wording.b[b.at])))),
        aligned.pair.level,
        aligned.pair.score,
        link.score,
        quoted=all(quoted),
        traits={
            "step": abs(a.strength() - b.strength()),
            "roles": link.roles,
            "one_quoted": float(quoted[0] != quoted[1]),
            "ordered": float(aligned.wording.ordered(a.at, b.at)),
            **dict.fromkeys(a.kinds | b.kinds, 1.0),
        },
    )
