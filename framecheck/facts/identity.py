"""Whether two names, or a role and a holder, can belong to one referent."""

from __future__ import annotations

from framecheck.facts.gazetteer import acronym, given_names, key, lower, places, titles
from framecheck.records.document import Mention, Naming

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_GENERATIONS = frozenset(("jr", "sr"))


def compatible(a: str, b: str) -> bool:
    """Whether one name may be a part or a form of the other."""
    return set(parts(a)) <= set(parts(b)) or set(parts(b)) <= set(parts(a)) or same_person(a, b)


def parts(name: str) -> tuple[str, ...]:
    """The words of a personal name, folded, without Jr. and the like."""
    return tuple(p for p in key(name).split() if p not in _SUFFIXES)


def suffix(name: str) -> str:
    """ "jr" of "Jesse Jackson Jr.", else ``""``."""
    return next((p for p in key(name).split() if p in _GENERATIONS), "")


def same_person(a: str, b: str) -> bool:
    """Whether two full names can be one person's: family name and given name agree; initials and short forms count.

    >>> same_person("Mark Sheridan", "Mark D. Sheridan"), same_person("Liz Cheney", "Mary Cheney")
    (True, False)
    """
    first, second = parts(a), parts(b)
    if len(first) < 2 or len(second) < 2 or suffix(a) != suffix(b):
        return False
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return first[-1] == second[-1] and _same_given(first[0], second[0])


def _same_given(a: str, b: str) -> bool:
    if a == b or (1 in (len(a), len(b)) and a[0] == b[0]):
        return True
    return given_names().get(a) == b or given_names().get(b) == a


def gender(words: str) -> str:
    """ "m" or "f" where a title or a noun tells, else ``""``."""
    tokens = words.split()
    told = {titles()[t][1] for t in tokens if t in titles()} | {
        "f" for t in tokens if t.lower() in lower("female_nouns")
    }
    told.discard("")
    return told.pop() if len(told) == 1 else ""


def body_key(name: str) -> str:
    """The key of a body or place: variants of a known place share one, a leading place or article is dropped for
    acronyms by the caller."""
    found = places().get(key(name))
    return key(found.name) if found else key(name)


def acronyms(name: str) -> set[str]:
    """Acronyms that may stand for *name*: with and without a country before it."""
    words = name.split()
    forms = {acronym(name)}
    if words[-1:] == ["Department"] and len(words) == 2:
        forms.add(f"do{words[0][0].lower()}")
    for length in (1, 2):
        if len(words) > length + 1 and key(" ".join(words[:length])) in places():
            forms.add(acronym(" ".join(words[length:])))
    return {form for form in forms if len(form) > 1}


def nations(mention: Mention) -> set[str]:
    """The places among the modifiers."""
    return {m for m in mention.modifiers if m in places()}


def fits(mention: Mention, other: Mention) -> bool:
    """Whether a role can refer to the holder *other*: no other nation, no other office words, no other standing."""
    mine, theirs = nations(mention), nations(other)
    if mine and theirs and not mine & theirs:
        return False
    extra = set(mention.modifiers) - set(other.modifiers) - mine
    if extra and (set(other.modifiers) - theirs or other.naming is Naming.ROLE):
        return False
    return not (mention.status and other.status and mention.status != other.status)
