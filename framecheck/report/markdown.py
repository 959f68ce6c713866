"""A report for a merge request, a wiki or a mail: a section a story, a table a severity, who says what in a column each."""

from __future__ import annotations

import re

from framecheck.records.finding import Category, Role, Severity
from framecheck.records.notices import few
from framecheck.records.result import LocatedFinding, Outcome, Passage, Run, StoryResult
from framecheck.report.concise import summary
from framecheck.report.passages import active, aside, names, path_of, related
from framecheck.report.safe import safe
from framecheck.report.view import View

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$@!&])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
_LONGEST = 300  # code points of one side's words


def renderer(view: View) -> Markdown:
    """A renderer of this format."""
    return Markdown()


class Markdown:
    """Article text is escaped: it can form no markup, link, mention or table cell of its own."""

    def begin(self, run: Run) -> str:
        """The title."""
        return f"# framecheck {run.command}\n"

    def story(self, story: StoryResult) -> str:
        """One story with its outlets and a table for each severity."""
        outlets = [escape(name) for name in names(story)]
        lines = ["", f"## {escape(story.id)}", ""]
        for name, article in zip(outlets, story.articles, strict=True):
            role = " (draft)" if story.draft is not None and article is story.articles[story.draft] else ""
            lines.append(f"- **{name}**{role}: {escape(article.headline or '')} ({code(path_of(article))})")
        lines += [f"- {n.level}: {escape(n.place)}: {escape(n.message)}" for n in few(story.notices)]
        told = active(story)
        for severity in Severity:
            group = [f for f in told if f.severity is severity]
            if group:
                count = f"{len(group)} {severity}{'s' if len(group) > 1 else ''}"
                lines += ["", f"### {count}", "", "| rule | what differs | who says what |", "|---|---|---|"]
                lines += [_row(finding, outlets, story) for finding in group]
        if not told:
            lines += ["", "No discrepancies found."]
        known = len(story.findings) - len(told)
        if known:
            lines += ["", f"{known} suppressed."]
        return "\n".join(lines) + "\n"

    def end(self, outcome: Outcome) -> str:
        """Notices of no story, and the count of all findings."""
        notices = [f"- {n.level}: {escape(n.place)}: {escape(n.message)}" for n in few(outcome.notices)]
        told = outcome.totals
        line = f"{summary(outcome)} in {told.articles} articles of {told.stories} {'story' if told.stories == 1 else 'stories'}"
        return "\n" + "\n".join([*notices, *([""] if notices else []), line]) + "\n"


def _row(finding: LocatedFinding, outlets: list[str], story: StoryResult) -> str:
    sides = "<br>".join(
        _side(side, outlets[side.article], finding.category) for side in [finding.sides[0], *related(finding)]
    )
    return f"| {finding.code} | {escape(finding.message)} | {sides} |"


def _side(side: Passage, outlet: str, category: Category) -> str:
    if side.role is Role.MISSING:
        return f"**{outlet}**: not told"
    words = safe(side.text or "")
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    at = f" (line {side.start.line})" if side.start else ""
    also = f"{aside(category)} " if side.role is Role.CONTEXT else ""
    return f"**{outlet}**: {also}“{escape(words)}”{at}"


def escape(text: str) -> str:
    """*text* on one line with every character that means something in Markdown escaped.

    >>> escape("a | b <b>[x](y)")
    'a \\\\| b \\\\<b\\\\>\\\\[x\\\\](y)'
    """
    return _LIST.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", safe(text).strip()))


def code(text: str) -> str:
    """*text* as inline code, whatever backticks it holds."""
    plain = safe(text).replace("|", "\\|")
    fence = "`" * (max((len(run) for run in re.findall("`+", plain)), default=0) + 1)
    pad = " " if "`" in plain else ""
    return f"{fence}{pad}{plain}{pad}{fence}"
