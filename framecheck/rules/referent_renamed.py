"""One person, described by different nouns in different outlets.

The nouns that outlets choose for a person are set side by side over the whole article: "North Korean leader" against "North
Korean dictator", "a former employee" against "former intelligence officer". Courtesy titles, first names, party and state
tags, and nouns of one meaning ("attorney" and "lawyer") are house style and silent. A noun that judges is a warning. Where
the nouns are the same, particulars count: each of two outlets gives some that the other lacks.

Fires:
    A: Ruritanian leader Otto Marden opened the new harbor on Monday. Marden praised the workers.
    B: Ruritanian dictator Otto Marden opened the new harbor on Monday. Marden praised the workers.

Silent:
    A: Gov. Jane Harlow signed the water bill on Monday. Harlow thanked the farmers.
    B: Governor Jane Harlow signed the water bill on Monday. Ms. Harlow thanked the farmers.

    A: Attorney Paul Weston said on Monday that the firm would appeal the ruling.
    B: Lawyer Paul Weston said on Monday that the firm would appeal the ruling.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.phrasing import told
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "NAM001",
    "person-renamed",
    Category.NAMING,
    Severity.NOTE,
    (("referent", "renamed"), ("referent", "described"), ("referent", "retitled")),
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Show the rarer description first."""
    first, other = (v.places[0] for v in difference.variants[:2])
    severity = Severity.WARNING if difference.traits["coloured"] or difference.relation == "retitled" else None
    who = difference.detail or "one person"
    return Verdict(f"different descriptions of {who}: {told(story, first)}, {told(story, other)}", severity)
