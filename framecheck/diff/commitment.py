"""The same predicate, stated with unlike commitment: "may decline" and "will get less", "considering halting" and "halted".

Each sentence is read as predicates with the cues that govern them; a finite predicate without a cue is stated as fact. Two
predicates are the same where their words are matched or share a class of meaning, or where both carry a cue and stand in
the same place among matched words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framecheck.diff.meaning import related
from framecheck.diff.roles import agreement, referents
from framecheck.diff.wording import Aligned, aligned_pairs, kindred, root
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Cue, Document, Sentence, Token
from framecheck.text import Span

_STEP = 0.2  # strengths nearer than this say the same
_SHORT = 6  # words from a cue to its predicate, at most
_SURE = (
    "modal",
    "hedge",
    "allegation",
    "plan",
    "future",
    "negation",
)  # beliefs and conditions say whose view, not how sure
_MIN_LINK = {"same": 0.25, "related": 0.2, "placed": 0.25}
_SURE_PLACE, _SURE_PAIR = 0.36, 0.9
_DEONTIC = frozenset(("can", "must", "should", "ought", "shall"))  # ability and duty, not likelihood
_AUXILIARY = frozenset(
    ("do", "does", "did", "has", "have", "had", "is", "are", "was", "were", "would", "will", "could")
)
_BE = frozenset(("be", "is", "are", "was", "were", "been", "has", "have", "had", "'s", "'re", "'ve"))


@dataclass(frozen=True, slots=True)
class _Stated:
    """A predicate of one sentence: indexes of its word and of the first and last word to show, its cues."""

    at: int
    first: int
    last: int
    cues: tuple[Cue, ...]

    @property
    def strength(self) -> float:
        """How sure the predicate is stated, its polarity aside."""
        return min((c.strength for c in self.cues if c.kind != "negation"), default=1.0)

    @property
    def negated(self) -> bool:
        """Whether an odd number of negations governs the predicate."""
        return sum(c.kind == "negation" for c in self.cues) % 2 == 1

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its cues."""
        return frozenset(c.kind for c in self.cues)


@dataclass(frozen=True, slots=True)
class _Link:
    """Two predicates of a pair that make one statement: how sure, and how well their participants agree."""

    a: _Stated
    b: _Stated
    relation: str
    score: float
    roles: float


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Linked predicates whose strength or polarity differ; each predicate is used once, the best link first."""
    known = referents(alignment.story)
    for aligned in aligned_pairs(alignment):
        left, right = (_stated(d, s) for d, s in zip(aligned.documents, aligned.sentences, strict=True))
        options = [o for here in left for there in right if (o := _link(aligned, here, there, known))]
        used: set[tuple[int, int]] = set()
        for link in sorted(options, key=lambda o: -o.score):
            ends = {(0, link.a.at), (1, link.b.at)}
            if not ends & used:
                used |= ends
                found = _difference(aligned, link)
                if not found.quoted:  # two quotations are compared as quotations
                    yield found


def _link(aligned: Aligned, a: _Stated, b: _Stated, known: Mapping[tuple[int, int], int]) -> _Link | None:
    """Why two predicates are one statement, or ``None`` where they are not or do not differ."""
    differ = a.negated != b.negated or abs(a.strength - b.strength) >= _STEP
    if not differ or not (a.cues or b.cues):
        return None
    words = aligned.wording
    one, other = words.a[a.at], words.b[b.at]
    verbs = one.tag[0] == other.tag[0] == "V"
    if words.partner.get(a.at) == b.at or kindred(root(one), root(other)):
        how = "same"
    elif a.at in words.partner or b.at in words.back or not verbs:
        return None
    elif related(one, other):
        how = "related"
    elif a.cues and b.cues:
        how = "placed"
    else:
        return None
    score = 0.8 * words.neighbourhood(a.at, b.at) + 0.2 * words.ordered(a.at, b.at)
    if one.tag[0] != other.tag[0] or score < _MIN_LINK[how]:
        return None
    roles = agreement(aligned, a.at, b.at, known)
    if a.negated != b.negated:
        if how != "same" or not verbs or roles == 0.0 or a.kinds | b.kinds != {"negation"} or (a.cues and b.cues):
            return None  # another time or mood, or "don't ask, don't tell"
        return _Link(a, b, "negated", score, roles)
    # where the sentences surely share a statement, the place among matched words is enough
    placed = roles == 1.0 or (aligned.pair.score >= _SURE_PAIR and score >= _SURE_PLACE)
    return _Link(a, b, f"hedged-{how}", score, roles) if how != "placed" or placed else None


def _stated(document: Document, sentence: Sentence) -> list[_Stated]:
    """The predicates of *sentence* that carry a cue or are asserted."""
    words = document.tokens_of(sentence)
    governed: dict[int, list[Cue]] = {}
    shadow: set[int] = set()  # words under some cue: not asserted
    for cue in document.cues:
        if cue.sentence != sentence.index:
            continue
        inside = [k for k, t in enumerate(words) if cue.scope.start <= t.start and t.end <= cue.scope.end]
        start = next(k for k, t in enumerate(words) if t.start >= cue.span.start)
        shadow.update(range(start, start + 2 * _SHORT))
        target = next((k for k in (inside[-1], inside[0]) if words[k].stem == cue.governs), -1)
        if target >= 0 and len(inside) <= _SHORT:
            governed.setdefault(target, []).append(cue)
    found = []
    for k in range(len(words)):
        cues = governed.get(k, [])
        if words[k].lower in _AUXILIARY or words[k].lower in _BE:
            continue
        if cues and all(_told(document, c) for c in cues):
            starts = [n for n, t in enumerate(words) if any(t.start == c.scope.start for c in cues)]
            ends = [n for n, t in enumerate(words) if any(t.end == c.scope.end for c in cues)]
            first = min(starts)
            while first and words[first - 1].lower in _AUXILIARY:  # "did not respond"
                first -= 1
            found.append(_Stated(k, first, max(ends), tuple(cues)))
        elif not cues and k not in shadow and _asserted(words, k):
            first = k
            while first and words[first - 1].tag.startswith(("VB", "RB")):
                first -= 1
            found.append(_Stated(k, first, k, ()))
    return found


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


def _difference(aligned: Aligned, link: _Link) -> Difference:
    a, b = link.a, link.b
    places = [aligned.place(0, a.first, a.last), aligned.place(1, b.first, b.last)]
    variants = [Variant(d.words(p.span).lower(), (p,)) for d, p in zip(aligned.documents, places, strict=True)]
    quoted = [aligned.quoted(side, place.span) for side, place in enumerate(places)]
    firmer = a.strength > b.strength or (b.negated and not a.negated)
    return Difference(
        "commitment",
        link.relation,
        tuple(variants if firmer else reversed(variants)),
        " ".join(sorted((root(aligned.wording.a[a.at]), root(aligned.wording.b[b.at])))),
        aligned.pair.level,
        aligned.pair.score,
        link.score,
        quoted=all(quoted),
        traits={
            "step": abs(a.strength - b.strength),
            "roles": link.roles,
            "one_quoted": float(quoted[0] != quoted[1]),
            "ordered": float(aligned.wording.ordered(a.at, b.at)),
            **dict.fromkeys(a.kinds | b.kinds, 1.0),
        },
    )
