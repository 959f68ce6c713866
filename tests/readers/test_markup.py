"""Mark-up of an article's body, the hostile kind as well."""

import pytest

from framecheck.readers.markup import words_of_markup

MANY = 20_000  # square time would be minutes


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>It shut.</p><!-- not told --><p>Twice.", "It shut.\n\nTwice."),
        ("<p>It shut <![CDATA[never]]> twice.</p>", "It shut twice."),
        ("<p>It shut.</p><![if--> <p>Twice.</p>", "It shut.\n\nTwice."),
        ("<p>Fewer < than > before.</p>", "Fewer < than > before."),
        ('<p title="a < b">It shut.</p>', "It shut."),
    ],
)
def test_words(markup: str, words: str) -> None:
    assert words_of_markup(markup) == words


@pytest.mark.parametrize("end", ["", ">", '">', "-->", "]]>"])
@pytest.mark.parametrize("piece", ["<a ", '<a href="', '<a b="<"', "<!--", "<![CDATA[", "<script", "</a ", "<p><a "])
def test_beginnings_without_end_cost_little(piece: str, end: str) -> None:
    assert words_of_markup("<p>It shut.</p>" + piece * MANY + end).startswith("It shut.")
