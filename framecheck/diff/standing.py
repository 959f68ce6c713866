"""Former, ousted, then and sitting: whether outlets agree that somebody holds a post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from framecheck.diff.calling import Called, by_sentence, callings, meaning, office, place, variant
from framecheck.facts.identity import nations
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Mention, Naming
from framecheck.records.story import Story

_GONE = frozenset(("former", "ousted", "then"))


def compare(alignment: Alignment) -> Iterator[Difference]:
    """A holder of a post whom one outlet calls former and another does not; unnamed sources and things in aligned pairs."""
    for called in callings(alignment.story):
        yield from _holder(alignment, called)
    yield from _aligned(alignment)


def _holder(alignment: Alignment, called: Called) -> Iterator[Difference]:
    """One finding an entity and post, over all outlets."""
    story = alignment.story
    posts = {meaning(m) for found in called.by_document.values() for m in found if office(m)}
    for post in sorted(posts):
        told = {d: [m for m in found if meaning(m) == post] for d, found in called.by_document.items()}
        standing = {d: _standing(found) for d, found in told.items() if found}
        gone = {d for d, s in standing.items() if s in _GONE}
        sitting = {d for d, s in standing.items() if s not in _GONE}
        values = {standing[d] for d in gone}
        if not gone or not (sitting or len(values) > 1):
            continue
        close = _evidence(alignment, called, gone)
        if sitting and not close and len(story.documents) > 1:
            continue
        names = [d for d in called.by_document if d not in standing]
        variants = [
            variant(
                story,
                f"{value} {post}",
                [(d, m) for d in gone if standing[d] == value for m in told[d] if m.status == value],
            )
            for value in sorted(values)
        ]
        variants += (
            [variant(story, post, [(d, m) for d in sitting for m in told[d] if m.status not in _GONE])]
            if sitting
            else []
        )
        if names and sitting and "former" in values:
            variants.append(
                variant(story, called.entity.name, [(d, m) for d in names for m in called.by_document[d] if m.name])
            )
        repeated = min(1.0, sum(len(told[d]) for d in gone) / 4)
        yield Difference(
            "referent",
            "status",
            tuple(v for v in variants if v.places),
            f"standing {called.entity.id}",
            link=0.9 if sitting else 0.7,
            evidence=(called.entity.name, post),
            traits={"repeated": repeated, "aligned": min(1.0, close / 4), "sitting": float(bool(sitting))},
            detail=called.entity.name or post,
        )


def _standing(found: list[Mention]) -> str:
    return Counter(m.status for m in found).most_common(1)[0][0]


def _evidence(alignment: Alignment, called: Called, gone: set[int]) -> int:
    """How many aligned pairs put the former holder of one outlet beside the same person of another."""
    where = called.sentences
    return sum(
        pair.a in where and pair.b in where and (pair.a.document in gone) != (pair.b.document in gone)
        for pair in alignment.pairs
    )


def _aligned(alignment: Alignment) -> Iterator[Difference]:
    """Unnamed sources, bodies and things: "a former NATO official" beside "another NATO official"."""
    story = alignment.story
    named = {r for e in story.entities if e.name for r in e.mentions}
    unnamed = {
        ref: [
            m
            for r, m in found
            if m.naming in (Naming.ROLE, Naming.LABEL) and m.roles and not m.plural and r not in named
        ]
        for ref, found in by_sentence(story).items()
    }
    for pair in alignment.pairs:
        for a in unnamed.get(pair.a, ()):
            for b in unnamed.get(pair.b, ()):
                link = _same_description(a, b)
                if a.kind == "thing" and "former" not in (a.status, b.status):
                    continue
                if a.kind == "person" and not (a.status and b.status):
                    continue  # many officials are unnamed: both outlets must say what theirs is
                if link and (a.status in _GONE) != (b.status in _GONE) and "alleged" not in (a.status, b.status):
                    gone, other = (0, 1) if a.status in _GONE else (1, 0)
                    sides = ((pair.a, a), (pair.b, b))
                    yield Difference(
                        "referent",
                        "status",
                        (_one(story, *sides[gone]), _one(story, *sides[other])),
                        f"standing {sides[gone][1].status} {a.roles[0]}",
                        pair.level,
                        pair.score,
                        link,
                        (a.head,),
                        traits={"sitting": 1.0, "unnamed": 1.0, "thing": float(a.kind == "thing")},
                        detail=a.head,
                    )


def _one(story: Story, ref: SentenceRef, mention: Mention) -> Variant:
    words = " ".join(story.documents[ref.document].words(mention.span).lower().split())
    return Variant(words, (place(story, ref.document, mention),))


def _same_description(a: Mention, b: Mention) -> float:
    """How sure it is that two unnamed mentions of aligned sentences are one: same noun, shared modifiers, no clash."""
    if a.kind != b.kind or a.roles[0] != b.roles[0]:
        return 0.0
    mine, theirs = nations(a), nations(b)
    if mine and theirs and not mine & theirs:
        return 0.0
    shared = set(a.modifiers) & set(b.modifiers)
    if a.kind == "thing":
        return 0.6 if shared else 0.0
    return 0.8 if shared else 0.5 if a.kind == "body" else 0.0
