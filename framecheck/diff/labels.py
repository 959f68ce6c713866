"""One referent, different words for it: descriptions of a person, and labels that outlets choose between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from framecheck.diff.calling import Called, callings, meaning, variant
from framecheck.facts.tokens import stem
from framecheck.lexicons import table, words
from framecheck.records.alignment import Alignment, Pair, SentenceRef
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Mention
from framecheck.records.story import Story
from framecheck.text import Span

_SILENT = frozenset(("citizen", "member", "man", "woman", "friend", "veteran", "student"))


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Descriptions of persons over all outlets; labels in aligned pairs."""
    for called in callings(alignment.story):
        yield from _described(alignment, called)
    yield from _labelled(alignment)


def _described(alignment: Alignment, called: Called) -> Iterator[Difference]:
    """A person whom outlets describe by different nouns: "North Korean dictator" and "North Korean leader"."""
    story = alignment.story
    told: dict[int, dict[str, list[Mention]]] = {}
    for document, found in called.by_document.items():
        nouns: dict[str, list[Mention]] = defaultdict(list)
        for mention in found:
            if meaning(mention) and meaning(mention) not in _SILENT:
                nouns[meaning(mention)].append(mention)
        if nouns:
            told[document] = nouns
    chosen: set[str] = set()
    for a, b in combinations(sorted(told), 2):
        here, there = set(told[a]) - set(told[b]), set(told[b]) - set(told[a])
        if here and there:
            chosen |= here | there
        else:
            coloured = (here | there) & words("coloured_roles")
            chosen |= coloured and (here | there | (set(told[a]) & set(told[b])))
    order = sorted(chosen)
    if len(order) < 2:
        return
    where = called.sentences()
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


@cache
def _classes() -> dict[str, tuple[tuple[str, str], ...]]:
    """Stemmed label to its classes, each with its slot."""
    found = {}
    for label, fields in table("labels").items():
        pairs = [tuple(c.split(":")) for c in fields[0].split("|")]
        found[" ".join(stem(w) for w in label.replace("-", " ").split())] = tuple((p[0], p[1]) for p in pairs)
    return found


def _labels_in(story: Story, ref: SentenceRef) -> Iterator[tuple[str, str, str, Place]]:
    """The labels in a sentence as ``(class, stem of the noun for modifiers, label, place)``."""
    document = story.documents[ref.document]
    sentence = document.sentences[ref.sentence]
    tokens = [t for t in document.tokens_of(sentence) if t.text != "-"]
    for at in range(len(tokens)):
        for length in (2, 1):
            label = " ".join(t.stem for t in tokens[at : at + length])
            if at + length > len(tokens) or label not in _classes():
                continue
            after = tokens[at + length] if at + length < len(tokens) else None
            noun = after is not None and after.tag.startswith("NN")
            for name, slot in _classes()[label]:
                if slot == "mod" and noun and after:
                    span = Span(tokens[at].start, after.end)
                    yield name, after.stem, label, Place(ref.document, ref.sentence, span, sentence.span)
                elif slot == "head" and not noun and tokens[at + length - 1].tag.startswith("N"):
                    last = tokens[at + length - 1]
                    span = _phrase(document.mentions, sentence.index, last.end) or Span(tokens[at].start, last.end)
                    yield name, "", label, Place(ref.document, ref.sentence, span, sentence.span)
            break


def _phrase(mentions: tuple[Mention, ...], sentence: int, end: int) -> Span | None:
    """The noun phrase that ends here."""
    found = [m.span for m in mentions if m.sentence == sentence and m.span.end == end]
    return max(found, key=lambda s: s.end - s.start) if found else None


def _labelled(alignment: Alignment) -> Iterator[Difference]:
    """Labels of one class that stand in aligned sentences, each in one outlet only."""
    story = alignment.story
    refs = {ref for pair in alignment.pairs for ref in (pair.a, pair.b)}
    found = {ref: list(_labels_in(story, ref)) for ref in refs}
    used: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    for ref, labels in found.items():
        for name, noun, label, _ in labels:
            used[ref.document, name, noun].add(label)
    for pair in alignment.pairs:
        for name, noun in sorted({(n, h) for n, h, _, _ in found[pair.a]} & {(n, h) for n, h, _, _ in found[pair.b]}):
            yield from _choice(story, pair, name, noun, found, used)


def _choice(
    story: Story,
    pair: Pair,
    name: str,
    noun: str,
    found: dict[SentenceRef, list[tuple[str, str, str, Place]]],
    used: dict[tuple[int, str, str], set[str]],
) -> Iterator[Difference]:
    here, there = ([(label, p) for n, h, label, p in found[ref] if (n, h) == (name, noun)] for ref in (pair.a, pair.b))
    if {label for label, _ in here} & {label for label, _ in there}:
        return
    (first, mine), (second, other) = here[0], there[0]
    both = (second in used[pair.a.document, name, noun]) + (first in used[pair.b.document, name, noun])
    if both == 2:
        return
    yield Difference(
        "referent",
        "label",
        (Variant(f"{first} {noun}", (mine,)), Variant(f"{second} {noun}", (other,))),
        f"{name} {noun}",
        pair.level,
        pair.score,
        0.7 - 0.2 * both + 0.2 * bool(noun),
        (noun,) if noun else (),
        traits={"modifier": float(bool(noun)), "mixed": float(both)},
        detail=name,
    )
