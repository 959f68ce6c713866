"""Judging where workers have neither the files of a corpus nor its settings: they are sent articles and send back what is found.

All that hangs on this machine stays here: reading, the outlets that paths give, per-file ignores, the cache.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from framecheck.corpus.bundles import Bundle
from framecheck.corpus.cache import Cache, Unknown
from framecheck.corpus.judge import Asked, Passed, Told, Work, failed, finish, prepare
from framecheck.corpus.workers import Engine
from framecheck.readers import read_file
from framecheck.readers.formats import Format
from framecheck.records.article import Article, Notice
from framecheck.records.finding import Finding
from framecheck.records.house import House
from framecheck.records.result import StoryResult

Found = Sequence[Finding] | Passed
"""All that is found in a story, or why nothing is."""


@dataclass(frozen=True, slots=True)
class _Here:
    """Files read on this machine, and what was found elsewhere (see ``judge.Steps``)."""

    cache: Cache | None
    found: Sequence[Finding] = ()

    def items(self, path: str, kind: Format | None) -> Iterable[Article | Notice]:
        """What ``read_file`` gives."""
        return self.cache.read(path, kind=kind) if self.cache else read_file(path, kind=kind)

    def findings(self, articles: Sequence[Article], house: House) -> Sequence[Finding]:
        """What was found."""
        return self.found


def judged_far(
    stories: Iterable[Bundle], asked: Asked, workers: Engine, cache: Cache | None
) -> Iterator[StoryResult | Passed]:
    """What comes of every story, in their order."""
    house = asked.settings.house
    under_way: deque[Told | Passed] = deque()

    def told() -> Iterator[Told | Passed]:
        for bundle in stories:
            under_way.append(prepare(bundle, asked, _Here(cache)))
            yield under_way[-1]

    work, known = partial(_find, house=house), partial(_known, house=house, cache=cache)
    for found in workers.map(work, told(), known):
        story = under_way.popleft()
        if isinstance(story, Passed):
            yield story
        elif isinstance(found, Passed):
            yield found
        else:
            if cache:
                cache.keep_findings(story.articles, house, found)
            yield finish(story, asked, _Here(cache, found))


def _find(story: Told | Passed, house: House) -> Found:
    """What a worker does."""
    if isinstance(story, Passed):
        return story
    try:
        return Work().findings(story.articles, house)
    except Exception as error:
        return failed(story.id, story.notices, error)


def _known(story: Told | Passed, house: House, cache: Cache | None) -> Found | None:
    if isinstance(story, Passed):
        return story
    try:
        return cache.findings(story.articles, house) if cache else None
    except Unknown:
        return None
