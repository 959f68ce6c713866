"""One long name that ends in another word: "Sailor Relief Assistance" and "sailor relief authority"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from framecheck.records.alignment import Alignment
from framecheck.records.article import BlockKind
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Document
from framecheck.text import Span

HEAD = 2  # words that both begin with
_HEAD_TAGS = ("NN", "JJ", "VBG")

Ways = dict[str, list[tuple[bool, int, Span]]]


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Names of three words whose first two words are the same in two outlets and whose third differs throughout."""
    story = alignment.story
    read = [_names(d) for d in story.documents]
    for a, b in combinations(range(len(story.documents)), 2):
        for head in sorted(read[a].keys() & read[b].keys()):
            here, there = read[a][head], read[b][head]
            # an outlet that goes on in several ways does not use a fixed name
            if len(here) != 1 or len(there) != 1 or here.keys() == there.keys():
                continue
            named = [capital for ways in (here, there) for told in ways.values() for capital, _, _ in told]
            if any(named):
                variants = (_variant(a, head, here), _variant(b, head, there))
                yield Difference("name", "variant", variants, group=f"name {' '.join(head)}")


def _variant(document: int, head: tuple[str, ...], ways: Ways) -> Variant:
    ((last, told),) = ways.items()
    return Variant(" ".join((*head, last)), tuple(Place(document, sentence, s, s) for _, sentence, s in told))


def _names(document: Document) -> dict[tuple[str, ...], Ways]:
    """First words, as stems, to the noun that follows, with whether all are capitalised and where they stand; first words
    that anything else follows are left out. Headlines, which capitalise what they like, count for nothing."""
    found: dict[tuple[str, ...], Ways] = defaultdict(lambda: defaultdict(list))
    for sentence in document.sentences:
        tokens = document.tokens_of(sentence)
        if sentence.kind in (BlockKind.HEADLINE, BlockKind.CROSSHEAD):
            continue
        for at in range(len(tokens) - HEAD):
            *first, last = tokens[at : at + HEAD + 1]
            if all(t.tag.startswith(_HEAD_TAGS) and t.text.isalpha() and len(t.text) > 2 for t in first):
                noun = last.stem if last.tag.startswith("NN") and last.text.isalpha() else ""
                capital = all(t.text[0].isupper() for t in (*first, last))
                span = Span(first[0].start, last.end)
                found[tuple(t.stem for t in first)][noun].append((capital, sentence.index, span))
    return {head: ways for head, ways in found.items() if "" not in ways}
