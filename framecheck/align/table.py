"""The story's sentences as arrays: one row a sentence, so that a signal is one matrix product for all pairs at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from framecheck.records.alignment import SentenceRef
from framecheck.records.document import Document, Sentence, Token
from framecheck.records.story import Story

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

# Words of an open class carry a statement; the commonest verbs tell no two statements apart.
_OPEN: Final = ("NN", "VB", "JJ", "RB", "CD", "FW")
_LIGHT: Final = frozenset(("be", "is", "are", "was", "were", "have", "has", "had", "do", "not", "n't", "said", "say"))
_BREAKS: Final = frozenset((",", ";", ":", "\u2014", "-", "(", ")", '"', "``", "''", "..."))
_JOINS: Final = frozenset(
    ("and", "but", "while", "after", "before", "because", "that", "who", "which", "when", "as", "if")
)
_SHORTEST = 3  # content words of a clause


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence: its content stems, the stems inside names, numbers, its clauses as stem tuples, all its words."""

    content: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    quoted: frozenset[str]
    clauses: tuple[frozenset[str], ...]
    words: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """All sentences of a story in document order. ``document`` and ``position`` (0 first … 1 last) are parallel to
    ``refs``."""

    refs: tuple[SentenceRef, ...]
    rows: tuple[Row, ...]
    document: Ints
    position: Floats
    order: Ints
    headline: Floats


@cache
def frequencies() -> tuple[int, dict[str, int]]:
    """How many texts the background counts come from, and in how many of them each stem occurs."""
    lines = files("framecheck").joinpath("data", "frequencies.tsv").read_text(encoding="utf-8").splitlines()
    counts = {word: int(n) for word, n in (line.split("\t") for line in lines)}
    return counts.pop("#"), counts


def table(story: Story) -> Table:
    """The sentences of *story*, ready for the signals."""
    import numpy as np

    refs, rows, document, position, order, headline = [], [], [], [], [], []
    for number, doc in enumerate(story.documents):
        quoted = _quoted(doc)
        count = len(doc.sentences)
        for sentence in doc.sentences:
            refs.append(SentenceRef(number, sentence.index))
            rows.append(_row(doc, sentence, quoted))
            document.append(number)
            order.append(sentence.index)
            position.append(sentence.index / max(count - 1, 1))
            headline.append(float(sentence.kind.value in ("headline", "standfirst", "crosshead")))
    return Table(
        tuple(refs),
        tuple(rows),
        np.array(document, np.int64),
        np.array(position, np.float32),
        np.array(order, np.int64),
        np.array(headline, np.float32),
    )


def _quoted(document: Document) -> list[bool]:
    """For every token whether it stands inside quotation marks; an open mark runs to the end of its paragraph."""
    inside = [False] * len(document.tokens)
    paragraph, is_open = -1, False
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph, is_open = sentence.paragraph, False
        for i in range(sentence.first, sentence.last):
            if document.tokens[i].text in ('"', "``", "''"):
                is_open = not is_open
            else:
                inside[i] = is_open
    return inside


def _carries(token: Token) -> bool:
    return token.tag.startswith(_OPEN) and token.text[:1].isalnum() and token.lower not in _LIGHT


def _row(document: Document, sentence: Sentence, quoted: list[bool]) -> Row:
    tokens = document.tokens_of(sentence)
    carried = [_carries(t) for t in tokens]
    content = frozenset(t.stem for t, c in zip(tokens, carried, strict=True) if c)
    clauses: list[frozenset[str]] = []
    current: set[str] = set()
    for token, carries in zip(tokens, carried, strict=True):
        if (token.text in _BREAKS or token.lower in _JOINS) and len(current) >= _SHORTEST:
            clauses.append(frozenset(current))
            current = set()
        if carries:
            current.add(token.stem)
    if len(current) >= _SHORTEST or not clauses:
        clauses.append(frozenset(current))
    return Row(
        content,
        frozenset(t.stem for t, c in zip(tokens, carried, strict=True) if c and t.tag.startswith("NNP")),
        frozenset(t.stem for t in tokens if t.tag == "CD" and t.lower != "one"),
        frozenset(
            t.stem for i, (t, c) in enumerate(zip(tokens, carried, strict=True)) if c and quoted[sentence.first + i]
        ),
        tuple(clauses),
        tuple(t.stem for t in tokens if t.text[:1].isalnum()),
        re.sub(r"\s+", " ", sentence.span.of(document.article.plain).lower()),
    )


def cross_pairs(rows: Table) -> tuple[Ints, Ints]:
    """Row numbers of every pair of sentences of different documents, the earlier document first."""
    import numpy as np

    a, b = np.nonzero(rows.document[:, None] < rows.document[None, :])
    return a.astype(np.int64), b.astype(np.int64)
