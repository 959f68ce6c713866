"""Opposite verbs of the same participants."""

from __future__ import annotations

import pytest

from framecheck.lexicons import table
from framecheck.records.alignment import Level
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.finding import Severity
from framecheck.rules import negated_statement, opposite_verb
from framecheck.text import Span
from tests.support import alignment, findings, words


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The court banned the march through the old town on Saturday.",
            "The court allowed the march through the old town on Saturday.",
            {"A": ["banned"], "B": ["allowed"]},
        ),
        (
            "The bank hired forty clerks from the island on Friday.",
            "The bank dismissed forty clerks from the island on Friday.",
            {"A": ["hired"], "B": ["dismissed"]},
        ),
    ],
)
def test_opposites_of_one_act(a, b, expected):
    texts = {"A": a, "B": b}
    (found,) = findings(texts, "POL003")
    assert words(found, texts) == expected


@pytest.mark.parametrize(
    ("level", "roles", "severity"),
    [
        (Level.EQUIVALENT, 1.0, None),
        (Level.PARTIAL, 1.0, Severity.WARNING),
        (Level.EQUIVALENT, 0.75, Severity.WARNING),
    ],
)
@pytest.mark.parametrize("rule", [negated_statement, opposite_verb])
def test_an_error_only_where_statement_and_participants_agree(rule, level, roles, severity):
    story = alignment({"A": "The court banned the march.", "B": "The court allowed the march."}).story
    variants = tuple(Variant(str(n), (Place(n, 0, Span(10, 16), Span(0, 27)),)) for n in (0, 1))
    difference = Difference("verb", "opposite", variants, "", level, 0.9, traits={"roles": roles})
    assert rule.judge(difference, story).severity is severity


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # another doer
        ("The court banned the march on Saturday.", "The mayor allowed the march on Saturday."),
        # both verbs in both sentences
        (
            "Prices rose in May and fell in June, the bank said.",
            "Prices fell in June after they rose in May, the bank said.",
        ),
    ],
)
def test_silent_where_the_acts_differ(a, b):
    assert not findings({"A": a, "B": b}, "POL003")


def test_no_verb_is_its_own_opposite():
    assert all(verb not in others.split(",") for verb, (others,) in table("opposite_verbs").items())
