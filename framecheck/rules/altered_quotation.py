"""Words inside quotation marks differ between outlets.

The same utterance of the same speaker stands in quotation marks in two outlets, and the words inside the marks are not
the same. Only one version can be verbatim. Brackets and ellipses count as marked edits, spelling, figures and
punctuation as typography: neither is reported. Small words alone make a
warning. Of a few quoted words, one may be changed, a small word or another form of the same one, or a question may have become a
demand. The setting ``quotations`` changes that: "strict" reports marked edits too, "light" leaves out fillers and grammar.

Fires:
    A: "We are not proud to say that the ferry was too old for this route," the minister said in Oslo.
    B: "We are proud to say the ferry was too old for this route," the minister said in Oslo.

    A: "There are a lot of whispers in the halls of the ministry about the ferry," Ida Holm said.
    B: "There is a lot of whispering in the corridors of the ministry about the ferry," Ida Holm told reporters.

    A: "Nobody wanted this levy. Will it be scrapped?" Ida Holm asked the council on Monday.
    B: Ida Holm told the council on Monday that the levy "should be scrapped."

Silent:
    A: "We are not proud to say that the ferry was too old for this route," the minister said in Oslo.
    B: “We’re not proud to say that the ferry … was too old for [the] route,” the minister said in Oslo.

    A: "The ferry was too old for this route," Ida Holm said.
    B: "The road was too narrow for that lorry," Per Dahl said.
"""

from __future__ import annotations

from framecheck.records.difference import Difference
from framecheck.records.finding import Category, Severity
from framecheck.records.story import Story
from framecheck.rules.registry import Rule, Verdict

RULE = Rule(
    "QUO001",
    "altered-quotation",
    Category.QUOTE,
    Severity.ERROR,
    (("quotation", "altered"), ("quotation", "reworded")),
)


def judge(difference: Difference, story: Story) -> Verdict | None:
    """Both versions, word for word."""
    first, second = (v.places[0] for v in difference.variants[:2])
    a, b = story.documents[first.document], story.documents[second.document]
    message = (
        f"inside quotation marks {a.article.outlet} has “{a.words(first.span)}”, "
        f"{b.article.outlet} “{b.words(second.span)}”"
    )
    if difference.detail == "marked_edit":
        return Verdict(f"{message}, with the change marked", Severity.WARNING)
    if difference.relation == "reworded" and difference.link < 0.7:
        return Verdict(message, Severity.WARNING)
    if difference.traits.get("light") and difference.detail != "altered_sense":
        return Verdict(message, Severity.WARNING)
    return Verdict(message)
