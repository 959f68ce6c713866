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
from framecheck.facts.phrases import VERBS, Reader, complement, counted, grow_left, modifiers, role_ending, standing
from framecheck.records.document import Document, Mention, Naming, Sentence, Token
from framecheck.text import Span

_ONE = frozenset(("a", "an", "one", "another"))


def mentions(document: Document) -> Iterator[Mention]:
    """Every mention of the document, in text order, with ``Mention.entity`` set."""
    tokens = document.tokens
    found = names(document.sentences, tokens)
    reader = Reader(tokens, {n.first: n for n in found}, {i: n for n in found for i in range(n.title, n.last)}, set())
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


def _named(reader: Reader, sentence: Sentence, name: Name) -> Iterator[Mention]:
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


def _title_before(reader: Reader, sentence: Sentence, name: Name) -> _Title | None:
    """The title, office or occupation set directly before a name; ``None`` if there is none."""
    if name.kind in ("place", "body"):
        return None
    head = name.first
    tokens = reader.tokens
    found: RoleWord | None = None
    courtesy = ""
    while head > sentence.first:
        length, known = role_ending(tokens, head, sentence.first)
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
    start = grow_left(reader, sentence, head) if found or len(courtesy) > 1 else head
    roles = tuple(filter(None, (found.meaning if found else "", courtesy.strip("-"))))
    before = tokens[start:head]
    return _Title(start, roles, modifiers(before), standing(before))


def _described(reader: Reader, sentence: Sentence) -> Iterator[Mention]:
    """Roles, groups and bodies without a name of their own."""
    tokens = reader.tokens
    at = sentence.last
    while at > sentence.first:
        at -= 1
        if at in reader.taken or not _heads(tokens, at, sentence, reader):
            continue
        length, known = role_ending(tokens, at + 1, sentence.first)
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


def _heads(tokens: Sequence[Token], at: int, sentence: Sentence, reader: Reader) -> bool:
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
    return (not after.tag.startswith("NN") or after.lower in VERBS) and at + 1 not in reader.names


def _describe(
    reader: Reader, sentence: Sentence, head: int, last: int, known: RoleWord | None, kind: str
) -> Iterator[Mention]:
    tokens = reader.tokens
    start = grow_left(reader, sentence, head)
    if start > sentence.first and tokens[start - 1].lower == "of" and kind == "group":
        start = counted(tokens, start, sentence.first)
    end = complement(reader, sentence, last + 1) if known or kind == "person" else last + 1
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
        modifiers(piece) + (() if known or kind != "person" else (key(places()[key(tokens[last].text)].name),)),
        standing(tokens[start:head]),
        plural=kind == "group",
        definite=first.lower in {"the", "this", "that", "these", "those"}
        or first.tag == "PRP$"
        or (start > sentence.first and tokens[start - 1].tag == "POS"),
    )


def _labels(reader: Reader, document: Document) -> Iterator[Mention]:
    """The noun phrases that no other mention's head lies in."""
    tokens = document.tokens
    for chunk in document.chunks:
        head = tokens[chunk.head]
        if (
            chunk.kind != "NP"
            or chunk.head in reader.taken
            or not head.tag.startswith("NN")
            or (dated(head) or head.lower in VERBS)
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
            modifiers(piece),
            standing(tokens[first : chunk.head]),
            plural=head.tag in ("NNS", "NNPS"),
            definite=tokens[first].lower in {"the", "this", "that", "these", "those"}
            or tokens[first].tag == "PRP$"
            or owner >= 0,
        )
