"""One name, spelled differently: places with an older or foreign form, persons with another spelling or given name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from framecheck.diff.calling import Called, callings, variant
from framecheck.facts.gazetteer import given_names, key
from framecheck.facts.identity import parts
from framecheck.lexicons import table
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference
from framecheck.records.document import Mention
from framecheck.records.story import Entity

Told = dict[str, list[tuple[int, Mention]]]


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Places first, then persons."""
    yield from _places(alignment)
    for called in callings(alignment.story):
        yield from _persons(alignment, called)
    yield from _misspelled(alignment)


def _places(alignment: Alignment) -> Iterator[Difference]:
    """Kiev in one outlet, Kyiv in another; an outlet that uses both is no party."""
    story = alignment.story
    usual = {form: fields[0] for form, fields in table("place_spellings").items()}
    known = set(usual.values())
    found: dict[str, Told] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(story.documents):
        for mention in document.mentions:
            name = mention.name
            if name in usual or name in known:
                found[usual.get(name, name)][name].append((number, mention))
    for place, forms in sorted(found.items()):
        yield from _differ(alignment, "place-name", forms, f"place {place}", place)


def _persons(alignment: Alignment, called: Called) -> Iterator[Difference]:
    """Another spelling of the same parts of a name, or another given name: "Kim Jong-un", "Liz" for "Elizabeth"."""
    spelled: dict[str, Told] = defaultdict(lambda: defaultdict(list))
    given: Told = defaultdict(list)
    family = parts(called.entity.name)[-1:]
    for document, mentions in called.by_document.items():
        for mention in mentions:
            words = parts(mention.name)
            if mention.name:
                form = re.sub(r"\s*-\s*", "-", mention.name)
                spelled["".join(words)][form.lower().replace(".", "")].append((document, mention))
            if words and words[0] in given_names() and (words[0],) != family:
                given[words[0]].append((document, mention))
    for name, forms in sorted(spelled.items()):
        yield from _differ(alignment, "spelling", forms, f"spelling {name}", called.entity.name)
    if any(not a.startswith(b) and not b.startswith(a) for a, b in combinations(given, 2)):
        yield from _differ(alignment, "given-name", given, f"given {called.entity.id}", called.entity.name)


def _misspelled(alignment: Alignment) -> Iterator[Difference]:
    """Two persons of one given name whose family names are a letter or two apart and whom no outlet both knows: one name,
    spelled in two ways ("Julie Smyth", "Julie Smith")."""
    from rapidfuzz.distance import OSA

    story = alignment.story
    by_given: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for entity in story.entities:
        words = parts(entity.name)
        if entity.kind == "person" and len(words) > 1:
            by_given[words[0]].append((words[-1], entity))
    for given, bearers in sorted(by_given.items()):
        for (one, a), (other, b) in combinations(bearers, 2):
            apart = OSA.distance(one, other, score_cutoff=2)
            if not 0 < apart <= (2 if min(len(one), len(other)) > 7 else 1) or min(len(one), len(other)) < 4:
                continue
            if {r.document for r in a.mentions} & {r.document for r in b.mentions}:
                continue
            forms = {e.name: [(r.document, m) for r in e.mentions if (m := story.mention(r)).name] for e in (a, b)}
            yield from _differ(alignment, "misspelled", forms, f"misspelled {given} {one}", a.name)


def _differ(alignment: Alignment, relation: str, forms: Told, group: str, detail: str) -> Iterator[Difference]:
    """One n-way difference where some outlet uses a form that another outlet never uses."""
    outlets = {form: {d for d, _ in found} for form, found in forms.items()}
    told = {d for s in outlets.values() for d in s}
    if len(forms) < 2 or len(told) < 2 or len({frozenset(s) for s in outlets.values()}) == 1:
        return
    order = sorted(forms, key=lambda f: (len(outlets[f]), len(forms[f]), f))
    yield Difference(
        "referent",
        relation,
        tuple(variant(alignment.story, form, forms[form]) for form in order),
        group,
        link=0.9,
        evidence=(key(detail),),
        traits={"forms": min(1.0, (len(forms) - 1) / 3), "uses": min(1.0, min(len(forms[f]) for f in forms) / 3)},
        detail=detail,
    )
