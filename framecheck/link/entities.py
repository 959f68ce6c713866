"""One entity table for a story: the referents of all articles, joined by name, acronym and office.

Only what is sure is joined here; that an unnamed "former official" in one outlet is the man whom another names needs the
aligned sentences and is found in ``framecheck.diff.referents``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from framecheck.facts.gazetteer import given_names, key, places, role, singulars
from framecheck.facts.identity import acronyms, body_key, nations, parts, same_person
from framecheck.lexicons import table
from framecheck.records.document import Document, Mention, Naming
from framecheck.records.story import Entity, MentionRef


@dataclass(slots=True, eq=False)
class _Referent:
    """The mentions of one referent, within a document at first, then across them."""

    refs: list[MentionRef] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return [m.name for m in self.mentions if m.name]

    @property
    def person(self) -> bool:
        return any(m.kind == "person" for m in self.mentions)

    def add(self, other: _Referent, link: str) -> None:
        self.refs.extend(other.refs)
        self.mentions.extend(other.mentions)
        self.links.extend(link if known == "name" else known for known in other.links)


def entities(documents: Sequence[Document]) -> tuple[Entity, ...]:
    """The referents of the story, those with most mentions first."""
    referents = _within(documents)
    named = [r for r in referents if r.names]
    rest = [r for r in referents if not r.names]
    joined = _other_names([r for r in named if not r.person], _persons([r for r in named if r.person]))
    unnamed = _labelled(_offices(rest, joined) + _things(documents))
    everyone = joined + _bodies(unnamed)
    everyone.sort(key=lambda r: (-len(r.refs), r.refs[0]))
    return tuple(_entity(number, r) for number, r in enumerate(everyone))


def _within(documents: Sequence[Document]) -> list[_Referent]:
    found: dict[tuple[int, int], _Referent] = defaultdict(_Referent)
    for number, document in enumerate(documents):
        for index, mention in enumerate(document.mentions):
            if mention.entity >= 0:
                referent = found[number, mention.entity]
                referent.refs.append(MentionRef(number, index))
                referent.mentions.append(mention)
                referent.links.append("name")
    return list(found.values())


def _things(documents: Sequence[Document]) -> list[_Referent]:
    """Definite things whose noun the lexicon of labels knows, one by one: "the deal"."""
    return [
        _Referent([MentionRef(number, index)], [mention], ["name"])
        for number, document in enumerate(documents)
        for index, mention in enumerate(document.mentions)
        if mention.entity < 0 and mention.definite and label_class(mention.head)
    ]


@cache
def label_class(head: str) -> str:
    """The class of labels of a noun, singular or plural, or ``""``."""
    for form in singulars(head):
        for entry in table("labels").get(form, ("",))[0].split("|"):
            name, _, slot = entry.partition(":")
            if slot in ("head", "kind"):
                return name
    return ""


def _labelled(unnamed: Iterable[_Referent]) -> list[_Referent]:
    """Groups and things called by labels of one class ("the caravan", "the migrants") are one as far as no nation tells
    them apart; a thing that one outlet alone speaks of is left out."""
    kept: list[_Referent] = []
    classes: dict[str, list[_Referent]] = defaultdict(list)
    for referent in unnamed:
        labels = {label_class(m.head) for m in referent.mentions if m.kind in ("group", "thing")}
        if len(labels) == 1 and "" not in labels and not referent.person:
            classes[labels.pop()].append(referent)
        else:
            kept.append(referent)
    for found in classes.values():
        joined: list[_Referent] = []
        for referent in sorted(found, key=lambda r: -len(r.refs)):
            told = _nations(referent)
            same = next((r for r in joined if not told or not _nations(r) or told & _nations(r)), None)
            if same:
                same.add(referent, "label")
            else:
                joined.append(referent)
        kept.extend(r for r in joined if r.mentions[0].kind == "group" or len({ref.document for ref in r.refs}) > 1)
    return kept


def _nations(referent: _Referent) -> set[str]:
    return {n for m in referent.mentions for n in nations(m)}


def _persons(found: Iterable[_Referent]) -> list[_Referent]:
    """Persons by full name; a last name alone joins the one person who bears it."""
    full: list[_Referent] = []
    short: list[_Referent] = []
    for referent in found:
        longest = [n for n in referent.names if len(parts(n)) > 1]
        if not longest:
            short.append(referent)
            continue
        same = next((r for r in full if any(same_person(a, b) for a in set(longest) for b in set(r.names))), None)
        if same:
            same.add(referent, "name")
        else:
            full.append(referent)
    for referent in sorted(short, key=lambda r: -len(r.refs)):
        holder = _bearer(referent, full)
        if holder:
            holder.add(referent, "name")
        else:
            full.append(referent)
    return full


def _bearer(referent: _Referent, persons: Sequence[_Referent]) -> _Referent | None:
    """Who bears a single name: the family name counts first, then any part; of several who share its titles the one
    named most, if clearly so."""
    word = parts(referent.names[0])[-1] if parts(referent.names[0]) else ""
    families = [r for r in persons if any(parts(n)[-1:] == (word,) for n in r.names)]
    bearers = families or [r for r in persons if any(word in parts(n) for n in r.names)]
    held = {meaning for m in referent.mentions for meaning in m.roles}
    if not bearers and held:  # "his wife, Sandi" for "his wife, Sandra Jackson"
        short = given_names().get(word, "-")
        bearers = [r for r in persons if any(parts(n)[:1] == (short,) for n in r.names)]
        bearers = [r for r in bearers if any(held & set(m.roles) for m in r.mentions)]
    bearers = [r for r in bearers if any(held & set(m.roles) for m in r.mentions)] or bearers
    bearers.sort(key=lambda r: -len(r.refs))
    if len(bearers) > 1 and len(bearers[0].refs) < 2 * len(bearers[1].refs):
        return None
    return bearers[0] if bearers else None


def _other_names(found: Iterable[_Referent], persons: list[_Referent]) -> list[_Referent]:
    """Bodies, places and things by key and acronym; a name that a person of another article bears is that person's."""
    found_so_far = list(persons)
    known: dict[str, _Referent] = {}
    whole = {key(n): r for r in persons for n in r.names}
    for referent in found:
        keys = {body_key(n) for n in referent.names}
        shorts = {a for n in referent.names if " " in n for a in acronyms(n)}
        same = next((known[k] for k in sorted(keys | shorts) if k in known), None)
        for other in [known[k] for k in sorted(keys & places().keys()) if k in known]:
            if same and other is not same:
                # "Moscow" in one article, "Russia" in another, both for one in a third
                same.add(other, "name")
                found_so_far.remove(other)
                known |= {k: same for k, r in known.items() if r is other}
        if same is None and (bearer := next((whole[k] for k in sorted(keys) if k in whole), None)):
            bearer.add(referent, "name")
            continue
        if (
            same is None
            and all(m.kind == "thing" for m in referent.mentions)
            and len(keys) == 1
            and " " not in next(iter(keys))
        ):
            bearer = _bearer(referent, persons)
            if bearer:
                bearer.add(referent, "name")
                continue
        if same:
            same.add(referent, "acronym" if keys & shorts or not keys & set(known) else "name")
        else:
            found_so_far.append(referent)
        for k in keys | shorts:
            known.setdefault(k, same or referent)
    return found_so_far


def _offices(unnamed: Iterable[_Referent], named: list[_Referent]) -> list[_Referent]:
    """Unnamed holders of an office join the one named person who holds it; the others are returned, joined among
    themselves where office, nation and office words agree."""
    holders = [r for r in named if r.person]
    left: list[_Referent] = []
    offices: dict[tuple[str, frozenset[str]], _Referent] = {}
    for referent in unnamed:
        titles = [m for m in referent.mentions if _office(m)]
        if not titles:
            left.append(referent)
            continue
        title = max(titles, key=lambda m: len(m.modifiers))
        fitting = [r for r in holders if _holds(r, title)]
        if len(fitting) > 1:
            exact = [r for r in fitting if any(title.status == m.status and _same_office(m, title) for m in r.mentions)]
            fitting = exact if len(exact) == 1 else _foremost(fitting, title)
        if len(fitting) == 1 and _admits(fitting[0], referent, title):
            fitting[0].add(referent, "role")
            continue
        office = (title.roles[0], frozenset(title.modifiers))
        if title.modifiers and office in offices:
            offices[office].add(referent, "role")
        else:
            offices.setdefault(office, referent)
            left.append(referent)
    return left


def _office(mention: Mention) -> bool:
    found = role(mention.head)
    return mention.naming is Naming.ROLE and found is not None and found.kind == "office" and not mention.plural


def _same_office(mention: Mention, title: Mention) -> bool:
    if not set(mention.roles) & set(title.roles):
        return False
    mine, theirs = nations(title), nations(mention)
    if mine and theirs and not mine & theirs:
        return False
    words, others = set(title.modifiers) - mine, set(mention.modifiers) - theirs
    return not words or not words.isdisjoint(others)


def _holds(person: _Referent, title: Mention) -> bool:
    """Whether somebody calls the person by this office, with the same nation where the title gives one."""
    held = [m for m in person.mentions if _same_office(m, title)]
    mine = nations(title)
    told = set().union(*(nations(m) for m in held)) if held else set()
    return bool(held) and (not mine or bool(mine & told))


def _foremost(fitting: list[_Referent], title: Mention) -> list[_Referent]:
    """Of several holders of a bare office the one of whom the story mostly speaks, if one clearly is."""
    if title.modifiers:
        return []
    ranked = sorted(fitting, key=lambda r: -len(r.refs))
    return ranked[:1] if len(ranked[0].refs) >= 3 * len(ranked[1].refs) else []


def _admits(person: _Referent, referent: _Referent, title: Mention) -> bool:
    """Whether the unnamed holder can be the person although the article may name the person elsewhere. A former holder
    joins a sitting one only where the article never names the latter and the nation is told."""
    standings = {m.status for m in person.mentions if _same_office(m, title)}
    if title.status in standings or not title.status:
        return True
    document = referent.refs[0].document
    names_it = any(ref.document == document and m.name for ref, m in zip(person.refs, person.mentions, strict=True))
    return not names_it and bool(nations(title))


def _bodies(unnamed: Sequence[_Referent]) -> list[_Referent]:
    """Unnamed bodies with the same head and the same telling words are one: "the Trump administration"."""
    first: dict[tuple[object, ...], _Referent] = {}
    kept: list[_Referent] = []
    for referent in unnamed:
        longest = max(referent.mentions, key=lambda m: len(m.modifiers))
        if longest.kind == "body" and longest.modifiers:
            same = first.setdefault((longest.roles, frozenset(longest.modifiers), longest.status), referent)
            if same is not referent:
                same.add(referent, "role")
                continue
        kept.append(referent)
    return kept


def _entity(number: int, referent: _Referent) -> Entity:
    order = sorted(range(len(referent.refs)), key=lambda i: referent.refs[i])
    kinds = Counter(m.kind for m in referent.mentions)
    kind = "person" if referent.person else kinds.most_common(1)[0][0]
    return Entity(
        number,
        _fullest(referent, kind),
        kind,
        tuple(referent.refs[i] for i in order),
        tuple(referent.links[i] for i in order),
    )


def _fullest(referent: _Referent, kind: str) -> str:
    """The name to show: of a person the usual full name, of a place its usual name today, else the usual form."""
    names = referent.names
    if not names:
        return ""
    if kind == "place":
        full = [place.name for n in names if (place := places().get(key(n)))]
    else:
        full = [n for n in names if len(parts(n)) > 1] if kind == "person" else names
    counts = Counter(full or names)
    return max(counts, key=lambda n: (counts[n], len(n)))
