"""The differences that concern the draft, as findings that begin with the draft.

What wires tell differently among themselves is not the draft's problem; but where a wire tells a fact as the draft does and
another does not, the finding lists both and is one step less severe: the draft has a source. So is a name that the draft
gives and a wire withholds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from framecheck.drafts.unsupported import KIND
from framecheck.drafts.wording import lacks, tells
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Finding, Role, Severity, Side
from framecheck.records.story import Story
from framecheck.rules.engine import candidates, ranked
from framecheck.text import Span

_DETAIL: Final = (
    "detail"  # what one outlet alone tells: a wire's are not the draft's problem, the draft's are judged by fact
)
_LESS: Final = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.NOTE, Severity.NOTE: Severity.NOTE}


def judge_draft(
    alignment: Alignment,
    draft: int,
    differences: Iterable[Difference],
    allows: Callable[[str], bool] = lambda code: True,
) -> list[Finding]:
    """Findings about the document *draft*, of the rules whose code is allowed, best first; none is cut by its score."""
    found = [
        made
        for finding, members in candidates(alignment.story, _concerning(differences, draft))
        if allows(finding.code) and (made := _draft_first(alignment, finding, members, draft))
    ]
    return ranked([_told(alignment.story, made) for made in _joined(found)], draft)


@dataclass(frozen=True, slots=True)
class _Made:
    """A finding that begins with the draft; ``first`` says that its words came first in the difference (the firmer, the
    unnamed, the gone), ``None`` that the message needs no wording of a wire."""

    finding: Finding
    first: bool | None


def _told(story: Story, made: _Made) -> Finding:
    """The finding with its message."""
    finding = made.finding
    if made.first is None:
        return finding
    return replace(finding, message=tells(story, finding.category, finding.sides, made.first))


def _concerning(differences: Iterable[Difference], draft: int) -> Iterator[Difference]:
    """The differences that concern *draft*, and those among wires in which one tells the same fact as the draft does."""
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    others: list[Difference] = []
    for difference in differences:
        if difference.kind == _DETAIL:
            continue
        values = _values(difference, draft)
        if values or any(document == draft for document, _ in difference.missing):
            told[difference.kind, difference.group] |= values
            if _concerns(difference, draft):
                yield difference
        else:
            others.append(difference)
    for difference in others:
        if told.get((difference.kind, difference.group), set()) & {v.value for v in difference.variants}:
            yield difference


def _values(difference: Difference, document: int) -> set[str]:
    """How *document* tells the fact."""
    return {v.value for v in difference.variants if any(p.document == document for p in v.places)}


def _concerns(difference: Difference, draft: int) -> bool:
    """Whether the draft lacks the fact, tells it unlike a wire, or has what no wire has."""
    if any(document == draft for document, _ in difference.missing):
        return True
    return len(difference.variants) > 1 or difference.kind == KIND


def _draft_first(alignment: Alignment, finding: Finding, members: Sequence[Difference], draft: int) -> _Made | None:
    """*finding* with the draft's words, or the place where they would belong, before those of the wires."""
    story = alignment.story
    told = [s for s in finding.sides if s.role is Role.VARIANT]
    mine = {s.variant for s in told if s.document == draft}
    lacking = [s for s in finding.sides if s.role is Role.MISSING and s.document == draft]
    if not mine:
        if not lacking:
            return None
        rest = [s for s in finding.sides if s not in lacking]
        sides = [_anchored(alignment, lacking[0], told), *rest]
        return _Made(replace(finding, sides=tuple(sides), message=lacks(story, sides)), None)
    # of two wordings of the draft the one that fewer wires share
    order = sorted({s.variant for s in told}, key=lambda v: (v not in mine, sum(s.variant == v for s in told), v))
    alone = any(d.kind == KIND for d in members)
    numbers = {variant: number for number, variant in enumerate(order)}
    told = [replace(s, variant=numbers[s.variant]) for s in told]
    told.sort(key=lambda s: (s.variant, s.document != draft))
    first, names = _comes_first(members, draft), finding.category is Category.ANONYMISATION
    backed = any(s.variant == 0 and s.document != draft for s in told)
    # other wordings of the draft are no rivals of its own: they stay as context
    aside = [replace(s, role=Role.CONTEXT, variant=-1) for s in told if s.variant and s.document == draft]
    told = [s for s in told if not s.variant or s.document != draft]
    numbers = {v: number for number, v in enumerate(dict.fromkeys(s.variant for s in told))}
    told = [replace(s, variant=numbers[s.variant]) for s in told]
    if len(numbers) < 2 and not alone:
        return None
    sides = [*told, *(s for s in finding.sides if s.role is Role.MISSING), *aside]
    sides += [s for s in finding.sides if s.role is Role.CONTEXT]
    severity = _LESS[finding.severity] if backed or (names and not first) else finding.severity
    return _Made(replace(finding, severity=severity, sides=tuple(sides)), None if alone else first)


def _joined(found: Iterable[_Made]) -> list[_Made]:
    """Those of one rule about words of the draft inside one another become one: every wire that differs from the draft at one
    place may cut the words a little differently."""
    kept: list[_Made] = []
    for made in sorted(found, key=lambda m: (m.finding.severity.rank, -m.finding.score, m.finding.fingerprint)):
        at = next((i for i, other in enumerate(kept) if _nested(made, other)), -1)
        if at < 0:
            kept.append(made)
        else:
            # the fewest words of the draft say best where to look
            tight, wide = sorted((kept[at], made), key=lambda m: _length(m.finding))
            kept[at] = replace(tight, finding=_with(tight.finding, wide.finding))
    return kept


def _length(finding: Finding) -> int:
    span = finding.sides[0].span
    return span.end - span.start if span else 0


def _nested(one: _Made, other: _Made) -> bool:
    if one.finding.code != other.finding.code or one.first is None or one.first is not other.first:
        return False
    a, b = one.finding.sides[0].span, other.finding.sides[0].span
    return a is not None and b is not None and (a.holds(b) or b.holds(a))


def _with(finding: Finding, other: Finding) -> Finding:
    """*finding* with the wires of *other* that it does not have yet, as severe and as sure as the more severe and surer."""
    known = {s.document for s in finding.sides}
    shift = max(s.variant for s in finding.sides)
    more = [replace(s, variant=s.variant + shift) for s in other.sides if s.variant > 0 and s.document not in known]
    told = [s for s in finding.sides if s.role is Role.VARIANT]
    return replace(
        finding,
        severity=min(finding.severity, other.severity, key=lambda severity: severity.rank),
        score=max(finding.score, other.score),
        sides=(*told, *more, *(s for s in finding.sides if s.role is not Role.VARIANT)),
    )


def _comes_first(members: Sequence[Difference], draft: int) -> bool:
    """Whether the draft's words are the first variant of the surest difference: the firmer, the unnamed, the gone."""
    own = [d for d in members if _values(d, draft)]
    best = max(own, key=lambda d: d.pair_score * d.link)
    return any(p.document == draft for p in best.variants[0].places)


def _anchored(alignment: Alignment, side: Side, told: Sequence[Side]) -> Side:
    """The missing *side* of the draft with a place: in a sentence that was taken over, where the words fell out; where it has
    none at all, behind the sentence of the draft that is aligned with what stands last before the fact in a wire."""
    if (gap := _gap(alignment, side.document, told)) is not None:
        return gap
    if side.span is not None:
        return side
    documents = alignment.story.documents
    draft = documents[side.document]
    best: tuple[int, int] | None = None  # sentences between, sentence of the draft
    for teller in told:
        assert teller.sentence is not None  # only missing sides have none
        at = next(s.index for s in documents[teller.document].sentences if s.span == teller.sentence)
        for pair in alignment.pairs:
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                if one.document == side.document and other.document == teller.document and other.sentence <= at:
                    found = at - other.sentence, one.sentence
                    best = found if best is None else min(best, found)
    if best is None:
        return side
    sentence = draft.sentences[best[1]].span
    return replace(side, span=Span(sentence.end, sentence.end), sentence=sentence)


def _gap(alignment: Alignment, draft: int, told: Sequence[Side]) -> Side | None:
    """The place in a copied sentence of the draft from which the words of one of the sides fell out."""
    documents = alignment.story.documents
    for copy in alignment.copies:
        if draft not in (copy.a.document, copy.b.document):
            continue
        mine, theirs = (copy.a, copy.b) if copy.a.document == draft else (copy.b, copy.a)
        document, wire = documents[draft], documents[theirs.document]
        for edit in copy.edits:
            (first, last), (start, end) = (edit[:2], edit[2:]) if mine is copy.a else (edit[2:], edit[:2])
            words = Span(wire.tokens[start].start, wire.tokens[end - 1].end) if start < end else None
            if first < last or words is None:
                continue
            if any(s.document == theirs.document and s.span and s.span.overlap(words) for s in told):
                sentence = document.sentences[mine.sentence]
                at = document.tokens[first].start if first == sentence.first else document.tokens[first - 1].end
                return Side(draft, Role.MISSING, -1, Span(at, at), sentence.span)
    return None
