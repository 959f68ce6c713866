"""Facts that outlets share and another lacks: phrases of aligned sentences whose words a third article never uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from framecheck.diff.partners import Partners, partners
from framecheck.diff.places import place_in
from framecheck.lexicons import words
from framecheck.records.alignment import Alignment, Pair, SentenceRef
from framecheck.records.difference import Difference, Variant
from framecheck.records.document import Document, Token
from framecheck.records.story import Story
from framecheck.text import Span

NEAR = 5  # tokens between two words of one phrase
FEWEST = 2  # shared words that make a fact
SUREST = 0.6  # pairs below this share words more often than facts
MAJORITY = 0.6  # of the outlets: what fewer tell is their own choice
MOST_COVERED = 0.5  # of the words around the fact, in one sentence of the outlet that lacks it


@dataclass(frozen=True, slots=True)
class Phrase:
    """Content words close together in one sentence: their stems and the stretch that covers them."""

    ref: SentenceRef
    stems: frozenset[str]
    span: Span
    tokens: tuple[Token, ...]
    around: frozenset[str]  # content words of the stretch and its neighbourhood


def _content(token: Token) -> bool:
    light = words("light_words")
    return (
        token.tag.startswith(("NN", "VB", "JJ", "CD"))
        and len(token.stem) > 1
        and token.lower not in light
        and token.stem not in light
    )


def _phrases(document: Document, ref: SentenceRef, wanted: frozenset[str]) -> Iterator[Phrase]:
    """Runs of *wanted* content words of one sentence with small gaps."""
    sentence = document.sentences[ref.sentence]
    run: list[int] = []
    for i in range(sentence.first, sentence.last + 1):
        token = document.tokens[i] if i < sentence.last else None
        if run and (token is None or i - run[-1] > NEAR):
            found = tuple(document.tokens[j] for j in run)
            span = Span(found[0].start, found[-1].end)
            near = document.tokens[max(run[0] - NEAR, sentence.first) : min(run[-1] + NEAR + 1, sentence.last)]
            around = frozenset(t.stem for t in near if _content(t))
            yield Phrase(ref, frozenset(t.stem for t in found), span, found, around)
            run = []
        if token is not None and token.stem in wanted and _content(token):
            run.append(i)


def compare(alignment: Alignment) -> Iterator[Difference]:
    """Facts that two or more outlets share in aligned sentences and at least one lacks altogether."""
    story = alignment.story
    stems = [frozenset(t.stem for t in d.tokens) for d in story.documents]
    sentences = [[frozenset(t.stem for t in d.tokens_of(s)) for s in d.sentences] for d in story.documents]
    closest = partners(alignment)
    kinship = _kinship(alignment)
    seen: dict[SentenceRef, list[Span]] = defaultdict(list)
    for pair in alignment.pairs:
        if pair.score < SUREST:
            break  # pairs come best first
        for phrase, twin in _shared(story, pair, stems):
            if any(p.span.overlap(s) for p in (phrase, twin) for s in seen[p.ref]):
                continue
            common = phrase.stems & twin.stems
            tellers = _tellers(story, alignment, pair, common, {phrase.ref: phrase, twin.ref: twin})
            told = {ref.document for ref in tellers}
            missing = [
                i
                for i, other in enumerate(stems)
                if i not in told and not common & other and _coverage(phrase, sentences[i]) < MOST_COVERED
            ]
            if len(told) < MAJORITY * len(stems):
                continue
            # a name alone is a matter of naming or anonymisation
            if not missing or all(t.tag.startswith("NNP") for t in phrase.tokens):
                continue
            for ref, words_told in tellers.items():
                seen[ref].append(words_told.span)
            yield _difference(story, pair, common, tellers, missing, closest, kinship)


def _coverage(phrase: Phrase, sentences: list[frozenset[str]]) -> float:
    """How much of what stands around *phrase* the closest of the *sentences* has: told in other words, it is told."""
    around = phrase.around
    return max((len(around & s) / len(around) for s in sentences), default=0.0) if around else 0.0


def _kinship(alignment: Alignment) -> dict[tuple[int, int], float]:
    """For two documents: the share of the first one's sentences that have a partner in the second."""
    partners: dict[tuple[int, int], set[int]] = defaultdict(set)
    for pair in alignment.pairs:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            partners[one.document, other.document].add(one.sentence)
    return {key: len(found) / len(alignment.story.documents[key[0]].sentences) for key, found in partners.items()}


def _shared(story: Story, pair: Pair, stems: list[frozenset[str]]) -> Iterator[tuple[Phrase, Phrase]]:
    a, b = story.documents[pair.a.document], story.documents[pair.b.document]
    words_a = {t.stem for t in a.tokens_of(a.sentences[pair.a.sentence])}
    words_b = {t.stem for t in b.tokens_of(b.sentences[pair.b.sentence])}
    both = words_a & words_b
    for i, other in enumerate(stems):
        if i in (pair.a.document, pair.b.document):
            continue
        wanted = frozenset(both - other)
        if len(wanted) < FEWEST:
            continue
        for phrase in _phrases(a, pair.a, wanted):
            if len(phrase.stems) < FEWEST:
                continue
            for twin in _phrases(b, pair.b, phrase.stems):
                if len(twin.stems) >= FEWEST:
                    yield phrase, twin


def _tellers(
    story: Story, alignment: Alignment, pair: Pair, common: frozenset[str], told: dict[SentenceRef, Phrase]
) -> dict[SentenceRef, Phrase]:
    """All sentences aligned with either side of *pair* that have most of the *common* words in one phrase."""
    found = dict(told)
    for other in alignment.pairs:
        for near, far in ((other.a, other.b), (other.b, other.a)):
            if near in (pair.a, pair.b) and far not in found and far.document not in {r.document for r in found}:
                for phrase in _phrases(story.documents[far.document], far, common):
                    if len(phrase.stems) * 2 > len(common):
                        found[far] = phrase
    return found


def _difference(
    story: Story,
    pair: Pair,
    common: frozenset[str],
    tellers: dict[SentenceRef, Phrase],
    missing: list[int],
    closest: Partners,
    kinship: dict[tuple[int, int], float],
) -> Difference:
    places = tuple(place_in(story, ref, phrase.span) for ref, phrase in sorted(tellers.items()))
    anchors = [(i, max(closest[ref].get(i, (0.0, -1)) for ref in tellers)) for i in missing]
    tokens = tellers[pair.a].tokens
    whole = all(score == 0 for _, (score, _) in anchors)
    return Difference(
        "statement",
        "absent" if whole else "phrase-absent",
        (Variant(" ".join(sorted(common)), places),),
        group=f"{places[0].document}:{places[0].sentence}:{places[0].span.start}",
        level=pair.level,
        pair_score=pair.score,
        missing=tuple((i, anchor) for i, (_, anchor) in anchors),
        traits={
            "words": min(len(common) / 6, 1.0),
            "tellers": len({r.document for r in tellers}) / len(story.documents),
            "missing": len(missing) / len(story.documents),
            "names": sum(t.tag.startswith("NNP") for t in tokens) / len(tokens),
            "verb": float(any(t.tag.startswith("VB") for t in tokens)),
            "number": float(any(t.tag == "CD" for t in tokens)),
            "kin": max(kinship.get((i, r.document), 0.0) for i in missing for r in tellers),
            "anchor": max(score for _, (score, _) in anchors),
        },
    )
