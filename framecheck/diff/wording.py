"""Which words of two aligned sentences answer one another.

Equal or kindred stems are matched first, the occurrence whose neighbours match best (as in monolingual word alignment:
Sultan, Bethard and Sumner 2014). Words that differ are then judged by the matched words around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from framecheck.facts.tokens import stem
from framecheck.lexicons import table
from framecheck.records.alignment import Alignment, Pair
from framecheck.records.difference import Place
from framecheck.records.document import Document, Sentence, Token
from framecheck.records.house import House
from framecheck.text import Span

WINDOW = 7  # words to each side that count as neighbours
_ROOT = 5  # letters that kindred stems share at least
_CONTENT = ("NN", "VB", "JJ", "CD", "RB")
_LIGHT = frozenset(
    (
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
        "not",
        "n't",
        "said",
        "say",
    )
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Two sentences' tokens and, for each matched content word of the first, its partner's index in the second; ``heavy`` are
    the indexes of the content words of both."""

    a: tuple[Token, ...]
    b: tuple[Token, ...]
    partner: dict[int, int]
    back: dict[int, int]
    heavy: tuple[frozenset[int], frozenset[int]]

    def neighbourhood(self, i: int, j: int) -> float:
        """How far the words around ``a[i]`` and ``b[j]`` are matched with one another, 0..1; near words weigh more."""
        return (_share(self.heavy[0], self.partner, i, j) + _share(self.heavy[1], self.back, j, i)) / 2

    def ordered(self, i: int, j: int) -> bool:
        """Whether ``a[i]`` and ``b[j]`` stand between the same matched words, or after (before) the same one."""
        before = max((x for x in self.partner if x < i), default=-1)
        after = min((x for x in self.partner if x > i), default=len(self.a))
        low = self.partner[before] if before >= 0 else -1
        high = self.partner[after] if after < len(self.a) else len(self.b)
        return low < j < high


@dataclass(frozen=True, slots=True)
class Aligned:
    """An aligned pair with its documents, sentences and matched words. Side 0 is ``pair.a``, side 1 ``pair.b``."""

    pair: Pair
    documents: tuple[Document, Document]
    sentences: tuple[Sentence, Sentence]
    wording: Wording

    @property
    def house(self) -> House:
        """The style that both documents are read in."""
        return self.documents[0].house

    def place(self, side: int, first: int, last: int) -> Place:
        """The words ``first`` to ``last`` (inclusive, counted in the sentence) of one side, in the words around them."""
        words = self.wording.b if side else self.wording.a
        ref = self.pair.b if side else self.pair.a
        around = Span(words[max(0, first - WINDOW)].start, words[min(len(words) - 1, last + WINDOW)].end)
        return Place(ref.document, ref.sentence, Span(words[first].start, words[last].end), around)

    def at(self, side: int, span: Span) -> Place:
        """The words at *span* of one side, in their sentence."""
        ref = self.pair.b if side else self.pair.a
        return Place(ref.document, ref.sentence, span, self.sentences[side].span)

    def quoted(self, side: int, span: Span) -> bool:
        """Whether *span* stands inside quotation marks."""
        return any(q.marks.holds(span) for q in self.documents[side].quotations)


@dataclass(frozen=True, slots=True, eq=False)
class _Only:
    """One alignment, told from others by identity: comparing alignments by value would cost more than matching words."""

    alignment: Alignment

    def __hash__(self) -> int:
        return id(self.alignment)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Only) and other.alignment is self.alignment


def aligned_pairs(alignment: Alignment) -> tuple[Aligned, ...]:
    """Every kept pair with its words matched. Several comparators ask in turn, so the last answer is kept."""
    return _matched(_Only(alignment))


@lru_cache(maxsize=1)
def _matched(only: _Only) -> tuple[Aligned, ...]:
    documents = only.alignment.story.documents
    found = []
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], Wording] = {}  # outlets repeat sentences word for word
    for pair in only.alignment.pairs:
        a, b = documents[pair.a.document], documents[pair.b.document]
        first, second = a.sentences[pair.a.sentence], b.sentences[pair.b.sentence]
        left, right = a.tokens_of(first), b.tokens_of(second)
        texts = tuple(t.text for t in left), tuple(t.text for t in right)
        if texts in known:
            words = replace(known[texts], a=tuple(left), b=tuple(right))
        else:
            words = known[texts] = word_match(left, right)
        found.append(Aligned(pair, (a, b), (first, second), words))
    return tuple(found)


def word_match(a: Sequence[Token], b: Sequence[Token]) -> Wording:
    """Match the content words of two sentences."""
    places: dict[str, list[int]] = {}
    families: dict[str, list[int]] = {}
    heavy = frozenset(i for i, t in enumerate(a) if content(t)), frozenset(j for j, t in enumerate(b) if content(t))
    for j in sorted(heavy[1]):
        places.setdefault(root(b[j]), []).append(j)
        families.setdefault(b[j].stem[:_ROOT], []).append(j)
    options: list[tuple[float, int, int]] = []
    for i in sorted(heavy[0]):
        here = root(a[i])
        found = places.get(here) or [j for j in families.get(here[:_ROOT], ()) if kindred(here, b[j].stem)]
        options.extend((_agreement(a, b, i, j), i, j) for j in found)
    partner: dict[int, int] = {}
    back: dict[int, int] = {}
    for _, i, j in sorted(options, key=lambda o: (-o[0], abs(o[1] / len(a) - o[2] / len(b)))):
        if i not in partner and j not in back:
            partner[i] = j
            back[j] = i
    return Wording(tuple(a), tuple(b), partner, back, heavy)


def root(token: Token) -> str:
    """The stem of *token*, of the base form for an irregular verb."""
    base = table("irregular_verbs").get(token.lower) if token.tag.startswith("VB") else None
    return stem(base[0]) if base else token.stem


def content(token: Token) -> bool:
    """Whether *token* carries meaning of its own."""
    return token.tag.startswith(_CONTENT) and token.lower not in _LIGHT


def kindred(a: str, b: str) -> bool:
    """Whether two stems share their root: "endors" and "endorsement", "nation" and "national"."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= _ROOT and long.startswith(short) and len(long) - len(short) <= 4


def _agreement(a: Sequence[Token], b: Sequence[Token], i: int, j: int) -> float:
    """How alike the words within three of both are, nearer words weighing more."""
    near: dict[str, float] = {}
    for k in range(max(0, j - 3), min(len(b), j + 4)):
        if k != j and b[k].tag[0].isalpha():
            near[b[k].stem] = max(near.get(b[k].stem, 0.0), 1 / abs(k - j))
    around = range(max(0, i - 3), min(len(a), i + 4))
    return sum(near.get(a[k].stem, 0.0) / abs(k - i) for k in around if k != i and a[k].stem != a[i].stem)


def _share(heavy: frozenset[int], partner: dict[int, int], at: int, other: int) -> float:
    total = found = 0.0
    for k in range(max(0, at - WINDOW), at + WINDOW + 1):
        if k == at or k not in heavy:
            continue
        weight = 1 / (2 + abs(k - at))
        total += weight
        if k in partner and abs(partner[k] - other) <= WINDOW + 3:
            found += weight
    return found / total if total else 0.0
