"""Agents left out and reasons that differ, read end to end from two short articles."""

from __future__ import annotations

import pytest

from framecheck.diff.agency import compare
from framecheck.pipeline import align_articles
from framecheck.records.difference import Difference
from tests.support import article


def differences(first: str, second: str) -> tuple[list[Difference], dict[str, str]]:
    articles = [article("A", first), article("B", second)]
    alignment = align_articles(articles)
    found = list(compare(alignment))
    words = {
        d.relation: " | ".join(
            alignment.story.documents[p.document].words(p.span) for v in d.variants for p in v.places
        )
        for d in found
    }
    return found, words


@pytest.mark.parametrize(
    ("first", "second", "relation", "words"),
    [
        (
            "Officers shot the fisherman Ole Dahl near the northern ferry gate.",
            "The fisherman Ole Dahl was shot near the northern ferry gate.",
            "hidden",
            "The fisherman Ole Dahl was shot | Officers shot the fisherman",
        ),
        (
            "The council dismissed the harbour master on Friday for violating safety rules.",
            "The council dismissed the harbour master on Friday.",
            "cause-absent",
            "dismissed | for violating safety rules",
        ),
        (
            "The minister resigned from the cabinet on Friday amid an inquiry into the ferry contract.",
            "The minister resigned from the cabinet on Friday, citing his poor health.",
            "cause-other",
            "amid an inquiry into the ferry contract | citing his poor health",
        ),
    ],
)
def test_differs(first: str, second: str, relation: str, words: str) -> None:
    _, found = differences(first, second)
    assert found == {relation: words}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # a by-phrase names the agent too
            "The fisherman Ole Dahl was shot by officers near the ferry gate.",
            "Officers shot the fisherman Ole Dahl near the ferry gate.",
        ),
        (  # far behind the verb as well
            "The fisherman Ole Dahl was shot near the ferry gate on Monday night by officers.",
            "Officers shot the fisherman Ole Dahl near the ferry gate on Monday night.",
        ),
        (  # the outlet says elsewhere who it was
            "The fisherman Ole Dahl was shot near the ferry gate.\nOfficers shot him after dark, a witness said.",
            "Officers shot the fisherman Ole Dahl near the ferry gate.",
        ),
        (  # no act of force: who did it goes without saying
            "The northern ferry lanes were closed.",
            "The harbour office closed the northern ferry lanes.",
        ),
        (  # nobody who could be held to account
            "The fisherman Ole Dahl was killed near the ferry gate.",
            "A falling crane killed the fisherman Ole Dahl near the ferry gate.",
        ),
        (  # the same reason in other words
            "The council dismissed the harbour master on Friday because of the report.",
            "The council dismissed the harbour master on Friday because of the audit report.",
        ),
        (  # "for" and "over" before a time or a number give no reason
            "The council met the harbour master over the Easter weekend.",
            "The council met the harbour master.",
        ),
        (  # a plan is not the act
            "The council decided to dismiss the harbour master on Friday.",
            "The harbour master was dismissed on Friday.",
        ),
    ],
)
def test_silent(first: str, second: str) -> None:
    assert differences(first, second)[0] == []
