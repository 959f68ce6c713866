"""Evaluative words against neutral ones for the same thing.

Compared are words of one class of meaning in the lexicon ``loaded`` ("criticised" with "blasted") and modifiers of the same
noun or verb ("tense meeting" with "disastrous meeting"): a loaded word without its counterpart in the other outlet is no
difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from framecheck.diff.meaning import LOADED, evaluative, strengths
from framecheck.diff.roles import agreement, referents
from framecheck.diff.wording import Aligned, aligned_pairs
from framecheck.records.alignment import Alignment, Level
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Token
from framecheck.records.house import Words

_MIN_LINK = 0.2
_MIN_LINK_EQUIVALENT = 0.1  # in sentences that say the same, of words of one class
_PART = 0.2  # what equal participants of two verbs add to the link
_DEGREE = 0.5
_MIN_BOTH = 0.15  # the probability of the pair times the link
_PERIODS = frozenset(("day", "week", "month", "year", "time", "today", "morn", "night", "afternoon", "even", "weekend"))


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Words of one class and unlike strength, and modifiers of one head, in every aligned pair."""
    known = referents(alignment.story)
    found = [d for aligned in aligned_pairs(alignment) for d in (*_words(aligned, known), *_modifiers(aligned, known))]
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


def _words(aligned: Aligned, known: Mapping[tuple[int, int], int]) -> Iterator[Difference]:
    """A loaded word with the word that stands in its place; each word is used once, the best link first."""
    words = aligned.wording
    left, right = sorted(words.heavy[0] - words.partner.keys()), sorted(words.heavy[1] - words.back.keys())
    sense_a, sense_b = (
        {k: strengths(side[k], aligned.house.loaded) for k in found}
        for side, found in ((words.a, left), (words.b, right))
    )
    options = []
    for i in left:
        for j in right:
            if not _alike(words.a[i].tag, words.b[j].tag):
                continue
            here, there = sense_a[i], sense_b[j]
            shared = [c for c in here if c in there]
            name = next((c for c in shared if max(here[c], there[c]) == LOADED and here[c] != there[c]), "")
            if name:
                options.append((_link(aligned, i, j, known), i, j, name, here[name] - there[name]))
    least = _MIN_LINK_EQUIVALENT if aligned.pair.level is Level.EQUIVALENT else _MIN_LINK
    used_a: set[int] = set()
    used_b: set[int] = set()
    for link, i, j, name, tilt in sorted(options, key=lambda o: (-o[0], o[1:])):
        if i in used_a or j in used_b or link < least or not _placed(aligned, i, j, link):
            continue
        used_a.add(i)
        used_b.add(j)
        yield _difference(aligned, "word", (i, i), (j, j), tilt, link, name)


def _link(aligned: Aligned, i: int, j: int, known: Mapping[tuple[int, int], int]) -> float:
    """How likely ``a[i]`` and ``b[j]`` stand for the same thing, 0..1: words around them, for verbs who takes part."""
    words = aligned.wording
    around = 0.8 * words.neighbourhood(i, j) + 0.2 * words.ordered(i, j)
    if not words.a[i].tag.startswith("VB") or not words.b[j].tag.startswith("VB"):
        return around
    return min(1.0, around + _PART * (agreement(aligned, i, j, known) == 1.0))


def _placed(aligned: Aligned, i: int, j: int, link: float) -> bool:
    """Whether pair and link together speak for two words: where sentences share but a part, both must stand between the
    same matched words."""
    pair = aligned.pair
    return pair.score * link >= _MIN_BOTH and (pair.level is Level.EQUIVALENT or aligned.wording.ordered(i, j))


def _modifiers(aligned: Aligned, known: Mapping[tuple[int, int], int]) -> Iterator[Difference]:
    """Modifiers of a word that both sentences share, where one is evaluative and the other outlet has a milder or none."""
    words = aligned.wording
    for i, j in words.partner.items():
        if not (_heads(words.a, i) and _heads(words.b, j)):
            continue
        house = aligned.house.loaded
        left, right = _modifying(words.a, i, house), _modifying(words.b, j, house)
        (here, x), (there, y) = _strongest(words.a, left, house), _strongest(words.b, right, house)
        answered = x in words.partner if here > there else y in words.back  # the same modifier stands elsewhere
        if abs(here - there) < _DEGREE or answered:
            continue
        link = _link(aligned, i, j, known)
        if link < _MIN_LINK or not _placed(aligned, i, j, link):
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


def _modifying(words: Sequence[Token], head: int, house: Words) -> list[int]:
    """Indexes of what stands before *head* in its phrase: adverbs of a verb, the rest of a noun phrase."""
    wanted = ("RB",) if words[head].tag.startswith("VB") else ("JJ", "NN", "HYPH", "CD")
    first = head
    while first and (
        words[first - 1].tag.startswith(wanted) or words[first].text == "-" or evaluative(words, first - 1, house)
    ):
        first -= 1
    return list(range(first, head))


def _strongest(words: Sequence[Token], indexes: list[int], house: Words) -> tuple[float, int]:
    """Degree and index of the most evaluative of some modifiers; ``(0, index of a neutral one or -1)`` if none is."""
    known = [
        (degree, -k)
        for k in indexes
        if (degree := _degree(words, k, house))
        and not (words[k + 1].text == "-" and k + 2 > indexes[-1])  # "anti-Trump": Trump
    ]
    strength, index = max(known, default=(0.0, 1))
    return strength, -index


def _degree(words: Sequence[Token], at: int, house: Words) -> float:
    """How evaluative a modifier is, 0..2."""
    return float(max(evaluative(words, at, house).values(), default=0))


def _difference(
    aligned: Aligned, relation: str, a: tuple[int, int], b: tuple[int, int], tilt: float, link: float, group: str
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
            "tilt": min(1.0, abs(tilt) / LOADED),
            "one_quoted": float(quoted[0] != quoted[1]),
            "ordered": float(aligned.wording.ordered(a[1], b[1])),
        },
    )


def _alike(a: str, b: str) -> bool:
    """Whether two tags are of one part of speech; in the capitals of a headline verbs are taken for names."""
    return a[0] == b[0] or ({a[:2], b[:2]} == {"VB", "NN"} and "NNP" in (a[:3], b[:3]))
