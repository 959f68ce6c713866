from __future__ import annotations

import pytest

from framecheck.diff.quotations import compare
from tests.support import alignment


def found(a: str, b: str) -> list[tuple[str, str, str]]:
    """(relation, words in A, words in B) of every difference between two outlets."""
    texts = {"A": a, "B": b}
    told = []
    for difference in compare(alignment(texts)):
        words = {p.document: p.span.of(list(texts.values())[p.document]) for v in difference.variants for p in v.places}
        told.append((difference.relation, words.get(0, ""), words.get(1, "")))
    return told


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            '"We had a lot of luck in the bar that night," Ida Holm said.',
            '"We had a lot of luck at the bar on that night," Ida Holm said.',
            ("altered", "of luck in the bar that night", "of luck at the bar on that night"),
        ),
        (
            '"I am strongly against ice and I am not against trawlers in the bay," Ida Holm said.',
            '"I am not against trawlers in the bay," Ida Holm said.',
            ("truncated", "I am strongly against ice and I am not", "I am not against"),
        ),
        (
            '"The harbour will reopen in the spring, but only if the council pays," Ida Holm said.',
            '"The harbour will reopen in the spring," Ida Holm said.',
            ("truncated", "in the spring, but only if the council pays", "reopen in the spring"),
        ),
    ],
)
def test_the_words_that_differ(a, b, expected):
    assert expected in found(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ('"The harbour is lost," Ida Holm said.', "“The harbour is lost,” Ida Holm told reporters."),
        ('"The harbour is lost for good," Ida Holm said.', "Ida Holm called the harbour “lost for good.”"),
        ('"We shut the gate at noon," Ida Holm said.', '"We shut the road at nine," Per Dahl said.'),
        (
            '"We realised that the tired old dam at the northern gate had harmed our neighbours," Ida Holm said.',
            '"We realized that the tired old dam at the northern gate had harmed our neighbors," Ida Holm said.',
        ),
    ],
)
def test_nothing_to_report(a, b):
    assert found(a, b) == []


def test_a_quotation_is_found_wherever_it_stands():
    a = 'It rained.\nTrains were late.\n"The tired old dam broke at the northern gate," Ida Holm said.'
    b = '"The tired old dam cracked at the northern gate," Ida Holm said.\nBuses ran.\nIt was cold.'
    assert [r for r, _, _ in found(a, b)] == ["altered"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (  # one small word
            'The mayor told crews to "a table by a window."',
            '"I want you at home tonight, and I asked for a table by the window," the mayor said.',
            ("altered", "a table by a window", "a table by the window"),
        ),
        (  # another form of the same word
            "Holm Asks Crews To 'Show a Little Patience'",
            '"You are all tired, so try showing a little patience tonight," Ida Holm said.',
            ("altered", "Show a Little Patience", "showing a little patience"),
        ),
        (  # a question told as a demand
            'Ida Holm said that the levy "should be scrapped."',
            '"Nobody wanted this levy. Will it be scrapped? I am asking the council," Ida Holm said.',
            ("altered", "should be scrapped", "Will it be scrapped"),
        ),
    ],
)
def test_a_fragment_with_one_word_changed(a, b, expected):
    assert expected in found(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (  # quoted word for word elsewhere
            'The mayor told crews to "a table by a window."',
            '"Yes, I asked for a table by the window," the mayor said. He had told drivers to "a table by a window."',
        ),
        (  # another speaker
            'Per Dahl told crews to "a table by a window."',
            '"I want you at home, and I asked for a table by the window," Ida Holm said.',
        ),
        (  # another content word: another thing
            'The mayor told crews to "a table by the door."',
            '"I want you at home, and I asked for a table by the window," the mayor said.',
        ),
        (  # a grammatical word at the edge is the narrator's
            'The mayor said crews would find "the old gate."',
            '"They know that old gate," the mayor said.',
        ),
        (  # no question
            'Ida Holm said that the levy "should be scrapped."',
            '"Nobody wanted this levy. It will be scrapped," Ida Holm said.',
        ),
    ],
)
def test_a_fragment_that_is_no_misquotation(a, b):
    assert not [row for row in found(a, b) if row[0] == "altered"]
