"""One person, described by different nouns: "North Korean dictator" and "North Korean leader"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from framecheck.diff.calling import Called, callings, kin, meaning, variant
from framecheck.lexicons import words
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference
from framecheck.records.document import Mention

_SILENT = frozenset(("citizen", "member", "man", "woman", "friend", "veteran", "student"))


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Every person whom two outlets describe by nouns that the other does not use, over the whole articles."""
    for called in callings(alignment.story):
        yield from _described(alignment, called)


def _described(alignment: Alignment, called: Called) -> Iterator[Difference]:
    """A person whom outlets describe by different nouns: "North Korean dictator" and "North Korean leader"."""
    story = alignment.story
    told: dict[int, dict[str, list[Mention]]] = {}
    for document, found in called.by_document.items():
        nouns: dict[str, list[Mention]] = defaultdict(list)
        for mention in found:
            if meaning(mention) and meaning(mention) not in _SILENT and not kin(mention):
                nouns[meaning(mention)].append(mention)
        if nouns:
            told[document] = nouns
    chosen: set[str] = set()
    for a, b in combinations(sorted(told), 2):
        here, there = set(told[a]) - set(told[b]), set(told[b]) - set(told[a])
        first = {next(iter(told[a])), next(iter(told[b]))}
        if here and there:
            chosen |= here | there
        elif len(first) > 1 and first & (here | there):
            chosen |= first
        else:
            coloured = (here | there) & words("coloured_roles")
            chosen |= coloured and (here | there | (set(told[a]) & set(told[b])))
    order = sorted(chosen)
    if len(order) < 2:
        return
    where = called.sentences
    close = sum(p.a in where and p.b in where for p in alignment.pairs)
    counts = {n: sum(len(t.get(n, ())) for t in told.values()) for n in order}
    order.sort(key=lambda n: (n not in words("coloured_roles"), counts[n]))
    yield Difference(
        "referent",
        "renamed",
        tuple(variant(story, n, [(d, m) for d, t in told.items() for m in t.get(n, ())]) for n in order),
        f"described {called.entity.id}",
        link=0.9,
        evidence=(called.entity.name,),
        traits={
            "coloured": float(bool(chosen & words("coloured_roles"))),
            "aligned": min(1.0, close / 4),
            "named": float(bool(called.entity.name)),
            "kinds": min(1.0, (len(order) - 1) / 4),
        },
        detail=called.entity.name,
    )
