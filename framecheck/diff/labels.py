"""Labels that outlets choose between for one group, event or thing (the lexicon ``labels``).

A modifier counts for its noun over the whole article ("homosexual couples", "gay couples"); a noun counts in aligned
sentences, or over the whole article where both noun phrases share a name ("the war in Ukraine", "the Russia-Ukraine
conflict"). Words inside quotation marks are the speaker's and do not count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from framecheck.facts.gazetteer import key, places, singulars
from framecheck.lexicons import table
from framecheck.records.alignment import Alignment, Pair, SentenceRef
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Document, Mention, Sentence, Token
from framecheck.text import Span


@dataclass(frozen=True, slots=True)
class Label:
    """A label in the text: ``noun`` is the stem of the noun that a modifier stands before (``""`` for a noun),
    ``names`` the places in the noun phrase and the phrase after it."""

    kind: str
    noun: str
    word: str
    place: Place
    names: frozenset[str]


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Labels of one class of which each stands in one outlet only, or is the usual one there."""
    found = {number: list(_labels(number, document)) for number, document in enumerate(alignment.story.documents)}
    use = {number: _usage(labels) for number, labels in found.items()}
    yield from _in_pairs(alignment, found, use)
    yield from _in_articles(found, use)


@cache
def _classes() -> dict[str, tuple[tuple[str, str], ...]]:
    """Stemmed label to its classes, each with its slot."""
    found = {}
    for label, fields in table("labels").items():
        pairs = [c.partition(":") for c in fields[0].split("|")]
        found[label.replace("-", " ")] = tuple((name, slot) for name, _, slot in pairs)
    return found


@cache
def _label(phrase: str) -> str:
    """The lexicon's form of lower-case words, singular or plural, or ``""``."""
    return next((form for form in singulars(phrase) if form in _classes()), "")


def _labels(number: int, document: Document) -> Iterator[Label]:
    """The labels of one article outside quotation marks."""
    quoted = [q.marks for q in document.quotations if not q.scare]
    phrases: dict[int, Mention] = {}
    for mention in document.mentions:
        if mention.span.end not in phrases or phrases[mention.span.end].span.start > mention.span.start:
            phrases[mention.span.end] = mention
    for sentence in document.sentences:
        tokens = [t for t in document.tokens_of(sentence) if t.text != "-"]
        words = [t.lower for t in tokens]
        for at, word in enumerate(words):
            two = _label(f"{word} {words[at + 1]}") if at + 1 < len(words) else ""
            label = two or _label(word)
            if label and not any(q.start <= tokens[at].start < q.end for q in quoted):
                yield from _read(number, sentence, tokens, (at, at + 1 + bool(two)), label, phrases)


def _read(
    number: int,
    sentence: Sentence,
    tokens: list[Token],
    at: tuple[int, int],
    word: str,
    phrases: dict[int, Mention],
) -> Iterator[Label]:
    first, last = tokens[at[0]], tokens[at[1] - 1]
    after = tokens[at[1]] if at[1] < len(tokens) else None
    noun = after if after is not None and after.tag.startswith("NN") else None
    for name, slot in _classes()[word]:
        if slot == "mod" and noun:
            span = Span(first.start, noun.end)
            yield Label(name, noun.stem, word, Place(number, sentence.index, span, sentence.span), frozenset())
        elif slot == "head" and not noun and last.tag.startswith("N"):
            phrase = phrases.get(last.end)
            span = phrase.span if phrase and phrase.span.start <= first.start else Span(first.start, last.end)
            names = frozenset(_places(tokens, span, last.end))
            yield Label(name, "", word, Place(number, sentence.index, span, sentence.span), names)


def _places(tokens: Iterable[Token], span: Span, end: int) -> Iterator[str]:
    """Places named in a noun phrase or within three words after it."""
    following = 0
    for token in tokens:
        following += token.start >= end
        if token.start >= span.start and following <= 3 and key(token.text) in places() and token.text[0].isupper():
            yield places()[key(token.text)].name


def _usage(labels: Iterable[Label]) -> dict[tuple[str, str], Counter[str]]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for label in labels:
        counts[label.kind, label.noun][label.word] += 1
    return counts


Usage = dict[int, dict[tuple[str, str], Counter[str]]]


def _in_pairs(alignment: Alignment, found: dict[int, list[Label]], use: Usage) -> Iterator[Difference]:
    by_sentence: dict[SentenceRef, list[Label]] = defaultdict(list)
    for number, labels in found.items():
        for label in labels:
            by_sentence[SentenceRef(number, label.place.sentence)].append(label)
    for pair in alignment.pairs:
        for a in by_sentence[pair.a]:
            others = [b for b in by_sentence[pair.b] if (b.kind, b.noun) == (a.kind, a.noun)]
            if not others or any(b.word == a.word for b in others):
                continue
            b = others[0]
            if not any(c.word == b.word for c in by_sentence[pair.a]):
                shared = _shared(a, b, use)
                if shared < 1:
                    yield _difference(a, b, 0.9 - 0.4 * shared, pair)


def _shared(a: Label, b: Label, use: Usage) -> float:
    """How far both outlets use both labels: 0 neither does, .5 one does or each has its own favourite, 1 both alike."""
    mine, theirs = (use[x.place.document][x.kind, x.noun] for x in (a, b))
    both = (b.word in mine) + (a.word in theirs)
    own = mine[a.word] > mine[b.word] and theirs[b.word] > theirs[a.word]
    return min(both / 2, 0.5) if own else both / 2


def _coloured(word: str) -> bool:
    """Whether the label judges."""
    return len(table("labels").get(word, table("labels").get(word.replace(" ", "-"), ()))) > 1


def _in_articles(found: dict[int, list[Label]], use: Usage) -> Iterator[Difference]:
    """Modifiers of one noun, and nouns with a name in common, wherever they stand: each in one outlet only, or a label
    that judges in one outlet only."""
    for one, other in combinations(sorted(found), 2):
        done: set[tuple[str, str]] = set()
        for a in found[one]:
            for b in found[other]:
                fits = (a.kind, a.noun) == (b.kind, b.noun) and a.word != b.word and (a.noun or a.names & b.names)
                if fits and (a.word, b.word) not in done and (not _shared(a, b, use) or _judging(a, b, use)):
                    done.add((a.word, b.word))
                    yield _difference(a, b, 0.7, None)


def _judging(a: Label, b: Label, use: Usage) -> bool:
    """Whether one of the two labels judges and the other outlet never uses it."""
    mine, theirs = (use[x.place.document][x.kind, x.noun] for x in (a, b))
    return (_coloured(a.word) and a.word not in theirs) or (_coloured(b.word) and b.word not in mine)


def _difference(a: Label, b: Label, link: float, pair: Pair | None) -> Difference:
    return Difference(
        "referent",
        "label",
        (Variant(f"{a.word} {a.noun}", (a.place,)), Variant(f"{b.word} {b.noun}", (b.place,))),
        f"{a.kind} {a.noun}",
        pair.level if pair else None,
        pair.score if pair else 0.0,
        link,
        (a.noun,) if a.noun else (),
        traits={
            "modifier": float(bool(a.noun)),
            "names": float(bool(a.names & b.names)),
            "coloured": float(_coloured(a.word) or _coloured(b.word)),
        },
        detail=a.kind,
    )
