"""Proper names: runs of capitalised words, told apart as persons, places, bodies and things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from framecheck.facts.gazetteer import given_names, key, lower, places, role, titles
from framecheck.lexicons import table, words
from framecheck.records.article import BlockKind
from framecheck.records.document import Sentence, Token

_HYPHENS = frozenset(("-", "\u2013"))
_LINKS = frozenset(("of", "for", "on"))
_COMPOUNDS = frozenset(("era", "led", "run", "on", "off", "up", "old", "day", "top"))
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "md"))
_SMALL = frozenset(
    (
        "amid",
        "after",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "over",
        "to",
        "with",
        "and",
        "but",
        "or",
    )
)
_NEVER = _SMALL | frozenset(
    ("i", "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "you", "his", "her")
)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: tokens ``first`` to ``last`` (half-open) without titles; ``title`` is the first token of the
    capitalised words before it (titles, offices, nationality), ``kind`` person, place, body or thing."""

    sentence: int
    title: int
    first: int
    last: int
    kind: str
    text: str


def names(sentences: Sequence[Sentence], tokens: Sequence[Token]) -> list[Name]:
    """The proper names of a document, in order."""
    small = Counter(t.text for t in tokens if t.text.islower())
    found: list[Name] = []
    for sentence in sentences:
        shouting = _title_case(sentence, tokens)
        runs = list(_runs(sentence, tokens, small, shouting))
        found.extend(name for first, last in runs for name in _split(sentence.index, first, last, tokens))
    return _settle(found, tokens, {s.index for s in sentences if _title_case(s, tokens)})


def _title_case(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether nearly every long word is capitalised, as in headlines, so that a capital says nothing."""
    piece = tokens[sentence.first : sentence.last]
    if sentence.kind is BlockKind.BODY and piece and piece[-1].text in {".", "?", "!", '"'}:
        return False
    long = [t.text for t in piece if len(t.text) > 3 and t.text.isalpha()]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.75 * len(long)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and any(c.isalpha() for c in token.text)


def _runs(
    sentence: Sentence, tokens: Sequence[Token], small: Counter[str], shouting: bool
) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words with the small words that names may hold."""
    at = sentence.first
    while at < sentence.last:
        if not _starts(at, sentence, tokens, small, shouting):
            at += 1
            continue
        end = at + 1
        while end < sentence.last:
            step = _extends(at, end, sentence.last, tokens, shouting)
            if not step:
                break
            end += step
        yield at, end
        at = end


def _starts(at: int, sentence: Sentence, tokens: Sequence[Token], small: Counter[str], shouting: bool) -> bool:
    token = tokens[at]
    word = token.lower
    if not _capital(token) or word in _NEVER or dated(token) or word in lower("status"):
        return False
    known = key(token.text) in places() or token.text in titles() or word in given_names()
    if shouting and not token.text.isupper():
        return (
            known or (token.tag.startswith("NNP") and not small[word] and role(word) is None) or role(word) is not None
        )
    previous = tokens[at - 1].text if at > sentence.first else ""
    if at == sentence.first or previous in {'"', ":", "\u2022", "("}:
        proper = token.tag.startswith("NNP") or token.text.isupper()
        return known or (proper and not small[word]) or (role(word) is not None and _capital_next(at, sentence, tokens))
    return token.tag[0] in "NJVFCIR" or known


def _capital_next(at: int, sentence: Sentence, tokens: Sequence[Token]) -> bool:
    return at + 1 < sentence.last and _capital(tokens[at + 1]) and not dated(tokens[at + 1])


def _extends(first: int, at: int, stop: int, tokens: Sequence[Token], shouting: bool) -> int:
    """How many tokens from *at* on belong to the run that began at *first* (0: none)."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < stop else None
    before = tokens[at - 1]
    if _capital(token) and not dated(token) and token.lower not in (_NEVER if shouting else _NEVER - _SMALL):
        return 0 if shouting and not token.tag.startswith("NNP") else 1
    if after is None:
        return 0
    if token.text in _HYPHENS:
        if after.lower == "a" and at + 3 < stop and tokens[at + 2].text in _HYPHENS and _capital(tokens[at + 3]):
            return 4  # "Mar-a-Lago"
        if _capital(after):
            return 0 if key(after.text) in places() or key(before.text) in places() else 2
        given = after.text.islower() and len(after.text) <= 3 and token.end == after.start and at - first >= 2
        return 2 if given and after.lower not in _COMPOUNDS else 0
    if token.text == "&" and _capital(after) and not before.text.isupper():
        return 2
    if token.lower in words("name_particles") and (_capital(after) or after.text in _HYPHENS):
        return 1
    if token.lower == "and" and _capital(after) and any(t.lower in _LINKS for t in tokens[first:at]):
        return 2 if before.tag.startswith(("JJ", "NNP")) and key(before.text) not in places() else 0
    if token.lower in _LINKS and _heads_body(tokens[first:at]) and not dated(after):
        jump = 1 if _capital(after) else 2
        if jump == 2 and (after.lower != "the" or at + 2 >= stop or not _capital(tokens[at + 2])):
            return 0
        return jump + 1 if token.lower == "of" or jump == 1 else 0
    return 0


def _heads_body(run: Sequence[Token]) -> bool:
    """Whether a run such as "Department" or "Director" goes on with "of …"."""
    last = run[-1].lower
    found = role(last)
    if last == "house" and run[0].lower == "white":
        return False
    return last in lower("bodies") or (
        found is not None and found.kind == "office" and last not in {"president", "premier"}
    )


def _split(sentence: int, first: int, last: int, tokens: Sequence[Token]) -> Iterator[Name]:
    """The name inside a run of capitals, apart from the titles before it; a run that is all title gives none."""
    start = first
    at = first
    while at < last:
        length = next((n for n in (3, 2, 1) if at + n <= last and _is_title(tokens[at : at + n])), 0)
        if (at > first and tokens[at - 1].lower in given_names()) or key(tokens[at + length - 1].text) in _SUFFIXES:
            length = 0  # "Martin Luther King"
        if at > first and tokens[at - 1].lower in _LINKS:
            length = 0  # "Department of Justice"
        if length and at + length < last and key(tokens[at + length].text) in _SUFFIXES:
            length = 0
        if length and not any(t.lower in lower("bodies") for t in tokens[at + length : last]):
            at += length
            start = at
        else:
            at += 1
    if start > first and start < last and tokens[start].lower in _LINKS:
        given = next((k for k in range(start, last) if tokens[k].lower in given_names()), last)
        if given >= last - 1:
            return  # "Director of National Intelligence": an office, no name
        start = given  # "Director of Investigations Jane Roe"
    while start < last and tokens[start].text in _HYPHENS:
        start += 1
    if start == first and last - first > 2 and _modifies(tokens[first]) and tokens[first + 1].lower in given_names():
        start += 1  # "(ambassador to) NATO Julie Smith": two names side by side
        yield Name(sentence, first, first, start, "", tokens[first].text)
        first = start
    if start < last:
        text = " ".join(t.text for t in tokens[start:last])
        yield Name(sentence, first, start, last, "person" if start > first else "", _tidy(text))


def _modifies(token: Token) -> bool:
    return key(token.text) in places() or (token.text.isupper() and len(token.text) > 1)


def _is_title(piece: Sequence[Token]) -> bool:
    text = " ".join(t.text for t in piece)
    found = role(text.lower())
    return text in titles() or (found is not None and found.kind != "kin" and not text.islower())


def _tidy(text: str) -> str:
    for hyphen in _HYPHENS:
        text = text.replace(f" {hyphen} ", "-")
    return text.replace(" & ", "&")


def _settle(found: list[Name], tokens: Sequence[Token], shouted: set[int]) -> list[Name]:
    """Kinds for all names, with what the document says elsewhere: a last name alone, "said", "who"."""
    singles = {key(n.text) for n in found if " " not in n.text}
    settled = [replace(n, kind=n.kind or _kind(n, tokens, singles)) for n in found]
    persons = {part for n in settled if n.kind == "person" for part in key(n.text).split()}
    known = {key(n.text) for n in settled if n.sentence not in shouted}
    kept = []
    for candidate in settled:
        name = _known_part(candidate, tokens, known) if candidate.sentence in shouted else candidate
        if name is None or len(key(name.text).replace(" ", "")) < 2:
            continue
        parts = key(name.text).split()
        if "-" in name.text and all(key(half) in persons | set(places()) for half in name.text.split("-")):
            continue  # "the Trump-Abe meeting"
        alone = name.kind == "thing" and len(parts) == 1 and parts[0] in persons
        kept.append(replace(name, kind="person") if alone else name)
    return kept


def _known_part(name: Name, tokens: Sequence[Token], known: set[str]) -> Name | None:
    """The name at the end of a run of a headline in capitals that the text knows: "Agency Subpoenas Smith"."""
    if key(name.text) in known or name.kind == "place" or name.text.isupper():
        return name
    for first in range(max(name.first, name.last - 3), name.last):
        text = " ".join(t.text for t in tokens[first : name.last])
        if key(text) in known:
            return replace(name, title=first, first=first, text=_tidy(text))
    return None


def _kind(name: Name, tokens: Sequence[Token], singles: set[str]) -> str:
    parts = key(name.text).split()
    if not parts:
        return "thing"
    whole, last = " ".join(parts), parts[-1]
    if whole in places():
        return "place"
    if (
        last in lower("bodies")
        or parts[0] in lower("bodies")
        or (name.text.replace(".", "").isupper() and len(whole) < 7)
    ):
        return "body"
    if last in lower("place_nouns"):
        return "place"
    if last in lower("thing_nouns") or any(link in parts for link in _LINKS):
        return "thing" if last in lower("thing_nouns") or parts[0] not in lower("bodies") else "body"
    core = [p for p in parts if p not in _SUFFIXES]
    if 2 <= len(core) <= 5 and core[0] in given_names():
        return "person"
    if len(core) >= 2 and parts[0] not in places() and (core[-1] in singles or _acts(name, tokens)):
        return "person"
    return "thing"


def _acts(name: Name, tokens: Sequence[Token]) -> bool:
    """Whether the words after the name say that it is somebody: "who", "said", ", 42,"."""
    after = [t.lower for t in tokens[name.last : name.last + 3]]
    if after[:1] and after[0] in {"said", "says", "told", "who", "added", "tweeted"}:
        return True
    return after[:1] == [","] and len(after) > 1 and (after[1] == "who" or (after[1].isdigit() and len(after[1]) == 2))


def dated(token: Token) -> bool:
    """Whether the token names a day, a month or a feast, which no name begins with."""
    kind = table("calendar").get(token.lower, ("",))[0]
    return kind in ("weekday", "month", "day") or token.text in words("feasts")
