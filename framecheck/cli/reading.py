"""From paths on the command line to the articles of one story."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from framecheck.cli.output import warn
from framecheck.errors import InputError, UsageError
from framecheck.readers.formats import Format
from framecheck.readers.outlets import OutletRule, by_outlet
from framecheck.records.article import Article, Notice
from framecheck.records.notices import few


def read_story(
    paths: Sequence[str], outlets: Mapping[str, str], rules: Iterable[OutletRule] = (), kind: Format | None = None
) -> tuple[str, list[Article], list[Notice]]:
    """The story's name, its articles by outlet and what could not be read. *outlets* maps paths to outlet names, *rules* are
    those of the configuration.

    Raises ``InputError`` where too little is left to compare; what could not be read is then told on standard error.
    """
    from framecheck.readers import need_two, read_paths

    if not paths and not outlets:
        raise UsageError("no path given; give the articles of one story: text files or a folder of them")
    articles, notices = read_paths(paths, outlets, rules, kind)
    try:
        need_two(articles)
    except InputError:
        for notice in few(notices):
            warn(f"{notice.level}: {notice.place}: {notice.message}")
        raise
    return _story_name([*paths, *outlets]), by_outlet(articles), notices


def read_draft(
    path: str,
    against: Sequence[str],
    outlets: Mapping[str, str],
    rules: Iterable[OutletRule] = (),
    kind: Format | None = None,
) -> tuple[str, Article, list[Article], list[Notice]]:
    """The story's name, the draft, the wires and what could not be read.

    A folder of wires that holds the draft too gives all others; a path given as a wire itself is always one, even the
    draft's own. The draft is called "draft", wires by their outlets. Raises ``InputError`` where the draft or all wires cannot
    be read.
    """
    from framecheck.readers import read_paths
    from framecheck.readers.files import STANDARD_INPUT
    from framecheck.readers.outlets import DRAFT, as_draft

    if not against and not outlets:
        raise UsageError("no wire given; name what to check the draft against: --against PATH")
    if path == STANDARD_INPUT and STANDARD_INPUT in against:
        raise UsageError("standard input is the draft; a wire cannot be read from it too")
    drafts, notices = read_paths([path], kind=kind)
    if len(drafts) > 1:
        raise InputError(f"{path}: holds {len(drafts)} articles; the draft is one")
    wires, remarks = read_paths(against, outlets, rules, kind) if drafts else ([], [])
    notices += remarks
    files = {str(Path(p)) for p in (*against, *outlets)}
    own = os.path.realpath(path)
    inside = [w for w in wires if os.path.realpath(w.path) == own and str(Path(w.path)) not in files]
    wires = [w for w in wires if w not in inside]
    if not drafts or not wires:
        for notice in few(notices):
            warn(f"{notice.level}: {notice.place}: {notice.message}")
        raise InputError(
            f"{path}: the draft could not be read; give one text file or - for standard input"
            if not drafts
            else f"{', '.join([*against, *outlets])}: no wire could be read; there is nothing to check the draft against"
        )
    notices += [Notice("note", w.path, f"is the {DRAFT} itself; not checked against") for w in inside]
    draft, wires = as_draft(drafts[0], wires)
    return _story_name([*against, *outlets]), draft, by_outlet(wires), notices


def _story_name(paths: Sequence[str]) -> str:
    """The folder that holds the articles, if it is one; else "story"."""
    folders = {path if (path := Path(p)).is_dir() else path.parent for p in paths}
    return (folders.pop().resolve().name or "story") if len(folders) == 1 else "story"
