"""Named in one outlet, only described in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from framecheck.diff.calling import Called, by_sentence, callings, kin, variant
from framecheck.facts.identity import nations
from framecheck.records.alignment import Alignment, Pair
from framecheck.records.difference import Difference
from framecheck.records.document import Mention, Naming
from framecheck.records.story import MentionRef

_KINDRED = (
    frozenset(("official", "officer", "employee", "agent", "aide", "insider", "citizen")),
    frozenset(("analyst", "expert", "researcher", "scholar", "professor", "economist", "historian")),
    frozenset(("nominee", "appointee", "director", "secretary", "candidate")),
    frozenset(("lawyer", "prosecutor")),
    frozenset(("representative", "senator", "lawmaker", "politician")),
    frozenset(("wife", "husband", "partner", "girlfriend", "boyfriend", "lover")),
)


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Persons whom an outlet never names although it speaks of them."""
    described: set[MentionRef] = set()
    for called in callings(alignment.story):
        yield from _by_office(alignment, called, described)
    yield from _by_position(alignment)


def _by_office(alignment: Alignment, called: Called, described: set[MentionRef]) -> Iterator[Difference]:
    """The entity table already knows who is meant: "the Ukrainian president"."""
    story = alignment.story
    named = {d: [m for m in found if m.name] for d, found in called.by_document.items()}
    silent = [d for d, found in named.items() if not found]
    if not silent or len(silent) == len(named):
        return
    relatives = all(kin(m) for d in silent for m in called.by_document[d])
    pairs = [p for p in alignment.pairs if _joins(p, called, silent)]
    best = max(pairs, key=lambda p: p.score, default=None)
    if relatives and best is None:
        return
    yield Difference(
        "referent",
        "unnamed",
        (
            variant(story, "unnamed", [(d, m) for d in silent for m in called.by_document[d]]),
            variant(story, called.entity.name, [(d, m) for d, found in named.items() for m in found]),
        ),
        f"standing {called.entity.id}",
        best.level if best else None,
        best.score if best else 0.0,
        0.8 if best else 0.6,
        (called.entity.name,),
        traits={"office": 1.0, "aligned": min(1.0, len(pairs) / 3)},
        detail=called.entity.name,
    )


def _joins(pair: Pair, called: Called, silent: list[int]) -> bool:
    where = called.sentences
    return pair.a in where and pair.b in where and (pair.a.document in silent) != (pair.b.document in silent)


def _by_position(alignment: Alignment) -> Iterator[Difference]:
    """An unnamed description in the sentence that answers the one with the name."""
    story = alignment.story
    entity = {r: e for e in story.entities if e.kind == "person" for r in e.mentions}
    present = {(e.id, r.document) for e in story.entities for r in e.mentions}
    said = {e.id: [story.mention(r) for r in e.mentions] for e in story.entities if e.kind == "person"}
    names, strangers = defaultdict(list), defaultdict(list)
    for ref, found in by_sentence(story).items():
        for at, mention in found:
            if at in entity and mention.name:
                names[ref].append(entity[at])
            elif at in entity and mention.naming is Naming.ROLE and not mention.plural and not entity[at].name:
                strangers[ref].append((entity[at], mention))
    options = []
    for pair in alignment.pairs:
        for named_at, other_at in ((pair.a, pair.b), (pair.b, pair.a)):
            for person in names.get(named_at, ()):
                for stranger, described in strangers.get(other_at, ()):
                    if (person.id, other_at.document) not in present and (link := _fit(said[person.id], described)):
                        options.append((link * pair.score, link, pair, person, stranger, named_at, other_at))
    options.sort(key=lambda o: (-o[0], o[3].id, o[5], o[6]))
    taken: set[tuple[int, int]] = set()
    for _, link, pair, person, stranger, _, other_at in options:
        if (person.id, other_at.document) in taken or (-1 - stranger.id, person.id) in taken:
            continue
        if any(key[0] == -1 - stranger.id and key[1] != person.id for key in taken):
            continue
        taken |= {(person.id, other_at.document), (-1 - stranger.id, person.id)}
        described_as = [(r.document, story.mention(r)) for r in stranger.mentions if r.document == other_at.document]
        named = [(r.document, story.mention(r)) for r in person.mentions if story.mention(r).name]
        yield Difference(
            "referent",
            "unnamed",
            (variant(story, "unnamed", described_as), variant(story, person.name, named)),
            f"standing {person.id}",
            pair.level,
            pair.score,
            link,
            (person.name,),
            traits={"position": 1.0},
            detail=person.name,
        )


def _fit(person: list[Mention], described: Mention) -> float:
    """How well a description fits what is said of the named person, 0..1; 0 where something speaks against it."""
    best = 0.0
    mine = nations(described)
    own = set(described.modifiers) - mine
    held = [m for m in person if m.roles]
    theirs = {n for m in held for n in nations(m)}
    others = {w for m in held for w in m.modifiers} - theirs
    if (mine and theirs and not mine & theirs) or (own and others and not own & others and not mine & theirs):
        return 0.0  # another nation; "the town's Democratic mayor" and "the mayor of Springfield"
    words = set(described.modifiers) | set(described.roles)
    for mention in held:
        shared = len(words & (set(mention.modifiers) | set(mention.roles)))
        same = described.roles[0] in mention.roles
        kindred = any(described.roles[0] in group and mention.roles[0] in group for group in _KINDRED)
        clash = {described.status, mention.status} in ({"former", "current"}, {"former", ""})
        if same or shared >= 2 or (kindred and shared):
            best = max(best, 0.4 + 0.2 * same + 0.1 * min(3, shared) - 0.2 * clash)
    return min(1.0, best)
