"""Differences become findings: judged, grouped n-way, told apart, ranked, with an identity that survives edits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framecheck.records.alignment import Level
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.finding import Role, Severity
from framecheck.records.story import Story
from framecheck.rules.engine import candidates, judge
from framecheck.text import Span
from tests.support import alignment

TEXTS = {
    "A": "Five officials met in the harbour. The talks were tense.",
    "B": "Eight officials met in the harbour. The talks were tense.",
    "C": "Five officials met in the harbour. The talks were calm.",
}


@pytest.fixture(scope="module")
def story() -> Story:
    return alignment(TEXTS).story


def place(document: int, words: str) -> Place:
    text = TEXTS["ABC"[document]]
    span = Span(text.index(words), text.index(words) + len(words))
    sentence = 0 if span.end <= text.index(".") + 1 else 1
    return Place(document, sentence, span, span)


def count(one: Place, other: Place, group: str = "officials") -> Difference:
    words = [TEXTS["ABC"[p.document]][p.span.start : p.span.end].lower() for p in (one, other)]
    variants = (Variant(words[0], (one,)), Variant(words[1], (other,)))
    return Difference("thing", "part", variants, group, Level.EQUIVALENT, 0.9)


EIGHT, FIVE, AGAIN = place(1, "Eight officials"), place(0, "Five officials"), place(2, "Five officials")


def test_differences_of_one_fact_are_one_finding(story: Story) -> None:
    (found,) = judge(story, [count(EIGHT, FIVE), count(EIGHT, AGAIN)], 0.0)
    told = [(s.document, s.variant) for s in found.sides if s.role is Role.VARIANT]
    assert told == [(1, 0), (0, 1), (2, 1)]


def test_the_same_words_are_not_listed_twice(story: Story) -> None:
    (found,) = judge(story, [count(EIGHT, FIVE), count(EIGHT, FIVE)], 0.0)
    assert len(found.sides) == 2


def test_a_difference_without_a_rule_is_dropped(story: Story) -> None:
    assert not judge(story, [replace(count(EIGHT, FIVE), relation="no such")], 0.0)


def test_missing_and_context_sides_come_last(story: Story) -> None:
    difference = replace(count(EIGHT, FIVE), missing=((2, 0),), context=(place(1, "talks"),))
    (found,) = judge(story, [difference], 0.0)
    assert [s.role for s in found.sides] == [Role.VARIANT, Role.VARIANT, Role.MISSING, Role.CONTEXT]
    missing = found.sides[2]
    assert missing.document == 2
    assert missing.sentence is not None
    assert missing.span == Span(missing.sentence.start, missing.sentence.start)


def test_an_outlet_that_tells_the_fact_does_not_lack_it(story: Story) -> None:
    (found,) = judge(story, [replace(count(EIGHT, FIVE), missing=((0, -1),))], 0.0)
    assert all(s.role is Role.VARIANT for s in found.sides)


def test_of_two_rules_on_the_same_words_the_surer_stays(story: Story) -> None:
    part = count(EIGHT, FIVE)
    both = [part, replace(part, relation="opposite")]
    scores = {f.code: f.score for f, _ in candidates(story, both)}
    assert set(scores) == {"SCP003", "POL002"}
    (found,) = judge(story, both, 0.0)
    assert found.score == max(scores.values())
    (chosen,) = judge(story, both, 0.0, lambda code: code != found.code)
    assert {found.code, chosen.code} == set(scores)


def test_findings_below_the_cut_are_left_out(story: Story) -> None:
    (found,) = judge(story, [count(EIGHT, FIVE)], 0.0)
    assert not judge(story, [count(EIGHT, FIVE)], found.score + 0.01)


def test_the_fingerprint_is_made_of_words_not_of_offsets(story: Story) -> None:
    moved = alignment({outlet: f"Harbour news.\n{text}" for outlet, text in TEXTS.items()}).story
    shift = len("Harbour news.\n")

    def later(p: Place) -> Place:
        span = Span(p.span.start + shift, p.span.end + shift)
        return Place(p.document, p.sentence + 1, span, span)

    (before,) = judge(story, [count(EIGHT, FIVE)], 0.0)
    variants = tuple(Variant(v.value, tuple(map(later, v.places))) for v in count(EIGHT, FIVE).variants)
    (after,) = judge(moved, [replace(count(EIGHT, FIVE), variants=variants)], 0.0)
    assert before.fingerprint == after.fingerprint
    (other,) = judge(story, [count(EIGHT, AGAIN)], 0.0)
    assert other.fingerprint != before.fingerprint


def test_errors_come_before_warnings(story: Story) -> None:
    tense = (Variant("tense", (place(0, "tense"),)), Variant("calm", (place(2, "calm"),)))
    opposite = Difference("thing", "opposite", tense, "talks", Level.PARTIAL, 0.3)
    found = judge(story, [count(EIGHT, FIVE), opposite], 0.0)
    assert [f.severity for f in found] == [Severity.ERROR, Severity.WARNING]
