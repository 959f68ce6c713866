"""The story's sentences as rows of sets: what the signals compare."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from framecheck.records.alignment import SentenceRef
from framecheck.records.article import BlockKind
from framecheck.records.document import Document, Naming, Sentence, Token
from framecheck.records.story import Story

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

# Words of an open class carry a statement; the commonest verbs tell no two statements apart.
_OPEN: Final = ("NN", "VB", "JJ", "RB", "CD", "FW")
_LIGHT: Final = frozenset(("be", "is", "are", "was", "were", "have", "has", "had", "do", "not", "n't", "said", "say"))
_HEADINGS: Final = frozenset((BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CROSSHEAD))


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence. Sets of stems: all ``content`` words, those in ``names``, ``numbers``, those inside quotation marks;
    ``entities`` are story entities, ``speakers`` the last words of source names; ``words`` is every word's
    stem in order, ``text`` the folded text in lower case."""

    content: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    quoted: frozenset[str]
    entities: frozenset[int]
    speakers: frozenset[str]
    words: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """All sentences of a story, document by document. The arrays are parallel to ``refs``: the number of the document,
    the place in it from 0 (first) to 1 (last), and whether it is a heading (1 or 0)."""

    refs: tuple[SentenceRef, ...]
    rows: tuple[Row, ...]
    document: Ints
    position: Floats
    heading: Floats

    def documents(self) -> list[slice]:
        """The rows of each document that has any."""
        import numpy as np

        starts = [0, *(np.flatnonzero(np.diff(self.document)) + 1).tolist(), len(self.refs)]
        return [slice(i, j) for i, j in pairwise(starts)]


def table(story: Story) -> Table:
    """The sentences of *story*, ready for the signals."""
    import numpy as np

    entities = _entities(story)
    refs, rows, position, heading = [], [], [], []
    for number, document in enumerate(story.documents):
        quoted = _quoted(document)
        speakers = _speakers(document)
        for sentence in document.sentences:
            refs.append(SentenceRef(number, sentence.index))
            rows.append(
                _row(
                    document,
                    sentence,
                    quoted,
                    frozenset(entities.get((number, sentence.index), ())),
                    frozenset(speakers.get(sentence.index, ())),
                )
            )
            position.append(sentence.index / max(len(document.sentences) - 1, 1))
            heading.append(float(sentence.kind in _HEADINGS))
    return Table(
        tuple(refs),
        tuple(rows),
        np.array([ref.document for ref in refs], np.int64),
        np.array(position, np.float32),
        np.array(heading, np.float32),
    )


def cross_pairs(rows: Table) -> tuple[Ints, Ints]:
    """Row numbers of every pair of sentences of different documents, the earlier document first."""
    import numpy as np

    a, b = np.nonzero(rows.document[:, None] < rows.document[None, :])
    return a.astype(np.int64), b.astype(np.int64)


def _entities(story: Story) -> dict[tuple[int, int], set[int]]:
    found: dict[tuple[int, int], set[int]] = {}
    for entity in story.entities:
        for ref in entity.mentions:
            mention = story.mention(ref)
            if mention.naming is not Naming.LABEL:
                found.setdefault((ref.document, mention.sentence), set()).add(entity.id)
    return found


def _speakers(document: Document) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for attribution in document.attributions:
        name = attribution.source_name or attribution.source_head
        if name:
            found.setdefault(attribution.sentence, set()).add(name.lower().split()[-1])
    return found


def _quoted(document: Document) -> frozenset[int]:
    """Indexes of the tokens inside quotation marks."""
    found: list[int] = []
    for quotation in document.quotations:
        first, last = document.sentences[quotation.sentence], document.sentences[quotation.last_sentence]
        found.extend(
            i
            for i in range(first.first, last.last)
            if quotation.span.start <= document.tokens[i].start < quotation.span.end
        )
    return frozenset(found)


def _carries(token: Token) -> bool:
    return token.tag.startswith(_OPEN) and token.text[:1].isalnum() and token.lower not in _LIGHT


def _row(
    document: Document, sentence: Sentence, quoted: frozenset[int], entities: frozenset[int], speakers: frozenset[str]
) -> Row:
    tokens = list(enumerate(document.tokens_of(sentence), sentence.first))
    content = [(i, t) for i, t in tokens if _carries(t)]
    return Row(
        content=frozenset(t.stem for _, t in content),
        names=frozenset(t.stem for _, t in content if t.tag.startswith("NNP")),
        numbers=frozenset(t.stem for _, t in tokens if t.tag == "CD" and t.lower != "one"),
        quoted=frozenset(t.stem for i, t in content if i in quoted),
        entities=entities,
        speakers=speakers,
        words=tuple(t.stem for _, t in tokens if t.text[:1].isalnum()),
        text=re.sub(r"\s+", " ", sentence.span.of(document.article.plain).lower()),
    )
