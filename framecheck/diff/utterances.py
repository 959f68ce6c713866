"""Two quotations, word by word: whether they are one utterance, and what was changed, marked or cut.

Words are aligned by the longest common subsequence (rapidfuzz's Indel opcodes on word lists); the core is the stretch
with the best sum of shared words minus edits (as in local sequence alignment), what lies outside it was cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from framecheck.lexicons import words as lexicon
from framecheck.text import Span

_TOKEN = re.compile(r"\.\s?\.(?:\s?\.)+|…|n't\b|'(?:s|re|ve|ll|m|d)\b|\w+?(?=n't\b)|\w+(?:[.*]+\w+)*|[\[\]()]")
_SAME = {
    "n't": "not",
    "'s": "is",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "'d": "would",
    "gonna": "going",
    "wanna": "want",
    "ca": "can",
    "wo": "will",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "percent": "%",
}
_AMERICAN = {
    "ise": "ize",
    "ised": "ized",
    "ises": "izes",
    "ising": "izing",
    "isation": "ization",
    "isations": "izations",
    "yse": "yze",
    "ysed": "yzed",
    "ysing": "yzing",
    "tre": "ter",
    "tres": "ters",
    "ence": "ense",
}
_ENDINGS = re.compile(rf"(?:{'|'.join(sorted(_AMERICAN, key=len, reverse=True))})$")
_SPELT = 5  # letters from which a word may be spelled in two ways
_GAP = 0.7  # cost of one edited word against one shared word
_LIGHT = 0.4  # weight of a function word; a content word weighs 1
_CONTENT = 3  # shared content words that make two quotations one utterance
_RATIO = 0.65  # least share of the core that both have word for word
_PHRASE = 6.0  # shared weight up to which two quotations that differ inside and go on differently share a mere phrase


class Class(StrEnum):
    """How one utterance was told twice."""

    IDENTICAL = "identical"
    TYPOGRAPHIC = "typographic"
    MARKED = "marked_edit"
    TRUNCATED = "truncated"
    WORDING = "wording"
    SENSE = "altered_sense"
    OTHER = "not_same_utterance"


@dataclass(frozen=True, slots=True)
class Word:
    """A quoted word: ``key`` compares, ``marked`` is true inside brackets and for an ellipsis."""

    key: str
    start: int
    end: int
    marked: bool = False

    @property
    def ellipsis(self) -> bool:
        """Whether the word is a mark of omission."""
        return self.key == "..."


@dataclass(frozen=True, slots=True)
class Edit:
    """Words ``a[a_first:a_last]`` stand for ``b[b_first:b_last]``; one range may be empty."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    kind: Class


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two word lists aligned: the core in each, the edits inside it, how much of it is shared (0..1)."""

    kind: Class
    a_core: tuple[int, int]
    b_core: tuple[int, int]
    edits: tuple[Edit, ...]
    ratio: float
    shared: float  # weight of the shared words


def quoted_words(plain: str, span: Span) -> list[Word]:
    """The words at *span* of folded text, with offsets; possessives and contractions apart, case dropped."""
    found: list[Word] = []
    depth = 0
    for match in _TOKEN.finditer(plain, span.start, span.end):
        text = match.group().lower()
        if text in "[(":
            depth += 1
        elif text in "])":
            depth = max(0, depth - 1)
        elif text[0] in ".…":
            found.append(Word("...", match.start(), match.end(), True))
        else:
            found.append(Word(_SAME.get(text, text), match.start(), match.end(), depth > 0))
    return found


def classify(a_plain: str, a_span: Span, b_plain: str, b_span: Span) -> Class:
    """How the quotation at *a_span* and the one at *b_span* (of folded texts) differ as a whole."""
    found = compare_words(quoted_words(a_plain, a_span), quoted_words(b_plain, b_span))
    if found is None:
        return Class.OTHER
    if found.kind is Class.IDENTICAL and _bare(a_span.of(a_plain)) != _bare(b_span.of(b_plain)):
        return Class.TYPOGRAPHIC
    return found.kind


def _bare(text: str) -> str:
    """The words with their marks, without what only joins them to a sentence."""
    return " ".join(text.strip(" .,;:?!\"'").split())


def weight(words: Sequence[Word]) -> float:
    """How much *words* weigh as evidence: 1 a content word, less a function word."""
    function = lexicon("function_words")
    return sum(_LIGHT if w.key in function or len(w.key) == 1 else 1.0 for w in words if not w.ellipsis)


def compare_words(a: Sequence[Word], b: Sequence[Word]) -> Comparison | None:
    """The alignment of two quotations, ``None`` where they share too little to be one utterance.

    A short quotation that stands whole and unbroken in the other needs two content words, any other pair three.
    """
    from rapidfuzz.distance import Indel

    opcodes = Indel.opcodes([w.key for w in a], [w.key for w in b])
    core = _core(a, b, [(o.src_start, o.src_end, o.dest_start, o.dest_end) for o in opcodes if o.tag == "equal"])
    if not core:
        return None
    _stretch(a, b, core)
    a_core, b_core = (core[0][0], core[-1][1]), (core[0][2], core[-1][3])
    edits = [*_edits(a, b, core)]
    inside = any(e.kind in (Class.WORDING, Class.SENSE) for e in edits)
    # where both go on, but differently, the words beyond the core are an edit too; where one stops, the other was cut
    if a_core[0] and b_core[0]:
        edits.insert(0, Edit(0, a_core[0], 0, b_core[0], edit_kind(a[: a_core[0]], b[: b_core[0]])))
    if a_core[1] < len(a) and b_core[1] < len(b):
        last = Edit(a_core[1], len(a), b_core[1], len(b), edit_kind(a[a_core[1] :], b[b_core[1] :]))
        edits.append(last)
    shared = sum(weight(a[block[0] : block[1]]) for block in core)
    beyond = any(e.kind in (Class.WORDING, Class.SENSE) and not _within(e, a_core) for e in edits)
    if inside and beyond and shared < _PHRASE:
        return None
    lost = sum(_loss(a, b, e, a_core) for e in edits)
    ratio = shared / (shared + lost) if shared else 0.0
    content = sum(is_content(w) for block in core for w in a[block[0] : block[1]])
    whole = (a_core == (0, len(a)) or b_core == (0, len(b))) and not edits
    if ratio < _RATIO or content < (2 if whole else _CONTENT):
        return None
    equal = bool(a_core[0]) == bool(b_core[0]) and (a_core[1] < len(a)) == (b_core[1] < len(b))
    return Comparison(_kind(edits, equal), a_core, b_core, tuple(edits), ratio, shared)


def _loss(a: Sequence[Word], b: Sequence[Word], edit: Edit, core: tuple[int, int]) -> float:
    """What an edit costs: inside the core the longer side, beyond it the shorter (the rest of the other may be a cut)."""
    if edit.kind in (Class.TYPOGRAPHIC, Class.MARKED):
        return 0.0
    sides = weight(a[edit.a_first : edit.a_last]), weight(b[edit.b_first : edit.b_last])
    return max(sides) if _within(edit, core) else min(sides)


def _within(edit: Edit, core: tuple[int, int]) -> bool:
    """Whether an edit lies between words that both quotations share."""
    return core[0] < edit.a_last and edit.a_first < core[1]


def is_content(word: Word) -> bool:
    """Whether the word carries content rather than grammar."""
    return not word.ellipsis and word.key not in lexicon("function_words") and word.key != "not" and len(word.key) > 1


_Block = tuple[int, int, int, int]


def _core(a: Sequence[Word], b: Sequence[Word], blocks: list[_Block]) -> list[_Block]:
    """The run of blocks with the best sum of shared weight minus gaps."""
    best: tuple[float, int, int] = (0.0, 0, 0)
    total, first = 0.0, 0
    for i, block in enumerate(blocks):
        if i:
            gap_a, gap_b = a[blocks[i - 1][1] : block[0]], b[blocks[i - 1][3] : block[2]]
            if not any(w.ellipsis for w in (*gap_a, *gap_b)):  # what an ellipsis leaves out costs nothing
                total -= _GAP * max(weight([w for w in gap if not w.marked]) for gap in (gap_a, gap_b))
        if total <= 0:
            total, first = 0.0, i
        total += weight(a[block[0] : block[1]])
        if total > best[0]:
            best = (total, first, i + 1)
    return blocks[best[1] : best[2]]


def _stretch(a: Sequence[Word], b: Sequence[Word], core: list[_Block]) -> None:
    """Let the core take in equal words next to it: the opcodes may have matched them further off."""
    first, last = list(core[0]), list(core[-1])
    single = len(core) == 1
    while first[0] and first[2] and a[first[0] - 1].key == b[first[2] - 1].key:
        first[0], first[2] = first[0] - 1, first[2] - 1
    if single:
        last = [first[0], last[1], first[2], last[3]]
    while last[1] < len(a) and last[3] < len(b) and a[last[1]].key == b[last[3]].key:
        last[1], last[3] = last[1] + 1, last[3] + 1
    core[0] = (first[0], first[1], first[2], first[3])
    core[-1] = (last[0], last[1], last[2], last[3])


def _edits(a: Sequence[Word], b: Sequence[Word], core: list[_Block]) -> list[Edit]:
    found = []
    for left, right in pairwise(core):
        span = (left[1], right[0], left[3], right[2])
        found.append(Edit(*span, edit_kind(a[span[0] : span[1]], b[span[2] : span[3]])))
    return found


def edit_kind(a: Sequence[Word], b: Sequence[Word]) -> Class:
    """What kind of change the words *a* for the words *b* are."""
    plain_a, plain_b = [w.key for w in a if not w.marked], [w.key for w in b if not w.marked]
    if "".join(plain_a) == "".join(plain_b):
        return Class.MARKED if any(w.marked for w in (*a, *b)) else Class.TYPOGRAPHIC
    if _marks(a, plain_b) or _marks(b, plain_a):
        return Class.MARKED
    if any(w.ellipsis for w in (*a, *b)):
        return Class.WORDING
    if {*plain_a, *plain_b} <= {"going", "to"} or _abbreviates(plain_a, plain_b) or _spells(plain_a, plain_b):
        return Class.TYPOGRAPHIC
    return Class.SENSE if _sense(plain_a) != _sense(plain_b) else Class.WORDING


def _marks(side: Sequence[Word], other: list[str]) -> bool:
    """Whether *side* holds nothing but brackets or an ellipsis where the other has words, or the other has none."""
    return any(w.marked for w in side) and (
        all(w.marked for w in side) or (not other and any(w.ellipsis for w in side))
    )


def _abbreviates(a: list[str], b: list[str]) -> bool:
    """ "f***er": letters hidden by asterisks."""
    if len(a) != 1 or len(b) != 1 or not ("*" in a[0] or "*" in b[0]):
        return False
    starred, word = (a[0], b[0]) if "*" in a[0] else (b[0], a[0])
    return bool(re.fullmatch(re.escape(starred).replace(r"\*", r"\w"), word)) or starred[0] == word[0]


def _spells(a: list[str], b: list[str]) -> bool:
    """ "realised", "realized": the same words in British and American spelling."""
    if not a or len(a) != len(b):
        return False
    pairs = zip(a, b, strict=True)
    return all(x == y or (min(len(x), len(y)) >= _SPELT and _american(x) == _american(y)) for x, y in pairs)


def _american(word: str) -> str:
    return _ENDINGS.sub(lambda m: _AMERICAN[m.group()], word.replace("our", "or").replace("ll", "l"))


def _sense(words: list[str]) -> tuple[bool, tuple[str, ...]]:
    """What turns a statement round: negation and numbers."""
    negated = sum(w in ("not", "no", "never", "nor", "without", "nobody", "nothing", "unless") for w in words) % 2 == 1
    return negated, tuple(w for w in words if w.isdigit())


def _kind(edits: Sequence[Edit], whole: bool) -> Class:
    kinds = {e.kind for e in edits}
    for kind in (Class.SENSE, Class.WORDING):
        if kind in kinds:
            return kind
    if not whole:
        return Class.TRUNCATED
    for kind in (Class.MARKED, Class.TYPOGRAPHIC):
        if kind in kinds:
            return kind
    return Class.IDENTICAL
