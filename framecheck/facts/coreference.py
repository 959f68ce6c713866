"""Which mentions of one article are the same referent: names by name, roles by apposition and recency.

A sieve in the manner of Raghunathan et al. (2010): the surest evidence joins first, and nothing joins two full names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from framecheck.facts.gazetteer import key, places, role, seats
from framecheck.facts.identity import acronyms, body_key, compatible, fits, gender, nations, parts, same_person, suffix
from framecheck.records.document import Document, Mention, Naming, Token

_LOCATED = re.compile(r"\b(?:in|at|near|from|outside|around|across|of|visited|leaving|reached)\s+\Z", re.IGNORECASE)
_COPULAS = frozenset(("is", "was", "as", "became", "remains"))


def link(document: Document, found: Sequence[Mention]) -> Iterator[Mention]:
    """*found* (in text order) with ``entity`` set for names, roles, groups and bodies."""
    clusters = _Clusters(found)
    renamed = _appositions(document, found, clusters)
    mentions = [renamed.get(i, m) for i, m in enumerate(found)]
    _names(document, mentions, clusters)
    _roles(mentions, clusters)
    _countries(mentions, clusters)
    _groups(mentions, clusters)
    numbers: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        counted = mention.kind != "thing" or mention.name or clusters.root(i) != i
        yield replace(mention, entity=numbers.setdefault(clusters.root(i), len(numbers)) if counted else -1)


class _Clusters:
    """Union and find over mention indexes; two persons of different names are never joined."""

    __slots__ = ("_names", "_parent")

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._parent = list(range(len(mentions)))
        self._names = [m.name if m.kind == "person" else "" for m in mentions]

    def root(self, i: int) -> int:
        while self._parent[i] != i:
            i = self._parent[i] = self._parent[self._parent[i]]
        return i

    def join(self, i: int, j: int) -> bool:
        """Make *i* and *j* one; ``False`` where their names forbid it."""
        a, b = sorted((self.root(i), self.root(j)))
        first, second = self._names[a], self._names[b]
        if a != b and first and second and not compatible(first, second):
            return False
        self._parent[b] = a
        self._names[a] = max(first, second, key=len)
        return True


def _appositions(document: Document, found: Sequence[Mention], clusters: _Clusters) -> dict[int, Mention]:
    """Join a role to the name beside it ("the attorney, Mark Sheridan"; "Smith, who served as ambassador"); returns the
    mentions that thereby turn out to be persons or former holders."""
    changed: dict[int, Mention] = {}
    tokens = document.tokens
    starts = {t.start: i for i, t in enumerate(tokens)}
    ends = {t.end: i for i, t in enumerate(tokens)}
    credited = {
        t.end + 1 for t, u in zip(tokens[1:], tokens, strict=False) if u.lower == "according" and t.lower == "to"
    }
    outer = [
        i
        for i, m in enumerate(found)
        if m.kind in ("person", "thing") and (m.name or m.naming is Naming.ROLE) and m.span.start not in credited
    ]
    for i, j in _neighbours(outer, found):
        a, b = found[i], found[j]
        if bool(a.name) == bool(b.name) and not (a.naming is Naming.ROLE and b.naming is Naming.ROLE):
            continue
        between = tokens[ends[a.span.end] + 1 : starts[b.span.start]]
        verdict = _apposed(between, a, b, found, tokens[starts[b.span.start]])
        if not verdict or not _free(tokens, ends[b.span.end] + 1, a, b):
            continue
        if not clusters.join(i, j):
            continue
        for at, mention in ((i, a), (j, b)):
            if mention.kind == "thing":
                changed[at] = replace(mention, kind="person")
        if verdict == "former" and not b.status:
            changed[j] = replace(b, status="former")
    return changed


def _neighbours(outer: Sequence[int], found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of mentions close to one another in a sentence; the possessor of the second may stand between."""
    for at, i in enumerate(outer):
        for j in outer[at + 1 : at + 3]:
            if found[i].sentence == found[j].sentence and found[i].span.end < found[j].span.start:
                yield i, j


def _apposed(between: Sequence[Token], a: Mention, b: Mention, found: Sequence[Mention], first: Token) -> str:
    words = [t.lower for t in between]
    if not words and a.naming is Naming.ROLE and b.name and b.kind == "person":
        return "same"  # "former ambassador to NATO Julie Smith"
    if words == [","] and (b.name or first.tag in ("DT", "PRP$") or b.modifiers or b.status):
        return "same"
    if a.name and words[:1] == [","] and words[-1:] == ["'s"] and len(words) <= 6:
        return "same"  # "Ida Holm, Berg's harbour master"
    if b.naming is Naming.ROLE and words and words[-1] in _COPULAS and len(words) <= 4:
        served = words[-1] == "as" and {"served", "worked"} & set(words)
        if served or words in (["is"], ["was"], [",", "who", "is"], [",", "who", "was"], ["who", "is"], ["who", "was"]):
            return "former" if served else "same"
    return ""


def _free(tokens: Sequence[Token], after: int, a: Mention, b: Mention) -> bool:
    """Whether the second noun phrase is an apposition and no item of a list: "the mayor, the governor and …"."""
    if after >= len(tokens) or a.naming is not Naming.ROLE or b.naming is not Naming.ROLE:
        return not (after < len(tokens) and tokens[after].lower == "and" and b.name and a.name)
    return tokens[after].lower not in {"and", "or"}


def _names(document: Document, mentions: Sequence[Mention], clusters: _Clusters) -> None:
    """Full names by name; a family name alone is the bearer spoken of most, or of equals the one introduced first, unless
    title or gender forbid it."""
    persons = [i for i, m in enumerate(mentions) if m.name and m.kind == "person"]
    bearers: dict[str, list[int]] = defaultdict(list)  # one mention of every person who bears a word of a name
    genders = {i: gender(document.words(mentions[i].span)) for i in persons}
    for i in persons:
        words = parts(mentions[i].name)
        if len(words) < 2:
            continue
        same = next(
            (
                j
                for j in bearers[words[-1]]
                if _is_full(mentions[j]) and same_person(mentions[i].name, mentions[j].name)
            ),
            None,
        )
        if same is None:
            for word in words:
                bearers[word].append(i)
        else:
            clusters.join(same, i)
            genders[same] = genders[same] or genders[i]
    spoken = Counter(clusters.root(i) for i in persons if _is_full(mentions[i]))
    single = [i for i in persons if len(parts(mentions[i].name)) == 1]
    # a title tells which of a family is meant; the bare name is then whoever is spoken of most
    for i in sorted(single, key=lambda i: not (genders[i] or mentions[i].roles)):
        words = parts(mentions[i].name)
        known = bearers[words[0]]
        family = [j for j in known if parts(mentions[j].name)[-1] == words[0]] or known
        fitting = [j for j in family if not {genders[i], genders[j]} >= {"f", "m"} and _may_be(mentions, i, j)]
        if fitting:
            first = min(fitting, key=lambda j: (-spoken[clusters.root(j)], j))
            clusters.join(first, i)
            genders[first] = genders[first] or genders[i]
        else:
            known.append(i)
            first = i
        spoken[clusters.root(first)] += 1
    _bodies(document, mentions, clusters)


def _is_full(mention: Mention) -> bool:
    return len(parts(mention.name)) > 1


def _may_be(mentions: Sequence[Mention], i: int, j: int) -> bool:
    """Whether the single name *i* can be the person of mention *j*: not where *i* comes first under a title that the
    full name does not have ("President Trump … Melania Trump")."""
    mine, other = mentions[i], mentions[j]
    if suffix(mine.name) != suffix(other.name) and suffix(mine.name):
        return False
    return j < i or not mine.roles or bool(set(mine.roles) & set(other.roles))


def _bodies(document: Document, mentions: Sequence[Mention], clusters: _Clusters) -> None:
    first: dict[str, int] = {}
    countries = {body_key(m.name) for m in mentions if m.kind == "place"}
    for i, mention in enumerate(mentions):
        if mention.name and mention.kind != "person":
            own = body_key(mention.name)
            seat = seats().get(own, "")
            if seat in countries and not _LOCATED.search(
                document.article.plain, max(0, mention.span.start - 12), mention.span.start
            ):
                own = seat  # "Moscow's demands": the government, not the town
            clusters.join(first.setdefault(own, i), i)
    longer, regions = _longer(mentions, first)
    for whole, i in list(first.items()):
        if mentions[i].kind != "person" and whole not in places() and len(regions[whole]) == 1:
            clusters.join(i, regions[whole][0])  # "the North" for North Korea
        if mentions[i].kind == "place":
            continue
        for short in acronyms(mentions[i].name):
            if short in first and short != whole and mentions[first[short]].kind != "person":
                clusters.join(i, first[short])
        if " " in whole and mentions[i].kind == "body" and len(longer[whole]) == 1:
            clusters.join(i, longer[whole][0])


def _longer(mentions: Sequence[Mention], first: dict[str, int]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The names that end with a name, and the places that begin with a word."""
    endings: dict[str, list[int]] = defaultdict(list)
    beginnings: dict[str, list[int]] = defaultdict(list)
    for name, i in first.items():
        words = name.split()
        for at in range(1, len(words)):
            endings[" ".join(words[at:])].append(i)
        if len(words) > 1 and mentions[i].kind == "place":
            beginnings[words[0]].append(i)
    return endings, beginnings


def _roles(mentions: Sequence[Mention], clusters: _Clusters) -> None:
    """Definite roles to their holder: of the same nation, else the one spoken of most ("the president") or last ("the
    official"). "A former official" opens a referent of its own."""
    holders: dict[str, list[int]] = defaultdict(list)
    weight = Counter(clusters.root(i) for i in range(len(mentions)))
    for i, mention in enumerate(mentions):
        if mention.kind == "person" and mention.name:
            for meaning in mention.roles:
                holders[meaning].append(i)
    for i, mention in enumerate(mentions):
        if mention.kind != "person" or mention.naming is not Naming.ROLE:
            continue
        found = role(mention.head)
        office = found is not None and found.kind == "office"
        for meaning in mention.roles:
            if mention.definite or (office and mention.status):
                known = [j for j in holders[meaning] if (j < i or office) and fits(mention, mentions[j])]
                told = [j for j in known if nations(mention) & nations(mentions[j])] or known
                if told and office:
                    clusters.join(max(told, key=lambda j: (weight[clusters.root(j)], -j)), i)
                elif told:
                    clusters.join(told[-1], i)
            holders[meaning].append(i)


def _countries(mentions: Sequence[Mention], clusters: _Clusters) -> None:
    """ "The country" is the country named last, if that was in this sentence or the one before."""
    latest = -1
    for i, mention in enumerate(mentions):
        place = places().get(key(mention.name)) if mention.name else None
        if place and place.kind == "country":
            latest = i
        elif mention.head not in ("country", "nation") or not mention.definite or mention.plural:
            continue
        elif latest >= 0 and mention.sentence - mentions[latest].sentence <= 1:
            clusters.join(latest, i)


def _groups(mentions: Sequence[Mention], clusters: _Clusters) -> None:
    """Groups and unnamed bodies of one head and the same modifiers; a bare "the committee" is the one before it."""
    first: dict[tuple[object, ...], int] = {}
    latest: dict[tuple[str, ...], int] = {}
    for i, mention in enumerate(mentions):
        if mention.name or mention.kind not in ("group", "body"):
            continue
        own = tuple(sorted(set(mention.modifiers)))
        if not own and mention.definite and mention.roles in latest:
            clusters.join(latest[mention.roles], i)
        else:
            clusters.join(first.setdefault((mention.roles, own, mention.status), i), i)
        latest[mention.roles] = i
