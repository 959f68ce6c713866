"""Who does it and to what: the participants of a predicate, read off the dependency tree, compared across a pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framecheck.diff.wording import Aligned, kindred, root
from framecheck.records.document import Token
from framecheck.records.story import Story

_NAME = ("flat", "compound", "appos")  # relations to the head of a name of the words after it
_UP = ("xcomp", "conj", "acl", "advcl", "ccomp")  # relations along which a predicate borrows the subject of its head


@dataclass(frozen=True, slots=True)
class Roles:
    """Indexes in the sentence of the doer and of what it is done to, -1 where the tree shows none."""

    doer: int
    undergoer: int


def roles(words: Sequence[Token], first: int, at: int) -> Roles:
    """The participants of the predicate ``words[at]``; *first* is the document index of ``words[0]``."""
    doer = undergoer = -1
    for k, token in enumerate(words):
        if token.head - first != at:
            continue
        match token.relation:
            case "nsubj" | "csubj" | "obl:agent":
                doer = k
            case "nsubj:pass" | "obj" | "dobj":
                undergoer = k
            case _:
                pass
    head = words[at].head - first
    if doer < 0 and undergoer != at and 0 <= head < len(words) and words[at].relation.startswith(_UP) and head != at:
        passive = any(t.head - first == at and t.relation in ("nsubj:pass", "aux:pass") for t in words)
        if not passive and head < at:
            doer = next((k for k, t in enumerate(words) if t.head - first == head and t.relation == "nsubj"), -1)
    return Roles(doer, undergoer)


def referents(story: Story) -> dict[tuple[int, int], int]:
    """Document and offset of a mention's last word to the entity of the story."""
    found: dict[tuple[int, int], int] = {}
    for entity in story.entities:
        for ref in entity.mentions:
            found[ref.document, story.mention(ref).span.end] = entity.id
    return found


def named(story: Story) -> frozenset[int]:
    """The entities that somebody names."""
    return frozenset(entity.id for entity in story.entities if entity.name)


def other_doer(aligned: Aligned, i: int, j: int, known: Mapping[tuple[int, int], int], named: frozenset[int]) -> bool:
    """Whether two predicates are said of two named doers: then they are two acts."""
    doers = [
        _entity(aligned, side, roles(words, aligned.sentences[side].first, at).doer, known)
        for side, (words, at) in enumerate(((aligned.wording.a, i), (aligned.wording.b, j)))
    ]
    return doers[0] != doers[1] and named.issuperset(doers)


def agreement(aligned: Aligned, i: int, j: int, known: Mapping[tuple[int, int], int]) -> float:
    """How well the participants of two predicates agree: 1 where one is the same and none differs, 0 where one differs
    and none is the same, .5 where the trees do not say."""
    a, b = (s.first for s in aligned.sentences)
    left, right = roles(aligned.wording.a, a, i), roles(aligned.wording.b, b, j)
    votes = [
        _same(aligned, x, y, known)
        for x, y in ((left.doer, right.doer), (left.undergoer, right.undergoer))
        if x >= 0 and y >= 0
    ]
    votes = [v for v in votes if v != 0.5]
    return sum(votes) / len(votes) if votes else 0.5


def _same(aligned: Aligned, x: int, y: int, known: Mapping[tuple[int, int], int]) -> float:
    words = aligned.wording
    a, b = words.a[x], words.b[y]
    if words.partner.get(x) == y or kindred(root(a), root(b)):
        return 1.0
    left = _entity(aligned, 0, x, known)
    if left >= 0 and left == _entity(aligned, 1, y, known):
        return 1.0
    return 0.5 if "PRP" in (a.tag, b.tag) or "WDT" in (a.tag, b.tag) or "WP" in (a.tag, b.tag) else 0.0


def _entity(aligned: Aligned, side: int, at: int, known: Mapping[tuple[int, int], int]) -> int:
    """The entity of the phrase that a word heads: of a mention that ends with it, or with a word of its name; -1 if none."""
    words = aligned.wording.b if side else aligned.wording.a
    number = (aligned.pair.b if side else aligned.pair.a).document
    first = aligned.sentences[side].first
    last = at
    while (
        at >= 0 and last + 1 < len(words) and words[last + 1].head - first == at and words[last + 1].relation in _NAME
    ):
        last += 1
    found = (known[number, token.end] for token in words[at : last + 1] if (number, token.end) in known)
    return next(found, -1) if at >= 0 else -1
