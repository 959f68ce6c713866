"""Evaluative words against neutral ones for the same thing.

Only words of one class of meaning in the lexicon ``loaded`` are compared ("criticised" with "blasted"), or modifiers of
the same noun or verb ("tense meeting" with "disastrous meeting"): a loaded word without its counterpart in the other
outlet is no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from framecheck.diff.meaning import LOADED, evaluative, strengths
from framecheck.diff.wording import Aligned, Wording, aligned_pairs
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Token

_MIN_LINK = 0.2
_PERIODS = frozenset(("day", "week", "month", "year", "time", "today", "morn", "night", "afternoon", "even", "weekend"))


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Words of one class and unlike strength, and modifiers of one head, in every aligned pair."""
    found = [d for aligned in aligned_pairs(alignment) for d in (*_classes(aligned), *_modifiers(aligned))]
    yield from _grouped(found)


def _grouped(found: list[Difference]) -> Iterator[Difference]:
    """The differences, those of one class in which an outlet uses the same word in one group."""
    parent: dict[tuple[str, int, str], tuple[str, int, str]] = {}

    def top(node: tuple[str, int, str]) -> tuple[str, int, str]:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    nodes = [[(d.group, p.document, v.value) for v in d.variants for p in v.places] for d in found]
    for first, *rest in nodes:
        for other in rest:
            parent[top(other)] = top(first)
    for difference, (first, *_) in zip(found, nodes, strict=True):
        yield replace(difference, group=" ".join(map(str, top(first))))


def _classes(aligned: Aligned) -> Iterator[Difference]:
    """A loaded word with the word of its class that stands in its place; each word is used once, the best link first."""
    words = aligned.wording
    known_a = {i: found for i, t in enumerate(words.a) if i not in words.partner and (found := strengths(t))}
    known_b = {j: found for j, t in enumerate(words.b) if j not in words.back and (found := strengths(t))}
    options = []
    for i, here in known_a.items():
        for j, there in known_b.items():
            shared = [c for c in here if c in there and max(here[c], there[c]) == LOADED and here[c] != there[c]]
            if shared and words.a[i].tag[0] == words.b[j].tag[0]:
                options.append((_link(words, i, j), i, j, shared[0]))
    used_a: set[int] = set()
    used_b: set[int] = set()
    for link, i, j, name in sorted(options, key=lambda o: (-o[0], o[1:])):
        if i in used_a or j in used_b or link < _MIN_LINK:
            continue
        used_a.add(i)
        used_b.add(j)
        tilt = known_a[i][name] - known_b[j][name]
        yield _difference(aligned, "word", (i, i), (j, j), tilt, link, name)


def _link(words: Wording, i: int, j: int) -> float:
    """How likely ``a[i]`` and ``b[j]`` stand for the same thing, 0..1."""
    return 0.8 * words.neighbourhood(i, j) + 0.2 * words.ordered(i, j)


def _modifiers(aligned: Aligned) -> Iterator[Difference]:
    """Modifiers of a word that both sentences share, where one is evaluative and the other outlet has a milder or none."""
    words = aligned.wording
    for i, j in words.partner.items():
        if not (_heads(words.a, i) and _heads(words.b, j)):
            continue
        left, right = _modifying(words.a, i), _modifying(words.b, j)
        (here, x), (there, y) = _strongest(words.a, left), _strongest(words.b, right)
        link = _link(words, i, j)
        answered = x in words.partner if here > there else y in words.back  # the same modifier stands elsewhere
        if here == there or answered or link < _MIN_LINK:
            continue
        first, second = (_shown(left, i) if x < 0 else x, i), (_shown(right, j) if y < 0 else y, j)
        yield _difference(aligned, "modifier", first, second, here - there, link, words.a[i].stem)


def _shown(modifiers: list[int], head: int) -> int:
    """Where to begin showing a phrase without an evaluative modifier: two words before its head at most."""
    return max(min([*modifiers, head]), head - 2)


def _heads(words: Sequence[Token], at: int) -> bool:
    """Whether ``words[at]`` is a verb, or a noun at the end of its phrase that names no stretch of time."""
    tag = words[at].tag
    after = words[at + 1].tag if at + 1 < len(words) else ""
    noun = tag.startswith("NN") and not after.startswith(("NN", "HYPH")) and words[at].stem not in _PERIODS
    return noun or tag.startswith("VB")


def _modifying(words: Sequence[Token], head: int) -> list[int]:
    """Indexes of what stands before *head* in its phrase: adverbs of a verb, the rest of a noun phrase."""
    wanted = ("RB",) if words[head].tag.startswith("VB") else ("JJ", "NN", "HYPH", "CD")
    first = head
    while first and (
        words[first - 1].tag.startswith(wanted) or words[first].text == "-" or evaluative(words, first - 1)
    ):
        first -= 1
    return list(range(first, head))


def _strongest(words: Sequence[Token], indexes: list[int]) -> tuple[int, int]:
    """Strength and index of the most evaluative of some modifiers; ``(0, index of a neutral one or -1)`` if none is."""
    known = [
        (max(found.values()), -k)
        for k in indexes
        if (found := evaluative(words, k))
        and not (words[k + 1].text == "-" and k + 2 > indexes[-1])  # "anti-Trump": Trump
    ]
    strength, index = max(known, default=(0, 1))
    return strength, -index


def _difference(
    aligned: Aligned, relation: str, a: tuple[int, int], b: tuple[int, int], tilt: int, link: float, group: str
) -> Difference:
    """*tilt* is the strength of side a less that of side b; the more evaluative side comes first."""
    places = [aligned.place(0, *a), aligned.place(1, *b)]
    quoted = [aligned.quoted(side, place.span) for side, place in enumerate(places)]
    variants = [Variant(d.words(p.span).lower(), (p,)) for d, p in zip(aligned.documents, places, strict=True)]
    return Difference(
        "tone",
        relation,
        tuple(variants if tilt > 0 else reversed(variants)),
        group,
        aligned.pair.level,
        aligned.pair.score,
        link,
        quoted=any(quoted),
        traits={
            "tilt": abs(tilt) / LOADED,
            "one_quoted": float(quoted[0] != quoted[1]),
            "ordered": float(aligned.wording.ordered(a[1], b[1])),
        },
    )
