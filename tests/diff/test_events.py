"""What an act is done to."""

from __future__ import annotations

import pytest

from framecheck.diff.events import affected
from framecheck.facts import analyse
from tests.support import article


@pytest.mark.parametrize(
    ("text", "act", "thing"),
    [
        ("The council halted the ferry.", "halted", "ferri"),
        ("The ferry was halted.", "halted", "ferri"),
        ("They know that the sale of ferry tickets had completely stopped.", "completely stopped", "ferri"),
        ("A pause on ferry traffic, and on trains, followed.", "pause", "ferri"),
    ],
)
def test_affected(text, act, thing):
    document = analyse(article("a", text))
    span = text.index(act)
    inside = [i for i, t in enumerate(document.tokens) if span <= t.start < span + len(act)]
    found = affected(document, document.sentences[0], inside[0], inside[-1] + 1)
    assert thing in found
    assert "train" not in found
