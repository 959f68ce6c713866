"""SARIF 2.1.0, as code scanning services read it: one run, the whole catalogue of rules, both sides of every finding.

The side to look at first is the location, every other side a related location that the message links to (GitHub shows only
linked ones). Columns count code points and say so. Suppressed findings stay in, with the reason; those of a baseline
are ``unchanged``.
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
import re
from typing import Any, Final
from urllib.parse import quote

from framecheck import __version__
from framecheck.records.article import Notice
from framecheck.records.finding import Role, Severity, Suppression, SuppressionKind
from framecheck.records.result import ArticleInfo, LocatedFinding, Outcome, Passage, Run, StoryResult
from framecheck.report.passages import bounds, file_of, names, related, says
from framecheck.report.safe import safe
from framecheck.report.view import View
from framecheck.rules.registry import Entry, catalogue

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_PROBLEM: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_LONGEST: Final = 1024  # code points of a rule's full description that GitHub accepts
_SIDES: Final = 100  # related locations that GitHub shows
_SECTION: Final = re.compile(r"^[A-Z][a-z]+:\n(?:[ ]{4}.*\n|\n)+", re.MULTILINE)


def renderer(view: View) -> Sarif:
    """A renderer of this format."""
    return Sarif()


class Sarif:
    """One log with one run; results come as the stories do, artifacts and the invocation behind them."""

    def __init__(self) -> None:
        self._rules: dict[str, int] = {}
        self._artifacts: dict[str, tuple[int, ArticleInfo]] = {}
        self._results = 0
        self._notices: list[Notice] = []
        self._command = ""

    def begin(self, run: Run) -> str:
        """Everything up to the first result."""
        self._command = run.command
        entries = [entry for entry in catalogue() if entry.rule.code in run.codes]
        self._rules = {entry.rule.code: index for index, entry in enumerate(entries)}
        driver = {"name": "framecheck", "semanticVersion": __version__, "rules": [_rule(entry) for entry in entries]}
        head = {"$schema": SCHEMA, "version": "2.1.0"}
        body = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "automationDetails": {"id": f"framecheck/{run.command}/"},
        }
        return _json(head)[:-1] + ', "runs": [' + _json(body)[:-1] + ', "results": ['

    def story(self, story: StoryResult) -> str:
        """The results of one story."""
        self._notices.extend(story.notices)
        for article in story.articles:
            self._artifact(article)
        outlets = names(story)
        pieces = []
        for finding in story.findings:
            pieces.append((",\n" if self._results else "\n") + _json(self._result(finding, story, outlets)))
            self._results += 1
        return "".join(pieces)

    def end(self, outcome: Outcome) -> str:
        """Artifacts, the invocation with what could not be read, and the close."""
        notices = [*self._notices, *outcome.notices]
        tail = {
            "artifacts": [
                {"location": {"uri": uri}, "roles": ["analysisTarget"], "properties": {"outlet": safe(article.outlet)}}
                for uri, (_, article) in self._artifacts.items()
            ],
            "invocations": [
                {
                    "executionSuccessful": all(n.level != "error" for n in notices),
                    "toolExecutionNotifications": [
                        {"level": n.level, "message": {"text": safe(f"{n.place}: {n.message}")}} for n in notices
                    ],
                }
            ],
        }
        return "\n], " + _json(tail)[1:] + "]}\n"

    def _artifact(self, article: ArticleInfo) -> dict[str, Any]:
        uri = quote(file_of(article), safe="/:@!$&'()*+,;=~", errors="replace")
        index, _ = self._artifacts.setdefault(uri, (len(self._artifacts), article))
        return {"uri": uri, "index": index}

    def _result(self, finding: LocatedFinding, story: StoryResult, outlets: list[str]) -> dict[str, Any]:
        first, others = finding.sides[0], related(finding)[:_SIDES]
        links = [
            f"[{_plain(says(side, outlets[side.article], finding.category))}]({n})" for n, side in enumerate(others, 1)
        ]
        message = _plain(safe(finding.message)).rstrip(".") + "."
        primary = {"id": 0, "physicalLocation": self._place(first, story)}
        if others:
            primary["relationships"] = [
                {"target": number, "kinds": ["relevant"]} for number in range(1, len(others) + 1)
            ]
        result = {
            "ruleId": finding.code,
            "ruleIndex": self._rules.get(finding.code, -1),
            "kind": "fail",
            "level": finding.severity.value,
            "rank": round(100 * finding.score, 1),
            "message": {"text": " ".join([message, "; ".join(links)]).strip()},
            "locations": [primary],
            "relatedLocations": [
                {
                    "id": number,
                    "message": {"text": _plain(says(side, outlets[side.article], finding.category))},
                    "physicalLocation": self._place(side, story),
                }
                for number, side in enumerate(others, 1)
            ],
            "partialFingerprints": {"framecheck/v1": finding.fingerprint},
            "properties": {"category": finding.category.value, "score": finding.score, "story": safe(story.id)},
        }
        known = finding.suppression
        return result | {"suppressions": [_suppression(known)]} | _baseline(known) if known else result

    def _place(self, passage: Passage, story: StoryResult) -> dict[str, Any]:
        article = story.articles[passage.article]
        start, end = bounds(passage, article)
        region: dict[str, Any] = {
            "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
        }  # fmt: skip
        if passage.text:
            region["snippet"] = {"text": safe(passage.text)}
        place: dict[str, Any] = {
            "artifactLocation": self._artifact(article),
            "region": region,
        }
        if passage.sentence_text and passage.role is not Role.MISSING:
            place["contextRegion"] = {"startLine": start.line, "snippet": {"text": safe(passage.sentence_text)}}
        return place


def _rule(entry: Entry) -> dict[str, Any]:
    rule = entry.rule
    prose = " ".join(_SECTION.sub("", entry.doc.strip() + "\n").split())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": entry.summary},
        "fullDescription": {"text": prose if len(prose) <= _LONGEST else prose[: _LONGEST - 1] + "…"},
        "help": {"text": entry.doc.strip()},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.category.value], "problem.severity": _PROBLEM[rule.severity]},
    }


def _suppression(known: Suppression) -> dict[str, Any]:
    kind = "inSource" if known.kind is SuppressionKind.INLINE else "external"
    told = known.reason or (f"in {known.place}" if known.place else "")
    return {"kind": kind, "justification": safe(told)} if told else {"kind": kind}


def _baseline(known: Suppression) -> dict[str, str]:
    return {"baselineState": "unchanged"} if known.kind is SuppressionKind.BASELINE else {}


def _plain(text: str) -> str:
    """*text* with what SARIF takes for a link or a placeholder escaped (sections 3.11.5 and 3.11.6)."""
    escaped = safe(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return escaped.replace("{", "{{").replace("}", "}}")


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False)
