"""Words that refer to someone or something: names, titled names, roles, groups and other noun phrases.

A mention is found from its head (a proper name, or a noun for a person, a group or a body) and grown to the left over its
modifiers and, for roles, to the right over one complement ("director of the agency"); relative clauses, appositions and
possessors stay outside. What is left of the noun phrases becomes a label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framecheck.facts.coreference import link
from framecheck.facts.gazetteer import RoleWord, key, lower, places, role, titles
from framecheck.facts.names import Name, dated, names
from framecheck.lexicons import table
from framecheck.records.document import Document, Mention, Naming, Sentence, Token
from framecheck.text import Span

_LEFT_TAGS = ("JJ", "NN", "CD", "VBN", "VBG", "HYPH", "RB")
_ONE = frozenset(("a", "an", "one", "another"))
# past tenses that are never nouns, whatever the tagger says of them after a name in capitals
_VERBS = frozenset(("met", "told", "said", "spoke", "went", "came", "took", "became", "left", "won", "gave"))
_COMPLEMENTS = frozenset(("of", "for", "to", "from", "at"))
_QUANTIFIERS = frozenset(
    ("some", "many", "several", "most", "all", "few", "both", "various", "numerous", "dozens", "scores", "hundreds")
)
_NOT_IN_PHRASE = frozenset(
    (
        "also",
        "now",
        "not",
        "however",
        "meanwhile",
        "including",
        "according",
        "following",
        "when",
        "even",
        "just",
        "only",
        "once",
        "soon",
        "still",
    )
)


@dataclass(slots=True)
class _Reader:
    """One document being read; ``taken`` are tokens that already belong to a mention's head."""

    tokens: Sequence[Token]
    names: dict[int, Name]
    inside: dict[int, Name]
    taken: set[int]


def mentions(document: Document) -> Iterator[Mention]:
    """Every mention of the document, in text order, with ``Mention.entity`` set."""
    tokens = document.tokens
    found = names(document.sentences, tokens)
    reader = _Reader(tokens, {n.first: n for n in found}, {i: n for n in found for i in range(n.title, n.last)}, set())
    gathered: list[Mention] = []
    for name in found:
        gathered.extend(_named(reader, document.sentences[name.sentence], name))
    for sentence in document.sentences:
        gathered.extend(_described(reader, sentence))
    gathered.extend(_labels(reader, document))
    gathered.sort(key=lambda m: (m.span.start, -m.span.end))
    gathered = list(_outermost(gathered))
    yield from link(document, gathered)


def _outermost(gathered: Sequence[Mention]) -> Iterator[Mention]:
    """Without roles and bodies inside the noun phrase of a role: "the director" in "nominee for the director of …"."""
    reach = -1
    for mention in gathered:
        if mention.name or mention.naming not in (Naming.ROLE, Naming.LABEL) or mention.span.end > reach:
            yield mention
        if mention.naming is Naming.ROLE:
            reach = max(reach, mention.span.end)


def _named(reader: _Reader, sentence: Sentence, name: Name) -> Iterator[Mention]:
    """A name with the titles and roles before it."""
    tokens = reader.tokens
    titled = _title_before(reader, sentence, name)
    start = titled.start if titled else name.first
    place = places().get(key(name.text))
    if place and place.form == "people" and not titled:
        return  # "Ukrainian" alone modifies a noun or heads a role
    reader.taken.update(range(start, name.last))
    last = tokens[name.last - 1]
    yield Mention(
        Span(tokens[start].start, last.end),
        sentence.index,
        Naming.TITLED if titled and titled.roles else Naming.NAME,
        "person" if titled else name.kind,
        key(last.text),
        name.text,
        titled.roles if titled else (),
        titled.modifiers if titled else (),
        titled.status if titled else "",
        definite=True,
    )


@dataclass(frozen=True, slots=True)
class _Title:
    start: int
    roles: tuple[str, ...]
    modifiers: tuple[str, ...]
    status: str


def _title_before(reader: _Reader, sentence: Sentence, name: Name) -> _Title | None:
    """The title, office or occupation set directly before a name; ``None`` if there is none."""
    if name.kind in ("place", "body"):
        return None
    head = name.first
    tokens = reader.tokens
    found: RoleWord | None = None
    courtesy = ""
    while head > sentence.first:
        length, known = _role_ending(tokens, head, sentence.first)
        text = tokens[head - 1].text
        if text in titles() and not (known and length > 1):
            courtesy = titles()[text][0] or courtesy or "-"
            head -= 1
        elif known and known.kind != "kin" and not known.plural and found is None:
            found = known
            head -= length
        else:
            break
    if head == name.first:
        return None
    start = _grow_left(reader, sentence, head) if found or len(courtesy) > 1 else head
    roles = tuple(filter(None, (found.meaning if found else "", courtesy.strip("-"))))
    before = tokens[start:head]
    return _Title(start, roles, _modifiers(before), _status(before))


def _role_ending(tokens: Sequence[Token], end: int, first: int) -> tuple[int, RoleWord | None]:
    """The longest role noun that ends before token *end*, with its length in tokens."""
    for length in (3, 2, 1):
        if end - length >= first:
            piece = tokens[end - length : end]
            known = role(" ".join(t.lower for t in piece))
            if known and (length > 1 or piece[0].tag[0] in "NJF" or piece[0].text[0].isupper()):
                return length, known
    return 0, None


def _grow_left(reader: _Reader, sentence: Sentence, head: int) -> int:
    """The first token of the noun phrase whose head begins at token *head*."""
    at = head
    tokens = reader.tokens
    while at > sentence.first:
        token = tokens[at - 1]
        word = token.lower
        if (
            word in lower("status")
            or word in {"current", "unnamed"}
            or (
                word in {"or", "and", "-"}
                and at - 2 >= sentence.first
                and at < head + 1
                and _coordinates(tokens, at - 1)
            )
        ):
            at -= 1
        elif word in _VERBS or (token.tag in ("VBN", "VBG") and not _attributive(tokens, at - 1, sentence.first)):
            break
        elif (
            token.tag.startswith(_LEFT_TAGS)
            and token.text[0].isalnum() | (token.text == "-")
            and word not in _NOT_IN_PHRASE
            and not dated(token)
        ):
            name = reader.inside.get(at - 1)
            if name and name.kind == "person" and name.last == at:
                at = name.title if at < head else at - 1
            else:
                at -= 1
        elif token.tag in ("DT", "PRP$", "PDT") or word in _QUANTIFIERS:
            at -= 1
            break
        else:
            break
    while at < head and (
        tokens[at].text in {"-", "'"}
        or tokens[at].lower in {"and", "or"}
        or (tokens[at].tag.startswith("RB") and tokens[at].lower not in lower("status"))
    ):
        at += 1
    return at


def _attributive(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether a participle stands inside a noun phrase: after an article, an adjective or a possessive."""
    return at > first and tokens[at - 1].tag in ("DT", "PRP$", "POS", "JJ", "CD", "HYPH", "RB")


def _coordinates(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and", "or" or a hyphen at *at* joins two modifiers: "current or former", "then - Syrian"."""
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].text == "-":
        return before.lower in lower("status") or after.tag.startswith(("NN", "JJ", "VB"))
    return before.lower in lower("status") and after.lower in lower("status")


def _status(piece: Sequence[Token]) -> str:
    """What the words before a head say about holding the post; "current or former" says nothing."""
    found = {table("status")[t.lower][0] for t in piece if t.lower in table("status")}
    found.discard("alleged") if len(found) > 1 else None
    return next(iter(found)) if len(found) == 1 else ""


def _modifiers(piece: Sequence[Token]) -> tuple[str, ...]:
    """Nationalities as place keys, parties and other words of kind; without articles, status and role nouns."""
    found: list[str] = []
    at = 0
    while at < len(piece):
        length = next(
            (
                n
                for n in (3, 2, 1)
                if key(" ".join(t.text for t in piece[at : at + n])) in places() and piece[at].text[0].isupper()
            ),
            0,
        )
        if length:
            found.append(key(places()[key(" ".join(t.text for t in piece[at : at + length]))].name))
            at += length
            continue
        token = piece[at]
        if (
            token.tag[0] in "NJV"
            and token.lower not in lower("status")
            and key(token.text)
            and not key(token.text).isdigit()
        ):
            found.append(key(token.text))
        at += 1
    return tuple(dict.fromkeys(found))


def _described(reader: _Reader, sentence: Sentence) -> Iterator[Mention]:
    """Roles, groups and bodies without a name of their own."""
    tokens = reader.tokens
    at = sentence.last
    while at > sentence.first:
        at -= 1
        if at in reader.taken or not _heads(tokens, at, sentence, reader):
            continue
        length, known = _role_ending(tokens, at + 1, sentence.first)
        word = tokens[at].lower
        if known and word == "head" and (at + 1 >= sentence.last or tokens[at + 1].lower not in {"of", "for"}):
            known = None  # an elk head
        place = places().get(key(word))
        person = (
            place is not None and place.form == "people" and place.kind == "country" and tokens[at - 1].lower in _ONE
        )
        group = word in lower("groups") or (known is not None and known.plural)
        body = word in lower("bodies") and word not in lower("capital_bodies")
        if not (known or person or group or body) or (
            body and not group and not known and tokens[at].tag.startswith("V")
        ):
            continue
        head = at + 1 - max(length, 1)
        yield from _describe(
            reader, sentence, head, at, known, "group" if group else "person" if known or person else "body"
        )
        at = head


def _heads(tokens: Sequence[Token], at: int, sentence: Sentence, reader: _Reader) -> bool:
    """Whether the token is the last noun of its phrase."""
    token = tokens[at]
    if not (token.tag.startswith(("NN", "JJ")) or token.lower in lower("groups")) or not token.text[0].isalpha():
        return False
    if at + 1 >= sentence.last:
        return True
    after = tokens[at + 1]
    if after.text in {"-", "\u2013"} and after.start == token.end:
        return False
    if role(after.lower) and not (role(token.lower) and after.text[0].isupper()):
        return False
    return (not after.tag.startswith("NN") or after.lower in _VERBS) and at + 1 not in reader.names


def _describe(
    reader: _Reader, sentence: Sentence, head: int, last: int, known: RoleWord | None, kind: str
) -> Iterator[Mention]:
    tokens = reader.tokens
    start = _grow_left(reader, sentence, head)
    if start > sentence.first and tokens[start - 1].lower == "of" and kind == "group":
        start = _counted(tokens, start, sentence.first)
    end = _complement(reader, sentence, last + 1) if known or kind == "person" else last + 1
    piece = (*tokens[start:head], *tokens[last + 1 : end])
    if start > sentence.first and tokens[start - 1].tag == "POS":
        owner = reader.inside.get(start - 2)
        piece = (*(tokens[owner.first : owner.last] if owner else ()), *piece)
    first = tokens[start]
    meaning = known.meaning if known else tokens[last].stem if kind != "person" else "citizen"
    if kind == "body" and (start == head or (end < sentence.last and tokens[end].lower == "of" and start + 1 >= head)):
        return  # "campaign" alone, "the foundation of the alliance"
    reader.taken.update(range(head, last + 1))
    yield Mention(
        Span(first.start, tokens[end - 1].end),
        sentence.index,
        Naming.GROUP if kind == "group" else Naming.ROLE if kind == "person" else Naming.LABEL,
        kind,
        tokens[last].lower,
        "",
        (meaning,),
        _modifiers(piece) + (() if known or kind != "person" else (key(places()[key(tokens[last].text)].name),)),
        _status(tokens[start:head]),
        plural=kind == "group",
        definite=first.lower in {"the", "this", "that", "these", "those"}
        or first.tag == "PRP$"
        or (start > sentence.first and tokens[start - 1].tag == "POS"),
    )


def _counted(tokens: Sequence[Token], start: int, first: int) -> int:
    """The start of "five of the officials" for the phrase after "of"."""
    before = start - 2
    if before >= first and (
        tokens[before].tag == "CD"
        or tokens[before].lower
        in _QUANTIFIERS | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
    ):
        return before
    return start


def _complement(reader: _Reader, sentence: Sentence, at: int) -> int:
    """The end of a complement such as "of the agency", "from a Canadian service" that begins at token *at*, else *at*."""
    tokens = reader.tokens
    if at + 1 >= sentence.last or tokens[at].lower not in _COMPLEMENTS:
        return at
    end = at + 1
    telling = False
    while end < sentence.last and end - at < 9:
        token = tokens[end]
        name = reader.inside.get(end)
        if name and name.kind == "person":
            break
        if (
            token.tag.startswith(("NN", "JJ", "DT", "PRP$", "HYPH", "VBN"))
            or token.lower in {"&"}
            or (token.lower == "of" and end > at + 1)
        ):
            telling |= token.text[0].isupper() or token.lower in lower("bodies") or role(token.lower) is not None
            end += 1
        else:
            break
    while end > at and not tokens[end - 1].tag.startswith("NN"):
        end -= 1
    return end if telling and end > at + 1 else at


def _labels(reader: _Reader, document: Document) -> Iterator[Mention]:
    """The noun phrases that no other mention's head lies in."""
    tokens = document.tokens
    for chunk in document.chunks:
        head = tokens[chunk.head]
        if (
            chunk.kind != "NP"
            or chunk.head in reader.taken
            or not head.tag.startswith("NN")
            or (dated(head) or head.lower in _VERBS)
        ):
            continue
        owner = max((i for i in range(chunk.first, chunk.last) if tokens[i].tag == "POS"), default=-1)
        first = owner + 1 if owner >= 0 else chunk.first
        if first > chunk.head or not any(c.isalpha() for c in head.text):
            continue
        inside = reader.inside.get(first)
        first = min(first, inside.first) if inside and owner < 0 else first  # "Mar-a-Lago estate"
        piece = tokens[first : chunk.head]
        yield Mention(
            Span(tokens[first].start, head.end),
            chunk.sentence,
            Naming.LABEL,
            "thing",
            head.lower,
            "",
            (head.stem,),
            _modifiers(piece),
            _status(tokens[first : chunk.head]),
            plural=head.tag in ("NNS", "NNPS"),
            definite=tokens[first].lower in {"the", "this", "that", "these", "those"}
            or tokens[first].tag == "PRP$"
            or owner >= 0,
        )
