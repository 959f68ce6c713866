"""What at least two outlets tell and another may lack: constituents with their twins, and what speaks for a gap.

A constituent counts as told by the outlet that has most of its words in one sentence, all the more if that sentence came near
being aligned with it; the *twin* is the constituent there that is most like it. Everything else is a trait, for the
model of `framecheck.diff.statements` to weigh.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from framecheck.align.rarity import frequencies
from framecheck.diff.constituents import Constituent, constituents, is_content, is_light_adverb
from framecheck.lexicons import words
from framecheck.records.alignment import Alignment, SentenceRef
from framecheck.records.article import BlockKind
from framecheck.records.document import Document

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

TOLD = 0.5  # share of the words in one sentence of another outlet, damped where that sentence is far
ALIKE = 0.4  # F1 of the words of twins
KNOWN = 0.75  # share of the words in one sentence of the outlet in question: then it tells them
NEAR = 0.1  # probability of sharing a proposition from which a sentence is near
AROUND = 5  # tokens to either side
LIGHT = 0.3  # weight of a light word
LEAD = 3  # sentences that open an article
_HEADINGS = frozenset((BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CROSSHEAD))
_NEGATIONS = frozenset(("not", "n't", "no", "never", "none", "without"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


@dataclass(frozen=True, slots=True)
class Gap:
    """A *phrase* with its *twins*, one an outlet, that the document *lacking* may lack; ``anchor`` is the sentence there
    where it would belong."""

    phrase: Constituent
    twins: tuple[Constituent, ...]
    lacking: int
    anchor: int
    traits: dict[str, float]


def view_of(alignment: Alignment) -> View | None:
    """The story's sentences and words; ``None`` without scores of sentence pairs, and for fewer than three outlets."""
    if alignment.scores is None or len(alignment.story.documents) < 3:
        return None
    return View(alignment)


def gaps(view: View) -> Iterator[Gap]:
    """Every phrase of the story with every outlet that may lack it, in text order."""
    for number in range(len(view.documents)):
        yield from _of_document(view, number)


@dataclass(frozen=True, slots=True)
class Reach:
    """The phrases of one document and how much of each every document of the story has, as plain numbers: they are looked up
    one by one.

    ``columns`` are those of a phrase's stems, ``hosts`` the rows of its sentence. By phrase and document: ``share`` is the part
    of its words in one sentence there, ``near_share`` in one that is near, ``article`` anywhere; ``teller`` is the row of
    the sentence that tells it best, if words in far sentences count less, ``strength`` how well and ``reached`` how near
    that sentence comes; ``aligned`` is the best kept pair of the phrase's sentence.
    """

    phrases: list[Constituent]
    columns: list[list[int]]
    hosts: list[int]
    teller: list[list[int]]
    strength: list[list[float]]
    reached: list[list[float]]
    share: list[list[float]]
    near_share: list[list[float]]
    aligned: list[list[float]]
    article: list[list[float]]


class View:
    """The story's sentences as rows of a matrix of stems (0 or 1), with the weight of each stem."""

    def __init__(self, alignment: Alignment) -> None:
        import numpy as np

        assert alignment.scores is not None
        self.documents = alignment.story.documents
        self.refs = [SentenceRef(i, s.index) for i, d in enumerate(self.documents) for s in d.sentences]
        self.starts = alignment.scores.starts
        ends = [*self.starts[1:], len(self.refs)]
        self.rows = [slice(a, b) for a, b in zip(self.starts, ends, strict=True)]
        self.near = alignment.scores.matrix
        self.kept = np.zeros_like(self.near)
        for pair in alignment.pairs:
            a, b = self.row(pair.a), self.row(pair.b)
            self.kept[a, b] = self.kept[b, a] = pair.score
        self.column: dict[str, int] = {}
        for document in self.documents:
            for token in document.tokens:
                self.column.setdefault(token.stem, len(self.column))
        self.stems = np.zeros((len(self.refs), len(self.column)), np.float32)
        for row, ref in enumerate(self.refs):
            document = self.documents[ref.document]
            told = document.tokens_of(document.sentences[ref.sentence])
            self.stems[row, [self.column[t.stem] for t in told]] = 1
        self.articles = np.stack([self.stems[rows].max(axis=0) for rows in self.rows])
        self.weight = self._weights()
        self._each = dict(zip(self.column, self.weight.tolist(), strict=True))
        self._masses: dict[frozenset[str], float] = {}
        self._twins: dict[tuple[frozenset[str], int], tuple[float, Constituent | None]] = {}
        self.central = np.mean([self._opening(i) for i in range(len(self.documents))], axis=0)

    def mass(self, stems: frozenset[str]) -> float:
        """The weight of some stems together."""
        found = self._masses.get(stems)
        if found is None:
            # sorted: sums of floats depend on the order, which sets of strings do not keep
            found = self._masses[stems] = float(sum(self._each[stem] for stem in sorted(stems)))
        return found

    def row(self, ref: SentenceRef) -> int:
        """The row of a sentence."""
        return self.starts[ref.document] + ref.sentence

    @cached_property
    def phrases(self) -> list[list[Constituent]]:
        """The constituents of every sentence."""
        return [constituents(self.documents[ref.document], ref) for ref in self.refs]

    def twin(self, stems: frozenset[str], row: int) -> tuple[float, Constituent | None]:
        """The constituent of that sentence most like one of *stems*, and the F1 of their weighted words."""
        found = self._twins.get((stems, row))
        if found is None:
            found = self._twins[stems, row] = _twin(self, stems, row)
        return found

    def most(self, matrix: Floats) -> Floats:
        """The highest of a row's values for the sentences of each document."""
        import numpy as np

        found: Floats = np.maximum.reduceat(matrix, self.starts, axis=1)
        return found

    @cached_property
    def nearest(self) -> list[list[float]]:
        """For each sentence and document how near it comes to a sentence there."""
        found: list[list[float]] = self.most(self.near).tolist()
        return found

    @cached_property
    def anchors(self) -> list[list[int]]:
        """For each sentence and document the sentence there where a fact of it would belong: the one closest to it, or to the
        sentence before it, which counts half."""
        import numpy as np

        near = self.near.copy()
        near[1:] += self.near[:-1] / 2
        near[list(self.starts)] = self.near[list(self.starts)]
        found: list[list[int]] = np.stack([near[:, rows].argmax(axis=1) for rows in self.rows], axis=1).tolist()
        return found

    @cached_property
    def reaches(self) -> list[Reach | None]:
        """What the story has of every document's phrases; ``None`` for a document without any."""
        return [self._reach(number) for number in range(len(self.documents))]

    def _reach(self, number: int) -> Reach | None:
        import numpy as np

        sentences = range(self.rows[number].start, self.rows[number].stop)
        phrases = [phrase for row in sentences for phrase in self.phrases[row]]
        if not phrases:
            return None
        columns = [[self.column[stem] for stem in sorted(phrase.stems)] for phrase in phrases]
        has = np.zeros((len(phrases), len(self.column)), np.float32)
        for i, those in enumerate(columns):
            has[i, those] = self.weight[those]
        mass = has.sum(axis=1, keepdims=True) + np.float32(1e-6)
        in_sentence = has @ self.stems.T / mass
        in_article = has @ self.articles.T / mass
        hosts = [self.row(phrase.ref) for phrase in phrases]
        near, kept = self.near[hosts], self.kept[hosts]
        damped = in_sentence * (0.3 + 0.7 * np.minimum(1, near / 0.3))
        tellers = np.stack([rows.start + damped[:, rows].argmax(axis=1) for rows in self.rows], axis=1)
        strength, reached = (np.take_along_axis(values, tellers, axis=1).tolist() for values in (damped, near))
        share, near_share = self.most(in_sentence).tolist(), self.most(in_sentence * (near >= NEAR)).tolist()
        aligned, article = self.most(kept).tolist(), in_article.tolist()
        return Reach(phrases, columns, hosts, tellers.tolist(), strength, reached, share, near_share, aligned, article)

    @cached_property
    def kinship(self) -> Floats:
        """For two documents: the share of the first one's sentences that have a partner in the second."""
        import numpy as np

        kept = self.kept > 0
        return np.array([[kept[a, b].any(axis=1).mean() for b in self.rows] for a in self.rows], np.float32)

    def _weights(self) -> Floats:
        """Inverse frequency in the story's sentences times that in texts at large; light words count less."""
        import numpy as np

        total, known = frequencies()
        light = words("light_words") | {t.stem for d in self.documents for t in d.tokens if is_light_adverb(t)}
        story = np.log((1 + len(self.stems)) / (0.5 + self.stems.sum(axis=0)))
        general = [math.log(total / known.get(stem, 1) + 1) / math.log(total + 1) for stem in self.column]
        damped = [LIGHT if stem in light else 1.0 for stem in self.column]
        weight: Floats = (story * np.array(general) * np.array(damped)).astype(np.float32)
        return weight

    def _opening(self, number: int) -> Floats:
        """The stems of the document's headings and first sentences, as 0 or 1."""
        import numpy as np

        sentences = self.documents[number].sentences
        chosen = [self.starts[number] + s.index for s in sentences if s.kind in _HEADINGS or s.index < LEAD]
        found: Floats = self.stems[chosen].max(axis=0) if chosen else np.zeros(len(self.column), np.float32)
        return found


def _of_document(view: View, number: int) -> Iterator[Gap]:
    reach = view.reaches[number]
    if reach is None:
        return
    columns, hosts, strength, share = reach.columns, reach.hosts, reach.strength, reach.share
    kinship = view.kinship[number].tolist()
    others = [k for k in range(len(view.rows)) if k != number]
    for i, phrase in enumerate(reach.phrases):
        telling = [k for k in others if strength[i][k] >= TOLD]
        lacking = [j for j in others if share[i][j] < KNOWN and any(k != j for k in telling)]
        if not lacking:
            continue
        twins = {k: view.twin(phrase.stems, reach.teller[i][k]) for k in others}
        own: dict[str, float] = {}
        for j in lacking:
            rest = [k for k in others if k != j]
            alike = max([twins[k][0] for k in rest])
            if alike < ALIKE:
                continue
            if not own:
                own = own_traits(view, phrase, columns[i])
                around = _around(view, phrase)
            strengths = sorted([strength[i][k] for k in rest], reverse=True)
            missing = [c for c in columns[i] if not view.articles[j, c]]
            traits = own | {
                "twin": alike,
                "told best": max([share[i][k] for k in rest]),
                "told second": strengths[min(1, len(strengths) - 1)],
                "tellers": (1 + sum(s >= 0.6 for s in strengths)) / len(view.rows),
                "teller near": max([reach.reached[i][k] for k in rest]),
                "sentence aligned": max([reach.aligned[i][k] for k in rest]),
                "sentence near gap": math.log(view.nearest[hosts[i]][j] + 1e-3),
                "beside near gap": beside(view, hosts[i], number, j),
                "kinship": kinship[j],
                "in sentence": share[i][j],
                "in near sentence": reach.near_share[i][j],
                "in article": reach.article[i][j],
                "words absent": math.log1p(len(missing)),
                "rarest absent": max((float(view.weight[c]) for c in missing), default=0.0),
                "around": _share_around(view, around, j),
            }
            found = tuple(twin for k in rest if (twin := twins[k][1]) and twins[k][0] >= ALIKE)
            yield Gap(phrase, found, j, view.anchors[hosts[i]][j], traits)


def _twin(view: View, stems: frozenset[str], row: int) -> tuple[float, Constituent | None]:
    best: tuple[float, Constituent | None] = (0.0, None)
    mass = view.mass(stems)
    for other in view.phrases[row]:
        shared = stems & other.stems
        if shared:
            alike = 2 * view.mass(shared) / (mass + view.mass(other.stems) + 1e-6)
            if alike > best[0]:
                best = alike, other
    return best


def beside(view: View, row: int, number: int, lacking: int) -> float:
    """How near the sentences before and after come to the document."""
    rows = view.rows[number]
    return max((view.nearest[r][lacking] for r in (row - 1, row + 1) if rows.start <= r < rows.stop), default=0.0)


def _around(view: View, phrase: Constituent) -> tuple[list[int], Floats]:
    """The columns of the phrase and what stands around it, and their weights."""
    document = view.documents[phrase.ref.document]
    sentence = document.sentences[phrase.ref.sentence]
    first, last = max(phrase.first - AROUND, sentence.first), min(phrase.last + AROUND, sentence.last)
    columns = [view.column[t.stem] for t in document.tokens[first:last] if is_content(t)]
    return columns, view.weight[columns]


def _share_around(view: View, around: tuple[list[int], Floats], lacking: int) -> float:
    """How much of the phrase and what stands around it the closest sentence of the document has."""
    columns, weight = around
    return float((view.stems[view.rows[lacking]][:, columns] @ weight).max() / (weight.sum() + 1e-6))


def own_traits(view: View, phrase: Constituent, columns: list[int]) -> dict[str, float]:
    """What the phrase is like, whoever lacks it."""
    document = view.documents[phrase.ref.document]
    sentence = document.sentences[phrase.ref.sentence]
    tokens = document.tokens[phrase.first : phrase.last]
    size = len(tokens)
    tags = Counter(t.tag for t in tokens)
    weight = view.weight[columns]
    return {
        "outlets": 1 / len(view.rows),
        "one word": float(len(phrase.stems) == 1),
        "share": size / (sentence.last - sentence.first),
        "sentence length": math.log(sentence.last - sentence.first),
        "names": sum(n for tag, n in tags.items() if tag.startswith("NNP")) / size,
        "finite": float(any(t.tag in _FINITE for t in tokens)),
        "negated": float(any(t.lower in _NEGATIONS for t in tokens)),
        "hedged": float(any(t.tag == "MD" or t.lower in words("hedges") for t in tokens)),
        "quoted": _quoted(document, phrase),
        "time": float(any(t.span.overlap(phrase.span) for t in document.times)),
        "position": sentence.index / max(1, len(document.sentences) - 1),
        "central": float((view.central[columns] * weight).sum() / (weight.sum() + 1e-6)),
    }


def _quoted(document: Document, phrase: Constituent) -> float:
    """The share of the phrase inside quotation marks."""
    inside = sum(q.span.overlap(phrase.span) for q in document.quotations)
    return min(1.0, inside / (phrase.span.end - phrase.span.start))
