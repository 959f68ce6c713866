from __future__ import annotations

import pytest

from framecheck.facts import analyse
from framecheck.facts.attribution import speaker_at
from framecheck.text import Span
from tests.support import article


def told(text: str) -> list[tuple[str, str | None, str]]:
    """(cue, source, content) of every attribution."""
    document = analyse(article("a", text))
    return [
        (document.words(a.cue), a.source and document.words(a.source), document.words(a.content))
        for a in document.attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that the port would close.", ("said", "The mayor", "the port would close")),
        ("The port would close, the mayor said.", ("said", "the mayor", "The port would close")),
        ("“The port will close,” said Anna Berg.", ("said", "Anna Berg", "“The port will close,”")),
        (
            "“The port will close,” said Anna Berg, a lawyer with the union.",
            ("said", "Anna Berg, a lawyer with the union", "“The port will close,”"),
        ),
        (
            "Anna Berg, who led the port for ten years, warned that it would close.",
            ("warned", "Anna Berg", "it would close"),
        ),
        ("According to two dockers, the gate was open.", ("According to", "two dockers", "the gate was open")),
        ("The gate was open, according to two dockers.", ("according to", "two dockers", "The gate was open")),
        ("In the eyes of many dockers, the gate was open.", ("In the eyes of", "many dockers", "the gate was open")),
        ("It was reported that the gate was open.", ("was reported", None, "the gate was open")),
        ("Three of the dockers said the gate was open.", ("said", "Three of the dockers", "the gate was open")),
        (
            "A former official from the port authority said the gate was open.",
            ("said", "A former official from the port authority", "the gate was open"),
        ),
        (
            "A woman who worked at the port revealed that the gate was open.",
            ("revealed", "A woman", "the gate was open"),
        ),
        (
            "Current and former port officials have warned that the gate is open.",
            ("have warned", "Current and former port officials", "the gate is open"),
        ),
        ("The union denounced the closure.", ("denounced", "The union", "the closure")),
        ("Sen. Anna Berg (R-Ohio) said the port would close.", ("said", "Sen. Anna Berg", "the port would close")),
        ("Anna Berg — a docker from Oslo — said the port would close.", ("said", "Anna Berg", "the port would close")),
        (
            "Anna Berg, a docker who lived in Oslo for years, said the port would close.",
            ("said", "Anna Berg, a docker who lived in Oslo for years", "the port would close"),
        ),
        ("Papers filed Thursday say the port would close.", ("say", "Papers", "the port would close")),
        ("The port will stay shut, sources say.", ("say", "sources", "The port will stay shut")),
    ],
)
def test_cue_source_and_content(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour wall fell on Monday.",
        "The number of ships may decline.",
        "The report was long.",
        "They went to say goodbye.",
    ],
)
def test_nothing_is_attributed(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "named", "count"),
    [
        ("Five NATO officials said the gate was open.", False, 5),
        ("Several dockers said the gate was open.", False, 2),
        ("A docker said the gate was open.", False, 1),
        ("Anna Berg said the gate was open.", True, 1),
        ("Dockers said the gate was open.", False, 0),
    ],
)
def test_who_and_how_many(text, named, count):
    (attribution,) = analyse(article("a", text)).attributions
    assert (attribution.named, attribution.count) == (named, count)


def test_channel_and_addressee():
    document = analyse(
        article("a", "Anna Berg told reporters that it was over. The union said in a statement that it was not.")
    )
    assert [a.channel and document.words(a.channel) for a in document.attributions] == ["reporters", "in a statement"]


def test_a_pronoun_and_a_bare_quotation_carry_the_speaker_on():
    document = analyse(
        article(
            "a", "Anna Berg said the port was lost. “We tried everything we could think of.” She added that it hurt."
        )
    )
    assert [(a.source_name, a.carried) for a in document.attributions] == [
        ("Anna Berg", False),
        ("Anna Berg", True),
        ("Anna Berg", True),
    ]


def test_a_quotation_of_several_sentences_belongs_to_who_is_named_behind_it():
    text = "“The port will close,” said Anna Berg. “We counted every ship. Nobody asked us,” said Tom Vik."
    document = analyse(article("a", text))
    speakers = [document.attributions[q.source].source_name for q in document.quotations]
    assert speakers == ["Anna Berg", "Tom Vik"]


def test_a_long_quotation_without_a_speaker_is_nobodys():
    (attribution,) = analyse(article("a", "“We tried everything that we could think of.”")).attributions
    assert (attribution.source, attribution.direct) == (None, True)


def test_quotations_know_their_attribution():
    document = analyse(article("a", "Anna Berg said the “dead” port would close. The “new” gate is open."))
    assert [q.source for q in document.quotations] == [0, -1]


def test_whose_words_a_span_is():
    text = "The port closed. Anna Berg said the port was lost."
    document = analyse(article("a", text))
    assert speaker_at(document, 0, Span(0, 8)) is None
    at = text.index("lost")
    speaker = speaker_at(document, 1, Span(at, at + 4))
    assert speaker is not None
    assert speaker.source_name == "Anna Berg"
