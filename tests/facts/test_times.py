from datetime import date

import pytest

from framecheck.facts import analyse
from framecheck.records.article import Article, Block, BlockKind
from framecheck.text import Span

PUBLISHED = date(2025, 3, 6)  # a Thursday


def found(text, published=None):
    article = Article("a", "a.txt", "A", text, (Block(BlockKind.BODY, Span(0, len(text))),), date=published)
    return [(t.span.of(text), t.kind, t.value, t.day) for t in analyse(article).times]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("She resigned on Friday.", "Friday", "weekday", "friday"),
        ("She resigned late Friday afternoon.", "late Friday afternoon", "weekday", "friday late afternoon"),
        ("It was cut off on March 5.", "March 5", "date", "03-05"),
        ("It was cut off on 5 March 2025.", "5 March 2025", "date", "2025-03-05"),
        ("The ruling came in June.", "June", "month", "june"),
        ("They will meet in May or not at all.", "May", "month", "may"),
        ("A photo of June 2019 shows it.", "June 2019", "month", "2019-06"),
        ("They met in 2017.", "2017", "year", "2017"),
        ("It was overturned earlier this year.", "earlier this year", "relative", "earlier this year"),
        ("They met last week in Oslo.", "last week", "relative", "last week"),
        ("The trip was over Easter weekend.", "Easter weekend", "relative", "easter weekend"),
        ("The strike lasted four days.", "four days", "duration", "4 day"),
        ("A 60-day suspension was proposed.", "60-day", "duration", "60 day"),
        ("The weeks-long strike is over.", "weeks-long", "duration", "several week"),
    ],
)
def test_kind_and_value(text, words, kind, value):
    assert found(text)[0][:3] == (words, kind, value)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("She resigned on Thursday.", date(2025, 3, 6)),
        ("She resigned on Friday.", date(2025, 2, 28)),
        ("She will resign next Friday.", date(2025, 3, 7)),
        ("She resigned yesterday.", date(2025, 3, 5)),
        ("She resigned on Dec. 30.", date(2024, 12, 30)),
        ("She resigned on Feb. 30.", None),
    ],
)
def test_days_follow_from_the_publication_date(text, day):
    assert found(text, PUBLISHED)[0][3] == day


@pytest.mark.parametrize("text", ["You may march on.", "They spend 2,000 dollars.", "The second fall hurt."])
def test_no_time(text):
    assert found(text) == []
