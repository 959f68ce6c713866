"""What words stand for: places with their peoples, roles, titles, bodies (look-ups over the lexicons)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from framecheck.lexicons import table, words


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """A word for a place: ``name`` is the usual name of the place, ``kind`` country, state, city or region,
    ``form`` "name", "people" (an adjective or a word for its people) or "variant"."""

    name: str
    kind: str
    form: str


@cache
def places() -> dict[str, PlaceWord]:
    """Every form of a place (as ``key`` makes it) to the place."""
    found: dict[str, PlaceWord] = {}
    for name, fields in table("places").items():
        kind, variants, people = (*fields, "", "", "")[:3]
        found[key(name)] = PlaceWord(name, kind, "name")
        for form in filter(None, variants.split("|")):
            found.setdefault(key(form), PlaceWord(name, kind, "variant"))
        for form in filter(None, people.split("|")):
            found.setdefault(key(form), PlaceWord(name, kind, "people"))
    for seat in {fields[3] for fields in table("places").values() if len(fields) > 3}:
        found.setdefault(key(seat), PlaceWord(seat, "city", "name"))
    return found


@cache
def seats() -> dict[str, str]:
    """Seat of government to country, both as lower-case keys."""
    rows = ((name, (*fields, "", "", "", "")[3]) for name, fields in table("places").items())
    return {key(seat): key(name) for name, told in rows for seat in told.split("|") if seat}


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A role noun: ``kind`` office, post or kin; ``meaning`` is equal for nouns that say the same."""

    noun: str
    kind: str
    meaning: str
    plural: bool


@cache
def role(phrase: str) -> RoleWord | None:
    """The role that a lower-case noun of one to three words names, singular or plural."""
    entries = table("roles")
    for singular in singulars(phrase):
        fields = entries.get(singular) or entries.get(singular.upper())
        if fields:
            return RoleWord(singular, fields[0], fields[1], singular != phrase)
    return None


@cache
def singulars(phrase: str) -> tuple[str, ...]:
    """The phrase itself and what it may be the plural of."""
    forms = [phrase]
    first, _, rest = phrase.partition(" ")
    if rest and first.endswith("s"):  # chiefs of staff, attorneys general
        forms.append(f"{first[:-1]} {rest}")
    if phrase.endswith("men"):
        forms.append(phrase[:-2] + "an")
    if phrase.endswith("ies"):
        forms.append(phrase[:-3] + "y")
    if phrase.endswith("es"):
        forms.append(phrase[:-2])
    if phrase.endswith("s") and not phrase.endswith("ss"):
        forms.append(phrase[:-1])
    return tuple(forms)


@cache
def titles() -> dict[str, tuple[str, str]]:
    """Title before a name to its role (``""``: courtesy only) and gender (``""``: untold)."""
    padded = {title: (*fields, "", "") for title, fields in table("titles").items()}
    return {title: (fields[0], fields[1]) for title, fields in padded.items()}


@cache
def given_names() -> dict[str, str]:
    """Given name to its short or full form, both lower case (``""``: none)."""
    return {name.lower(): (fields[0].lower() if fields else "") for name, fields in table("given_names").items()}


@cache
def lower(name: str) -> frozenset[str]:
    """The entries of a lexicon in lower case."""
    return frozenset(word.lower() for word in words(name))


@cache
def key(name: str) -> str:
    """A name with case, accents, points and hyphens made equal.

    >>> key("Kim Jong-un"), key("F.B.I."), key("Wro\u0144ski")
    ('kim jong un', 'fbi', 'wronski')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r"(?<=\w)\.", "", plain.lower())
    return " ".join(re.sub(r"[^\w']+", " ", plain).split())


def acronym(name: str) -> str:
    """The initials of the capitalised words of *name*, lower case."""
    return "".join(word[0] for word in re.findall(r"[^\W_]+", name) if word[0].isupper()).lower()
