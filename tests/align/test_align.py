"""The aligner on small invented stories."""

from __future__ import annotations

from itertools import pairwise

import pytest

from framecheck.pipeline import align_articles
from framecheck.records.alignment import Alignment, Level, SentenceRef
from framecheck.records.article import Article, Block, BlockKind
from framecheck.text import Span

HARBOUR = (
    "Harbour bridge closes after ferry collision",
    "The Brennan Bridge was closed on Tuesday after a ferry struck one of its pillars.",
    'Engineer Maria Voss said the damage was "worse than we feared" and repairs would take nine weeks.',
    "Commuters queued for buses at the northern terminal until late in the evening.",
)
TIDE = (
    "Ferry hits pillar of Brennan Bridge",
    "A ferry struck a pillar of the Brennan Bridge on Tuesday, and the bridge was closed to traffic.",
    'Maria Voss, an engineer, told reporters that the damage was "worse than we feared".',
    "The city's football club plays its first match of the season on Saturday.",
)


def article(name: str, lines: tuple[str, ...]) -> Article:
    blocks, start = [], 0
    for number, line in enumerate(lines):
        kind = BlockKind.BODY if number else BlockKind.HEADLINE
        blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 2
    return Article(name, f"{name}.txt", name, "\n\n".join(lines), tuple(blocks), headline=lines[0])


def aligned(*stories: tuple[str, ...]) -> Alignment:
    return align_articles([article(f"outlet{i}", lines) for i, lines in enumerate(stories)])


@pytest.fixture(scope="module")
def bridge() -> Alignment:
    return aligned(HARBOUR, TIDE)


def kept(alignment: Alignment) -> set[tuple[int, int]]:
    return {(p.a.sentence, p.b.sentence) for p in alignment.pairs}


@pytest.mark.parametrize("pair", [(0, 0), (1, 1), (2, 2)])
def test_same_statement_is_kept(bridge: Alignment, pair: tuple[int, int]) -> None:
    assert pair in kept(bridge)


@pytest.mark.parametrize("pair", [(3, 3), (2, 3), (3, 2)])
def test_other_statement_is_not_kept(bridge: Alignment, pair: tuple[int, int]) -> None:
    assert pair not in kept(bridge)


def test_pairs_come_best_first_with_probabilities(bridge: Alignment) -> None:
    assert all(p.score >= q.score for p, q in pairwise(bridge.pairs))
    assert all(0 <= p.equivalent <= p.score <= 1 for p in bridge.pairs)
    assert all(p.a.document < p.b.document for p in bridge.pairs)


def test_a_sentence_told_word_for_word_is_equivalent() -> None:
    found = {(p.a.sentence, p.b.sentence): p.level for p in aligned(HARBOUR, (TIDE[0], HARBOUR[1], TIDE[3])).pairs}
    assert found[1, 1] is Level.EQUIVALENT


def test_any_two_sentences_can_be_looked_up(bridge: Alignment) -> None:
    assert bridge.scores is not None
    for pair in bridge.pairs:
        assert bridge.scores.score(pair.a, pair.b) == pytest.approx(pair.score, abs=1e-4)
        assert bridge.scores.score(pair.b, pair.a) == bridge.scores.score(pair.a, pair.b)
    assert bridge.scores.score(SentenceRef(0, 3), SentenceRef(1, 3)) < bridge.pairs[-1].score


def test_claims_join_outlets_not_sentences_of_one(bridge: Alignment) -> None:
    assert bridge.claims
    for claim in bridge.claims:
        assert len({ref.document for ref in claim.members}) == 2


def test_three_outlets_make_one_claim() -> None:
    claims = aligned(HARBOUR, TIDE, ("Bridge shut", HARBOUR[1], "Nobody was hurt, the mayor said.")).claims
    assert max(len({ref.document for ref in claim.members}) for claim in claims) == 3


@pytest.mark.parametrize("stories", [(), (HARBOUR,), (HARBOUR, ("", ""))])
def test_nothing_to_align(stories: tuple[tuple[str, ...], ...]) -> None:
    assert aligned(*stories).pairs == ()


def test_fainter_pairs_are_listed_after_the_compared_ones(bridge: Alignment) -> None:
    assert bridge.listed == bridge.pairs + bridge.faint
    assert all(p.score >= q.score for p, q in pairwise(bridge.listed))


def test_same_input_same_output() -> None:
    assert aligned(HARBOUR, TIDE) == aligned(HARBOUR, TIDE)
