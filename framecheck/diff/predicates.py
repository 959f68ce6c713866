"""What a sentence states and how firmly: its predicates with the cues that govern them.

A finite predicate without a cue is stated as fact. Beliefs and conditions say whose view a statement is, duty and ability
what is allowed: predicates under them are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from framecheck.records.document import Cue, Document, Sentence, Token
from framecheck.text import Span

_NEAR = 6  # words from a cue to its predicate, at most
_SURE = ("modal", "hedge", "allegation", "plan", "future", "negation")
_DEONTIC = frozenset(("can", "must", "should", "ought", "shall"))
_AUXILIARY = frozenset(
    ("do", "does", "did", "has", "have", "had", "is", "are", "was", "were", "would", "will", "could")
)
_BE = frozenset(("be", "is", "are", "was", "were", "been", "has", "have", "had", "'s", "'re", "'ve"))
_BREAKS = (",", ":", "``", "''")


@dataclass(frozen=True, slots=True)
class Stated:
    """A predicate: indexes in the sentence of its word and of the first and last word to show; its cues, each with its
    word in lower case."""

    at: int
    first: int
    last: int
    cues: tuple[tuple[str, Cue], ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """The words of its cues."""
        return frozenset(word for word, _ in self.cues)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its cues."""
        return frozenset(cue.kind for _, cue in self.cues)

    @property
    def negated(self) -> bool:
        """Whether an odd number of negations governs the predicate."""
        return sum(cue.kind == "negation" for _, cue in self.cues) % 2 == 1

    def strength(self, aside: frozenset[str] = frozenset()) -> float:
        """How sure the predicate is stated, 0..1, leaving aside its polarity and the cues with one of these words."""
        return min((c.strength for word, c in self.cues if c.kind != "negation" and word not in aside), default=1.0)


def stated(document: Document, sentence: Sentence) -> list[Stated]:
    """The predicates of *sentence* that carry a cue or are asserted."""
    words = document.tokens_of(sentence)
    governed: dict[int, list[Cue]] = {}
    shadow: set[int] = set()  # words under some cue: not asserted
    for cue in document.cues:
        if cue.sentence != sentence.index:
            continue
        inside = [k for k, t in enumerate(words) if cue.scope.start <= t.start and t.end <= cue.scope.end]
        at = next(k for k in inside if words[k].start >= cue.span.start)
        if cue.kind != "negation":
            shadow.update(_clause(words, at))
        target = next((k for k in (inside[-1], inside[0]) if words[k].stem == cue.governs), -1)
        marks = any(words[k].text == '"' for k in inside)
        plain = words[target].tag.startswith("VB") or words[at].tag.startswith(("JJ", "VBN", "DT"))
        if target >= 0 and len(inside) <= _NEAR and plain and not marks:
            governed.setdefault(target, []).append(cue)
    found = []
    for k, token in enumerate(words):
        cues = governed.get(k, [])
        if token.lower in _AUXILIARY or token.lower in _BE:
            continue
        if cues and all(_told(document, c) for c in cues):
            spans = [c.scope for c in cues]
            first = next(n for n, t in enumerate(words) if t.end > min(s.start for s in spans))
            last = max(n for n, t in enumerate(words) if t.start < max(s.end for s in spans))
            while first and words[first - 1].lower in _AUXILIARY:  # "did not respond"
                first -= 1
            found.append(
                Stated(k, first, _with_particle(words, last), tuple((document.words(c.span).lower(), c) for c in cues))
            )
        elif not cues and k not in shadow and _asserted(words, k):
            first = k
            while first and words[first - 1].tag.startswith(("VB", "RB")):
                first -= 1
            found.append(Stated(k, first, _with_particle(words, k)))
    return found


def _with_particle(words: Sequence[Token], last: int) -> int:
    """One word further where the next belongs to the verb: "shut down", "get less"."""
    after = words[last + 1].tag if last + 1 < len(words) else ""
    return last + 1 if words[last].tag.startswith("VB") and after in ("RP", "RBR", "JJR") else last


def _clause(words: Sequence[Token], at: int) -> range:
    """From *at* to the next comma, quotation mark or the end, at most twice as far as a cue reaches."""
    stop = next((k for k in range(at + 1, len(words)) if words[k].tag in _BREAKS or words[k].text == '"'), len(words))
    return range(at, min(stop, at + 2 * _NEAR))


def _told(document: Document, cue: Cue) -> bool:
    """Whether *cue* says how sure the statement is, and not whose view it is, what is allowed, or "not only"."""
    word = document.words(cue.span).lower()
    after = document.words(Span(cue.span.end, cue.span.end + 6)).split()
    return cue.kind in _SURE and word not in _DEONTIC and after[:1] not in (["only"], ["just"])


def _asserted(words: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* is a finite verb, a participle after an auxiliary or before "by", or a noun."""
    tag = words[at].tag
    if tag in ("VBN", "VBG"):
        before = any(t.lower in _BE for t in words[max(0, at - 3) : at])
        return before or (at + 1 < len(words) and words[at + 1].lower == "by")
    return tag in ("VBD", "VBZ", "VBP", "NN", "NNS")
