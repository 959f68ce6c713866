"""JUnit XML: a test suite a story, a test case a finding, so that CI systems without annotations list them.

An error of an article set is a ``failure``; a warning or note is ``skipped``, which shows without failing the job: the exit
code decides that. A story without findings is one test case that passes.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from framecheck.records.finding import Severity
from framecheck.records.result import LocatedFinding, Outcome, Run, StoryResult
from framecheck.report.passages import bounds, file_of, names, related, says
from framecheck.report.safe import safe
from framecheck.report.view import View

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, Char


def renderer(view: View) -> JUnit:
    """A renderer of this format."""
    return JUnit()


class JUnit:
    """Suppressed findings are skipped cases with the reason."""

    def begin(self, run: Run) -> str:
        """The head of the document."""
        return '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="framecheck">\n'

    def story(self, story: StoryResult) -> str:
        """One test suite."""
        outlets = names(story)
        cases = [_case(finding, story, outlets) for finding in story.findings]
        if not cases:
            cases = [ET.Element("testcase", {"classname": _clean(story.id), "name": "no findings", "time": "0"})]
        suite = ET.Element(
            "testsuite",
            {
                "name": _clean(story.id),
                "tests": str(len(cases)),
                "failures": str(sum(case.find("failure") is not None for case in cases)),
                "errors": "0",
                "skipped": str(sum(case.find("skipped") is not None for case in cases)),
                "time": "0",
            },
        )
        suite.extend(cases)
        if story.notices:
            told = "\n".join(f"{n.level}: {n.place}: {n.message}" for n in story.notices)
            ET.SubElement(suite, "system-err").text = _clean(told)
        ET.indent(suite)
        return ET.tostring(suite, encoding="unicode") + "\n"

    def end(self, outcome: Outcome) -> str:
        """The notices of no story, as a suite of their own, with an error where the run ended early, and the close."""
        if not outcome.notices:
            return "</testsuites>\n"
        cut = (
            []
            if outcome.complete
            else [ET.Element("testcase", {"classname": "framecheck", "name": "run", "time": "0"})]
        )
        count = str(len(cut))
        suite = ET.Element(
            "testsuite", {"name": "framecheck", "tests": count, "failures": "0", "errors": count, "time": "0"}
        )
        for case in cut:
            ET.SubElement(case, "error", {"message": _clean(safe(outcome.notices[-1].message))})
        suite.extend(cut)
        told = "\n".join(f"{n.level}: {n.place}: {n.message}" for n in outcome.notices)
        ET.SubElement(suite, "system-err").text = _clean(told)
        ET.indent(suite)
        return ET.tostring(suite, encoding="unicode") + "\n</testsuites>\n"


def _case(finding: LocatedFinding, story: StoryResult, outlets: list[str]) -> ET.Element:
    first = finding.sides[0]
    article = story.articles[first.article]
    start, _ = bounds(first, article)
    path = file_of(article)
    place = f"{path}:{start.line}:{start.column}"
    case = ET.Element(
        "testcase",
        {"classname": _clean(path), "name": _clean(f"{finding.code} {finding.name} {place}"), "time": "0"},
    )
    message = _clean(safe(f"{finding.severity}: {finding.message}"))
    if finding.suppression is not None:
        reason = finding.suppression.reason or finding.suppression.kind.value
        ET.SubElement(case, "skipped", {"message": _clean(safe(f"suppressed ({reason}): {finding.message}"))})
    elif finding.severity is Severity.ERROR:
        failure = ET.SubElement(case, "failure", {"message": message, "type": finding.code})
        failure.text = _clean(
            "\n".join(safe(says(s, outlets[s.article], finding.category)) for s in [first, *related(finding)])
        )
    else:
        ET.SubElement(case, "skipped", {"message": message})
    return case


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
