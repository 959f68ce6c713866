"""From paths on the command line to the articles of one story."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from framecheck.errors import InputError
from framecheck.records.article import Article, Notice


def read_story(
    paths: Sequence[str], outlets: Sequence[tuple[str, str]] = ()
) -> tuple[str, list[Article], list[Notice]]:
    """The story's name, its articles and what could not be read; fewer than two articles are an error."""
    from framecheck.readers import read_paths

    articles, notices = read_paths(paths)
    if len(articles) < 2:
        found = "one article" if articles else "no article"
        raise InputError(f"{', '.join(paths)}: {found} found, two or more are needed to compare")
    return _story_name(paths), articles, notices


def _story_name(paths: Sequence[str]) -> str:
    """The folder that holds the articles, if it is one; else "story"."""
    folders = {path if (path := Path(p)).is_dir() else path.parent for p in paths}
    return (folders.pop().resolve().name or "story") if len(folders) == 1 else "story"
