"""Sentences that came near being aligned."""

from dataclasses import replace

import pytest

from framecheck.diff.near import NEAR, near_pairs, nearness
from framecheck.records.alignment import SentenceRef
from tests.support import alignment

TEXTS = {
    "A": "The ferry company closed the northern harbour in May. A storm hit the cape.",
    "B": "The northern harbour was closed by the ferry company in May. Nurses marched in Oslo.",
}


@pytest.fixture(scope="module")
def story():
    return alignment(TEXTS)


def test_aligned_sentences_are_no_near_pairs(story):
    refs = [SentenceRef(d, s) for d in (0, 1) for s in (0, 1)]
    kept = {(p.a, p.b) for p in story.pairs}
    assert (SentenceRef(0, 0), SentenceRef(1, 0)) in kept
    near = list(near_pairs(story, refs))
    assert kept.isdisjoint((p.a, p.b) for p in near)
    assert all(p.a.document < p.b.document and p.score >= NEAR for p in near)


def test_what_loses_its_pair_is_near(story):
    bare = replace(story, pairs=())
    (pair,) = near_pairs(bare, (SentenceRef(1, 0), SentenceRef(0, 0)))
    assert (pair.a, pair.b) == (SentenceRef(0, 0), SentenceRef(1, 0))


def test_without_scores_nothing_is_near(story):
    bare = replace(story, pairs=(), scores=None)
    assert nearness(bare, SentenceRef(0, 0), SentenceRef(1, 0)) == 0.0
    assert not list(near_pairs(bare, (SentenceRef(0, 0), SentenceRef(1, 0))))
