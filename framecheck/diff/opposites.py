"""Opposite verbs of the same participants: "the council rejected the plan" and "the council approved the plan".

Opposite modifiers are compared in ``modifiers``; here doer and undergoer must agree, as far as the trees show.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from framecheck.diff.roles import agreement, referents
from framecheck.diff.wording import Aligned, aligned_pairs, root
from framecheck.facts.tokens import stem
from framecheck.lexicons import table
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference, Variant

_MIN_LINK = 0.2


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Stem of a verb to the stems of its opposites, in both directions."""
    found: dict[str, set[str]] = {}
    for verb, (others,) in table("opposite_verbs").items():
        for other in others.split(","):
            found.setdefault(stem(verb), set()).add(stem(other))
            found.setdefault(stem(other), set()).add(stem(verb))
    return {verb: frozenset(others) for verb, others in found.items()}


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Opposite verbs in an aligned pair, neither with a partner in the other sentence."""
    known = referents(alignment.story)
    opposites = _opposites()
    for aligned in aligned_pairs(alignment):
        words = aligned.wording
        free = {root(t): j for j, t in enumerate(words.b) if t.tag.startswith("VB") and j not in words.back}
        for i, token in enumerate(words.a):
            if i in words.partner or not token.tag.startswith("VB"):
                continue
            for other in sorted(opposites.get(root(token), ())):
                if (j := free.get(other, -1)) < 0:
                    continue
                link = 0.8 * words.neighbourhood(i, j) + 0.2 * words.ordered(i, j)
                if link >= _MIN_LINK and (roles := agreement(aligned, i, j, known)) > 0.5:
                    yield _difference(aligned, i, j, link, roles)


def _difference(aligned: Aligned, i: int, j: int, link: float, roles: float) -> Difference:
    places = (aligned.place(0, i, i), aligned.place(1, j, j))
    quoted = [aligned.quoted(side, p.span) for side, p in enumerate(places)]
    variants = tuple(Variant(d.words(p.span).lower(), (p,)) for d, p in zip(aligned.documents, places, strict=True))
    return Difference(
        "verb",
        "opposite",
        variants,
        " ".join(sorted(v.value for v in variants)),
        aligned.pair.level,
        aligned.pair.score,
        link,
        quoted=all(quoted),
        traits={"roles": roles, "one_quoted": float(quoted[0] != quoted[1])},
    )
