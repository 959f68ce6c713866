"""Page furniture by its own look; and lines of a story that only resemble it."""

import pytest

from framecheck.readers.boilerplate import is_furniture
from framecheck.text import fold

FURNITURE = [
    "Connect with us",
    "Category",
    "Publication date",
    "RELATED ARTICLES:",
    "Advertisement",
    "Source:\u00a0 Reuters",
    "Read more: Harbour reopens after storm",
    "Home > News > Europe",
    "1x",
    "1.2K shares",
    "5 min read",
    "***",
    "-",
    "42",
    "March 6, 2025",
    "7:05 p.m.",
    "当前位置: 首页 >",
    "更新时间:2025-03-06 22:52 来源:Harbour",
    "【相关新闻】",
    "Читайте также: новости порта",
    "https://news.example/story?id=3",
    "desk@news.example",
    "@harbourdesk #storm",
    "© 2025 The Harbour Times. All rights reserved.",
    "By staying online, you consent to the use of cookies files",
    "We use cookies policy banners to help you",
    "Based on your browser and language settings, you might prefer another edition.",
    "Sign up for our morning briefing",
    "Get the latest delivered to your inbox",
    "Correction: An earlier version misstated the year.",
    "An earlier version of this article misstated the year.",
    ".bio-text, .twitter-bio {",
    "}",
]

STORY = [
    "The court fined the firm over its use of cookies and its privacy policy.",
    '"We use cookies so that you stay," the firm said in its terms of use.',
    "Sources tell the desk that the harbour will reopen.",
    "Category 5 winds hit the coast.",
    "World leaders met in Oslo.",
    "On Monday the harbour was closed.",
    "Harbour closed after storm",
    "The ministry (国防部) said so on Monday in a long statement to the press.",
    "He sold 1,200 shares.",
    "The union cited its website, www.union.example, for the figure.",
    "This story has been updated to say that the mayor confirmed the meeting.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line):
    assert is_furniture(line, fold(line))


@pytest.mark.parametrize("line", STORY)
def test_story(line):
    assert not is_furniture(line, fold(line))


def test_letters_of_an_article_in_that_script_are_no_cue():
    line = "Порт закрыт после шторма"
    assert is_furniture(line, line) and not is_furniture(line, line, foreign=True)
