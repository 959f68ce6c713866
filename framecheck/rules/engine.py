"""From differences to findings: each judged by its rule, grouped by linked fact, scored, ranked, cut."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.finding import Finding, Role, Side
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict, by_relation
from framecheck.rules.scoring import features, probability
from framecheck.text import Span

MIN_SCORE = 0.3


@dataclass(frozen=True, slots=True)
class Judged:
    """A difference that its rule lets through."""

    rule: Rule
    difference: Difference
    verdict: Verdict


def judge(
    story: Story,
    differences: Iterable[Difference],
    min_score: float = MIN_SCORE,
    allows: Callable[[str], bool] = lambda code: True,
) -> list[Finding]:
    """Findings of the story at or above *min_score* of the rules whose code is allowed, best first. Differences without a
    rule are dropped."""
    return ranked([f for f, _ in candidates(story, differences) if f.score >= min_score and allows(f.code)])


def ranked(findings: list[Finding], draft: int | None = None) -> list[Finding]:
    """*findings* best first: by severity, then by score; of two on much the same words, those of the *draft* among them, the
    surer one."""
    return sorted(_distinct(findings, draft), key=lambda f: (f.severity.rank, -f.score, f.code, f.fingerprint))


def candidates(story: Story, differences: Iterable[Difference]) -> Iterator[tuple[Finding, tuple[Difference, ...]]]:
    """Every finding with the differences it is made of, in no order and not cut."""
    rules = by_relation()
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for difference in differences:
        entry = rules.get((difference.kind, difference.relation))
        verdict = entry and entry.judge(difference, story)
        if entry and verdict:
            groups[entry.rule.code, difference.group].append(Judged(entry.rule, difference, verdict))
    for members in groups.values():
        yield _finding(story, members), tuple(j.difference for j in members)


def _distinct(findings: list[Finding], draft: int | None) -> list[Finding]:
    """Where two findings point at much the same words in two outlets, one of them the *draft* if there is one, the surer one
    stays."""
    kept: list[Finding] = []
    by_document: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for finding in sorted(findings, key=lambda f: (-f.score, f.code)):
        told = [(s.document, s.span) for s in finding.sides if s.role is Role.VARIANT and s.span]
        shared: dict[int, set[int]] = defaultdict(set)
        for document, span in told:
            for number, other in by_document[document]:
                if 2 * span.overlap(other) >= max(span.end, other.end) - min(span.start, other.start):
                    shared[number].add(document)
        if not any(len(documents) > 1 and (draft is None or draft in documents) for documents in shared.values()):
            for document, span in told:
                by_document[document].append((len(kept), span))
            kept.append(finding)
    return kept


def _finding(story: Story, members: list[Judged]) -> Finding:
    """One n-way finding from the differences of one rule about one fact."""
    best = max(members, key=lambda j: j.difference.pair_score * j.difference.link)
    variants = _merge(v for j in members for v in j.difference.variants)
    order = {v.value: i for i, v in enumerate(best.difference.variants)}
    variants.sort(key=lambda v: order.get(v.value, len(order)))
    sides = [
        _side(story, place, Role.VARIANT, number) for number, variant in enumerate(variants) for place in variant.places
    ]
    told = {side.document for side in sides}
    missing = {m for j in members for m in j.difference.missing if m[0] not in told}
    for document, anchor in sorted(missing):
        sentence = story.documents[document].sentences[anchor].span if anchor >= 0 else None
        sides.append(Side(document, Role.MISSING, -1, sentence and Span(sentence.start, sentence.start), sentence))
    context = {place for j in members for place in j.difference.context}
    sides.extend(_side(story, place, Role.CONTEXT, -1) for place in sorted(context))
    severity = min((j.verdict.severity or j.rule.severity for j in members), key=lambda s: s.rank)
    rule = best.rule
    score = best.verdict.score
    if score is None:
        score = probability(features(rule.code, severity, [j.difference for j in members], story))
    return Finding(
        rule.code,
        rule.name,
        rule.category,
        severity,
        best.verdict.message,
        round(score, 3),
        _fingerprint(rule.code, story, variants, sides),
        tuple(sides),
    )


def _merge(variants: Iterable[Variant]) -> list[Variant]:
    merged: dict[str, list[Place]] = {}
    for variant in variants:
        places = merged.setdefault(variant.value, [])
        places.extend(p for p in variant.places if p not in places)
    return [Variant(value, tuple(places)) for value, places in merged.items()]


def _side(story: Story, place: Place, role: Role, variant: int) -> Side:
    document = story.documents[place.document]
    return Side(place.document, role, variant, place.span, document.sentences[place.sentence].span)


def _fingerprint(code: str, story: Story, variants: list[Variant], sides: list[Side]) -> str:
    """Code, outlets and words, but neither offsets, the order of articles nor versions: it survives edits elsewhere in them.

    Values may be abstract ("told", "quoted"), so the words of each variant count too, those that come first in the
    alphabet: further places of the same words change nothing.
    """
    told = {f"{story.documents[s.document].article.outlet}\0{s.role}" for s in sides if s.role is not Role.CONTEXT}
    values = sorted(
        f"{_flat(v.value)}\0{min(_flat(story.documents[p.document].words(p.span)) for p in v.places)}" for v in variants
    )
    return hashlib.sha256("\x1f".join([code, *values, *sorted(told)]).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _flat(text: str) -> str:
    return " ".join(text.lower().split())
