"""From paths on the command line to the articles of one story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from framecheck.cli.output import warn
from framecheck.errors import InputError, UsageError
from framecheck.readers.outlets import OutletRule
from framecheck.records.article import Article, Notice


def read_story(
    paths: Sequence[str], outlets: Mapping[str, str], rules: Iterable[OutletRule] = ()
) -> tuple[str, list[Article], list[Notice]]:
    """The story's name, its articles and what could not be read. *outlets* maps paths to outlet names, *rules* are those of
    the configuration.

    Raises ``InputError`` where too little is left to compare; what could not be read is then told on standard error.
    """
    from framecheck.readers import need_two, read_paths

    if not paths and not outlets:
        raise UsageError("no path given; give the articles of one story: text files or a folder of them")
    articles, notices = read_paths(paths, outlets, rules)
    try:
        need_two(articles)
    except InputError:
        for notice in notices:
            warn(f"{notice.level}: {notice.place}: {notice.message}")
        raise
    return _story_name([*paths, *outlets]), articles, notices


def _story_name(paths: Sequence[str]) -> str:
    """The folder that holds the articles, if it is one; else "story"."""
    folders = {path if (path := Path(p)).is_dir() else path.parent for p in paths}
    return (folders.pop().resolve().name or "story") if len(folders) == 1 else "story"
