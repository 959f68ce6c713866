"""Datelines, bullets, bylines and captions at the edges of a paragraph."""

import pytest

from framecheck.readers.openers import bullet_end, dateline_end, is_byline, is_caption
from framecheck.text import fold


@pytest.mark.parametrize(
    ("paragraph", "opening", "sentence"),
    [
        ("LISBON, Portugal (AP) -- Two ferries", False, "Two ferries"),
        ("WASHINGTON, D.C. — Some", False, "Some"),
        ("LONDON, March 6 (Reuters) - Shares", False, "Shares"),
        ("ST. LOUIS – “It", False, "“It"),
        ("Paris (AFP) – The", False, "The"),
        ("(CNN) — A ferry", False, "A ferry"),
        ("(CNN)A ferry", False, "(CNN)A ferry"),
        ("Oslo — The ferry", True, "The ferry"),
        ("New York — The ferry", True, "The ferry"),
        ("NEW DELHI: The ferry", True, "The ferry"),
        ("Oslo — The ferry", False, "Oslo — The ferry"),
        ("Ann Lee — The mayor", True, "Ann Lee — The mayor"),
        ("NATO - which", True, "NATO - which"),
        ("The mayor — Ann Lee — left", True, "The mayor — Ann Lee — left"),
        ("He said: Go", True, "He said: Go"),
    ],
)
def test_dateline(paragraph, opening, sentence):
    assert paragraph[dateline_end(fold(paragraph), opening) :] == sentence


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("• One", "One"),
        ("- Two", "Two"),
        ("* Three", "Three"),
        ("-5 degrees", "-5 degrees"),
        ("•", "•"),
        ("▪◦ Four", "Four"),
    ],
)
def test_bullet(paragraph, text):
    assert paragraph[bullet_end(paragraph) :] == text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee", True),
        ("By ANN LEE and JOE P. ROE", True),
        ("By Ann Lee, The Harbour Times", True),
        ("Reporting by Ann Lee; Editing by Joe Roe", True),
        ("(Additional reporting by Ann Lee in Oslo)", True),
        ("Ann Lee and Joe Roe contributed to this report.", True),
        ("Associated Press", True),
        ("By Monday the harbour was closed", False),
        ("By staying here, you agree", False),
        ("The probe contributed to her decision", False),
    ],
)
def test_byline(line, expected):
    assert is_byline(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The mayor speaks in Brest in 2019. (AP)", True),
        ("The mayor speaks. (Photo by Ann Lee/Getty Images)", True),
        ("FILE - The mayor speaks in Brest", True),
        ("The mayor in Brest. Photo: Ann Lee", True),
        ("The mayor left (and returned)", False),
        ("The mayor left Brest (Finistere)", False),
        ("The filing: a long story", False),
    ],
)
def test_caption(line, expected):
    assert is_caption(line) is expected
