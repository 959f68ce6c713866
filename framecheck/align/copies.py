"""Sentences that one outlet took over from another, or both from a wire, almost word for word.

Two sentences are copies when each is the other's nearest in that document and most of their words are the same in the same
order (rapidfuzz's Indel on word lists). In any story, however small, such sentences make one statement, and what was
edited in them is what the outlets tell differently.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from framecheck.records.alignment import Copy, SentenceRef
from framecheck.records.story import Story

ALIKE = 0.72  # share of the words of both sentences that both have in order
LEAST = 6  # words from which a sentence that was edited is known again
BETWEEN = 0.5  # the share for a sentence between two copies
_GRAM = 3
_BUSY = 12  # sentences from which three words in a row are a fixed phrase
_MARKS = frozenset("\"'`,;:.-()[]")

_Edits = tuple[tuple[int, int, int, int], ...]


def copies(story: Story) -> tuple[Copy, ...]:
    """Copied sentences of every two documents, with the words that were edited; in order of their places."""
    told = {
        SentenceRef(number, sentence.index): tuple(
            t.lower for t in document.tokens_of(sentence) if t.text not in _MARKS and t.lower not in ("``", "''")
        )
        for number, document in enumerate(story.documents)
        for sentence in document.sentences
    }
    near: dict[tuple[SentenceRef, int], tuple[float, SentenceRef]] = {}
    for a, b, alike in _alike(told):
        for one, other in ((a, b), (b, a)):
            key = one, other.document
            # of sentences that are equally near the one in the same place of its article: captions and refrains recur
            if key not in near or (alike, -abs(one.sentence - other.sentence)) > (
                near[key][0],
                -abs(one.sentence - near[key][1].sentence),
            ):
                near[key] = alike, other
    pairs = {(a, b) for (a, document), (_, b) in near.items() if a.document < document and near[b, a.document][1] == a}
    pairs |= set(_between(pairs, told))
    return tuple(Copy(a, b, _edits(story, a, b)) for a, b in sorted(pairs))


def _between(
    pairs: set[tuple[SentenceRef, SentenceRef]], told: dict[SentenceRef, tuple[str, ...]]
) -> Iterator[tuple[SentenceRef, SentenceRef]]:
    """Sentences that follow a copied one and precede another in both documents: there less need be the same."""
    from rapidfuzz.distance import Indel

    taken = {(ref, other.document) for pair in pairs for ref, other in (pair, pair[::-1])}
    for a, b in pairs:
        one, other = (SentenceRef(ref.document, ref.sentence + 1) for ref in (a, b))
        last = (SentenceRef(ref.document, ref.sentence + 2) for ref in (a, b))
        if tuple(last) not in pairs or (one, b.document) in taken or (other, a.document) in taken:
            continue
        if Indel.normalized_similarity(told[one], told[other]) >= BETWEEN:
            yield one, other


def _alike(told: dict[SentenceRef, tuple[str, ...]]) -> Iterator[tuple[SentenceRef, SentenceRef, float]]:
    """Sentences of different documents that are alike enough, and how much."""
    from rapidfuzz.distance import Indel

    places: dict[tuple[str, ...], list[SentenceRef]] = defaultdict(list)
    for ref, words in told.items():
        if len(words) < LEAST:
            places[words].append(ref)  # short ones must be the same throughout
        else:
            for gram in {words[i : i + _GRAM] for i in range(len(words) - _GRAM + 1)}:
                places[gram].append(ref)
    shared: Counter[tuple[SentenceRef, SentenceRef]] = Counter()
    for refs in places.values():
        if 1 < len(refs) <= _BUSY:
            shared.update((a, b) for a, b in combinations(refs, 2) if a.document != b.document)
    for (a, b), _ in sorted(shared.items()):
        alike = Indel.normalized_similarity(told[a], told[b], score_cutoff=ALIKE)
        if alike >= ALIKE and (alike == 1.0 or min(len(told[a]), len(told[b])) >= LEAST):
            yield a, b, alike


def _edits(story: Story, a: SentenceRef, b: SentenceRef) -> _Edits:
    """Where the words differ: half-open ranges of tokens of the one document and of the other, as in ``difflib``'s opcodes."""
    from rapidfuzz.distance import Indel

    sides = [(story.documents[ref.document], ref) for ref in (a, b)]
    firsts = [document.sentences[ref.sentence].first for document, ref in sides]
    words = [[t.lower for t in d.tokens_of(d.sentences[ref.sentence])] for d, ref in sides]
    if words[0] == words[1]:
        return ()
    joined: list[list[int]] = []
    for code in Indel.opcodes(*words):
        if code.tag == "equal":
            continue
        row = [code.src_start, code.src_end, code.dest_start, code.dest_end]
        if joined and (joined[-1][1], joined[-1][3]) == (row[0], row[2]):
            joined[-1][1], joined[-1][3] = row[1], row[3]
        else:
            joined.append(row)
    one, other = firsts
    return tuple((p + one, q + one, r + other, s + other) for p, q, r, s in joined)
