"""The stories of a corpus as a screen and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from framecheck.records.article import Notice
from framecheck.records.notices import Notices, few
from framecheck.report.excerpt import shorten
from framecheck.report.json_format import HEAD, notice_document
from framecheck.report.notices import notice_line
from framecheck.report.safe import safe
from framecheck.report.view import View, render

if TYPE_CHECKING:
    from rich.text import Text

    from framecheck.corpus.describe import StoryInfo


def stories_screen(stories: Sequence[StoryInfo], notices: Iterable[Notice], view: View) -> str:
    """A head a story, then a line an article: outlet, date, headline, whose text it retells."""
    return render(list(_lines(stories, notices, view)), view)


def _lines(stories: Sequence[StoryInfo], notices: Iterable[Notice], view: View) -> Iterator[Text]:
    from rich.text import Text

    for story in stories:
        counts = f"{len(story.articles)} articles {view.dot} {len(story.voices)} voices {view.dot} by {story.by.value}"
        head = shorten(story.id, view.width - len(counts) - 2, view.ellipsis)
        yield Text.assemble((head, "bold"), "  ", (counts, "dim"))
        copied = {n: story.articles[voice[0]].id for voice in story.voices for n in voice[1:]}
        left = min(max(len(safe(a.id)) for a in story.articles), view.width // 4) if story.articles else 0
        for number, article in enumerate(story.articles):
            name = shorten(article.id, left, view.ellipsis)
            credit = f"  as {safe(copied[number])}" if number in copied else ""
            line = Text(f" {name}{' ' * (left - len(name))}  {article.date or ' ' * 10}  ")
            room = view.width - line.cell_len - len(credit)
            line.append(shorten(article.headline or article.path, max(room, 8), view.ellipsis))
            yield line.append(credit, "dim")
        yield from (notice_line(notice) for notice in few(story.notices) if notice.level != "note")
        yield Text()
    yield from map(notice_line, few(notices))
    told = sum(len(story.articles) for story in stories)
    voices = sum(len(story.voices) for story in stories)
    counts = f"{len(stories):,} {'story' if len(stories) == 1 else 'stories'}, {told:,} articles"
    yield Text(f"{counts}, {voices:,} {'voice' if voices == 1 else 'voices'}")


def stories_document(stories: Sequence[StoryInfo], notices: Iterable[Notice]) -> dict[str, Any]:
    """The stories as ``framecheck stories --format json`` writes them; ``voices`` lists ids of articles."""
    every = Notices([*notices, *(notice for story in stories for notice in story.notices)])
    return HEAD | {
        "stories": [
            {
                "id": story.id,
                "by": story.by.value,
                "articles": [asdict(article) for article in story.articles],
                "voices": [[story.articles[n].id for n in voice] for voice in story.voices],
            }
            for story in stories
        ],
        "notices": [notice_document(notice) for notice in every],
    }
