from __future__ import annotations

import pytest

from framecheck.facts.cues import cues, hedged
from framecheck.facts.tagger import tag
from framecheck.facts.tokens import stem, token_spans
from framecheck.records.article import Article, Block, BlockKind
from framecheck.records.document import Document, Sentence, Token
from framecheck.text import Span, fold


def document(text: str) -> Document:
    plain = fold(text)
    spans = token_spans(plain, Span(0, len(plain)))
    forms = [s.of(plain) for s in spans]
    tokens = tuple(Token(s.start, s.end, w, t, stem(w)) for s, w, t in zip(spans, forms, tag(forms), strict=True))
    whole = Span(0, len(text))
    block = Block(BlockKind.BODY, whole)
    article = Article("a", "a.txt", "A", text, plain, (block,))
    return Document(article, (Sentence(0, whole, BlockKind.BODY, 0, 0, 0, len(tokens)),), tokens)


def found(text: str) -> list[tuple[str, str]]:
    doc = document(text)
    return [(c.kind, doc.words(c.scope)) for c in cues(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour may close next week.", ("modal", "may close")),
        ("The council is considering closing the harbour.", ("plan", "considering closing")),
        ("The mayor plans to close the harbour.", ("plan", "plans to close")),
        ("This may close the harbour.", ("modal", "may close")),
        ("Two gates in particular could close.", ("modal", "could close")),
        ("A possible strike was on their minds.", ("hedge", "possible strike")),
        ("The idea that it sank is old.", ("belief", "idea that it sank")),
        ("The ferry is seen as a risk.", ("belief", "seen as a risk")),
        ("The quay is considered a danger.", ("belief", "considered a danger")),
        ("The ferry reportedly sank.", ("allegation", "reportedly sank")),
        ("The council will close the harbour.", ("future", "will close")),
        ("The mayor appeared to endorse the plan.", ("hedge", "appeared to endorse")),
        ("The minister allegedly took bribes.", ("allegation", "allegedly took")),
        ("They did not sign the treaty.", ("negation", "not sign")),
        ("The company refused to pay.", ("negation", "refused to pay")),
        ("They spoke of a potential summit.", ("hedge", "potential summit")),
        ("It was described as an alleged poll.", ("allegation", "alleged poll")),
        ("People are going to be more hesitant.", ("plan", "going to be more hesitant")),
    ],
)
def test_a_cue_and_what_it_governs(text, expected):
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "In May the harbour closed.",
        "Her will was read on Friday.",
        "The singer appeared in court on Monday.",
        "The can of paint fell over.",
        "He set the table.",
        "He planned the garden himself.",
        "Prices declined by a tenth.",
        "They left as soon as possible.",
        "It was the best possible ferry.",
        "Tickets by telephone are possible.",
        "They believe in ghosts.",
    ],
)
def test_the_same_word_as_another_part_of_speech_is_no_cue(text):
    assert found(text) == []


def test_strength_falls_from_fact_to_denial():
    def strength(text: str) -> float:
        return min((c.strength for c in cues(document(text))), default=1.0)

    said = ["It closed.", "It will close.", "It is expected to close.", "It may close.", "It did not close."]
    values = [strength(text) for text in said]
    assert values == sorted(values, reverse=True) and len(set(values)) == len(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The painting may be a copy.", True),
        ("It seems that nobody knew.", True),
        ("He is accused of fraud.", True),
        ("It is thought to be a copy.", True),
        ("The painting is a copy.", False),
        ("The museum will open on Monday.", False),
        ("They could not see the sea.", False),
        ("It is the last possible day.", False),
        ("The quay is considered a danger.", True),
        ("The needle indicates north.", False),
    ],
)
def test_hedged_sentences(text, expected):
    assert hedged(document(text).tokens) is expected
