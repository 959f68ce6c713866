"""Opposite words for the same thing: "older sister" and "younger sister", "rejected" and "accepted".

An adjective counts where both describe the same noun, a verb where doer and undergoer agree, as far as the trees show.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from framecheck.diff.roles import agreement, referents
from framecheck.diff.wording import Aligned, aligned_pairs, kindred, root
from framecheck.facts.tokens import stem
from framecheck.lexicons import table
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Token

_MIN_LINK = 0.2
_SAME_NOUN = 0.3


@cache
def _opposites() -> dict[tuple[str, str], frozenset[str]]:
    """Part of speech and word (the stem of a verb or noun) to its opposites."""
    found: dict[tuple[str, str], set[str]] = {}
    for word, (tags, others) in table("antonyms").items():
        for tag in tags.split(","):
            for other in others.split(","):
                one, two = (w if tag == "JJ" else stem(w) for w in (word, other))
                found.setdefault((tag, one), set()).add(two)
                found.setdefault((tag, two), set()).add(one)
    return {key: frozenset(values) for key, values in found.items()}


def _key(token: Token) -> tuple[str, str]:
    """Part of speech and form to look up. A word before its noun is an adjective, whatever the tagger took it for."""
    if token.tag.startswith("JJ") or token.relation in ("amod", "compound"):
        return "JJ", token.lower
    return token.tag[:2], root(token)


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Unmatched opposite words in the same place of an aligned pair."""
    known = referents(alignment.story)
    opposites = _opposites()
    for aligned in aligned_pairs(alignment):
        words = aligned.wording
        free = {_key(t): j for j, t in enumerate(words.b) if j not in words.back and _key(t) in opposites}
        for i, token in enumerate(words.a):
            kind, form = _key(token)
            for other in () if i in words.partner else opposites.get((kind, form), ()):
                if (j := free.get((kind, other), -1)) < 0:
                    continue
                link = 0.8 * words.neighbourhood(i, j) + 0.2 * words.ordered(i, j)
                if kind == "JJ":
                    one, two = (_described(aligned, side, k) for side, k in ((0, i), (1, j)))
                    if one is not None and two is not None and kindred(root(one), root(two)):
                        yield _difference(aligned, "adjective", i, j, max(link, _SAME_NOUN), 1.0)
                elif link >= _MIN_LINK and (roles := agreement(aligned, i, j, known)) > 0.5:
                    yield _difference(aligned, "predicate", i, j, link, roles)


def _described(aligned: Aligned, side: int, at: int) -> Token | None:
    """The noun that the adjective at *at* describes: what it modifies, or the subject it is said of."""
    words = aligned.wording.b if side else aligned.wording.a
    first = aligned.sentences[side].first
    token = words[at]
    if token.relation in ("amod", "compound") and 0 <= token.head - first < len(words):
        return words[token.head - first]
    return next((t for t in words if t.head - first == at and t.relation.startswith("nsubj")), None)


def _difference(aligned: Aligned, relation: str, i: int, j: int, link: float, roles: float) -> Difference:
    places = (aligned.place(0, i, i), aligned.place(1, j, j))
    quoted = [aligned.quoted(side, p.span) for side, p in enumerate(places)]
    variants = tuple(Variant(d.words(p.span).lower(), (p,)) for d, p in zip(aligned.documents, places, strict=True))
    return Difference(
        "opposites",
        relation,
        variants,
        " ".join(sorted(v.value for v in variants)),
        aligned.pair.level,
        aligned.pair.score,
        link,
        quoted=all(quoted),
        traits={
            "roles": roles,
            "ordered": float(aligned.wording.ordered(i, j)),
            "one_quoted": float(quoted[0] != quoted[1]),
        },
    )
