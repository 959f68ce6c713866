"""A finding a line as JSON, for streams and for ``jq``: each line stands alone, with its story and its articles' paths."""

from __future__ import annotations

import json
from dataclasses import asdict

from framecheck.records.result import Outcome, Run, StoryResult
from framecheck.report.json_format import finding_document, notice_document
from framecheck.report.view import View


def renderer(view: View) -> JsonLines:
    """A renderer of this format."""
    return JsonLines()


class JsonLines:
    """Lines of three types: ``finding``, ``notice`` and, last, ``summary``."""

    def begin(self, run: Run) -> str:
        """Nothing: every line stands alone."""
        return ""

    def story(self, story: StoryResult) -> str:
        """The notices and findings of one story."""
        told = [{"type": "notice", "story": story.id} | notice_document(n) for n in story.notices]
        articles = {article.id: article for article in story.articles}
        for finding in story.findings:
            document = finding_document(finding, story.articles)
            for side in document["sides"]:
                article = articles[side["article"]]
                side |= {"path": article.path, "outlet": article.outlet}
            told.append({"type": "finding", "story": story.id} | document)
        return "".join(map(_line, told))

    def end(self, outcome: Outcome) -> str:
        """Notices of no story, and the totals."""
        totals = asdict(outcome.totals)
        lines = [{"type": "notice", "story": None} | notice_document(n) for n in outcome.notices]
        return "".join(map(_line, [*lines, {"type": "summary"} | totals | {"complete": outcome.complete}]))


def _line(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False) + "\n"
