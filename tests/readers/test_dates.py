"""Publication dates: from the furniture of a page only."""

from datetime import date

import pytest

from framecheck.readers.dates import find_date, is_date_line
from framecheck.readers.text_file import read_text
from framecheck.records.article import Article

DAY = date(2025, 3, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-06 22:52", DAY),
        ("2025/3/6", DAY),
        ("2025年3月6日", DAY),
        ("March 6, 2025", DAY),
        ("Mar. 6th 2025", DAY),
        ("Thursday 6 March 2025", DAY),
        ("06.03.2025", DAY),
        ("Sept. 30, 2024", date(2024, 9, 30)),
        ("03/04/2025", None),
        ("February 30, 2025", None),
        ("March 6", None),
        ("in 2025", None),
    ],
)
def test_find_date(text, day):
    found = find_date(text)
    assert (found[0] if found else None) == day


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published on March 6, 2025", True),
        ("Updated: Thursday, March 6, 2025 at 10:30 PM GMT", True),
        ("Last updated 6 March 2025 | 11:11 am", True),
        ("03/04/2025", True),
        ("7:05 p.m.", True),
        ("The harbour closed on March 6, 2025", False),
        ("March of the penguins", False),
        ("Storm of 2025", False),
    ],
)
def test_is_date_line(line, expected):
    assert is_date_line(line) is expected


STORY = "The harbour of Brest was closed to all ferries after the storm, the mayor said on Monday.\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Harbour closed after storm\nPublished on March 6, 2025\n" + STORY, DAY),
        ("Harbour closed after storm\nUpdated March 7, 2025\nPublished March 6, 2025\n" + STORY, DAY),
        ("Harbour closed after storm\n6 March 2025\n" + STORY, DAY),
        (
            "Harbour closed after storm\n" + STORY + "It had closed on December 4, 2019, too, he said at the time.\n",
            None,
        ),
        ("Harbour closed after storm\n" + STORY + STORY + "December 4, 2019\n" + STORY, None),
        ("Harbour closed after storm\nThe mayor speaks in Brest, December 4, 2019. (AP)\n" + STORY, None),
    ],
)
def test_publication_date(text, day):
    (article,) = (item for item in read_text(text, "a.txt") if isinstance(item, Article))
    assert article.date == day
