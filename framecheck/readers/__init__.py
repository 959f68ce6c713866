"""Readers: from paths to articles. Text is kept as published; every offset points into it.

A path that does not exist is an error of the command (``InputError``). A file that is there but cannot be read or judged
(empty, binary, no permission, too large, the same text again) gives a notice and is left out, so that what can be compared
still is; ``need_two`` says when too little is left.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from framecheck.errors import InputError
from framecheck.readers.files import find_files, open_file, unreadable
from framecheck.readers.formats import HEAD, Format, format_of
from framecheck.readers.outlets import OutletRule, name_articles
from framecheck.records.article import Article, Notice
from framecheck.records.notices import Notices

__all__ = ["need_two", "read_file", "read_paths", "select"]


def read_paths(
    paths: Sequence[str],
    outlets: Mapping[str, str] | None = None,
    rules: Iterable[OutletRule] = (),
    kind: Format | None = None,
) -> tuple[list[Article], list[Notice]]:
    """The articles at *paths* (files, folders of one story each, ``-`` for standard input), in order, and what could not
    be read or judged.

    *outlets* maps a path to the name of its outlet; a path that stands only there is read too, after *paths*. *rules* name
    the outlets of what is read; *kind* is the format where files are not to be asked. Ids and outlet names are unique
    except where two articles are of one outlet (see ``outlets.name_articles``). Raises
    ``InputError`` for a path that does not exist.
    """
    given = dict(outlets or {})
    named = {str(Path(path)) for path in paths}
    files = find_files([*paths, *(p for p in given if not _covered(p, named))])
    return select((i for f in files for i in ([f] if isinstance(f, Notice) else read_file(f, kind=kind))), given, rules)


def select(
    found: Iterable[Article | Notice], outlets: Mapping[str, str], rules: Iterable[OutletRule] = ()
) -> tuple[list[Article], list[Notice]]:
    """The articles of one story among what was *found*, each text once, with ids and outlets; see ``read_paths``."""
    articles: list[Article] = []
    notices = Notices()
    texts: dict[str, str] = {}  # text → path of the article that has it
    for item in found:
        if isinstance(item, Notice):
            notices.append(item)
            continue
        text = item.text.strip()
        if text not in texts:
            texts[text] = item.path
            articles.append(item)
        elif texts[text] == item.path:
            notices.append(Notice("note", item.path, "is given twice; read once"))
        else:
            notices.append(Notice("note", item.path, f"is the same text as {texts[text]}; left out"))
    articles, clashes = name_articles(articles, outlets, rules)
    return articles, [*notices, *clashes]


def need_two(articles: Sequence[Article]) -> None:
    """Raise ``InputError`` unless *articles* come from two outlets at least."""
    outlets = {article.outlet for article in articles}
    if len(outlets) > 1:
        return
    if not articles:
        raise InputError("no article could be read; give text files of two outlets or a folder that holds them")
    if len(articles) == 1:
        raise InputError(
            f"{articles[0].path}: the only article that could be read; give one of another outlet to compare it with"
        )
    raise InputError(
        f"{articles[0].path}: all {len(articles)} articles are of one outlet, {articles[0].outlet!r}; "
        "tell them apart with --outlet NAME=PATH"
    )


def _covered(path: str, named: set[str]) -> bool:
    """Whether *path* or a folder that holds it is among the *named* ones."""
    return any(str(p) in named for p in (Path(path), Path(path).parent))


def read_file(path: str, story_key: str | None = None, kind: Format | None = None) -> Iterator[Article | Notice]:
    """The articles in one file, one after the other, and notices about what in it cannot be read. *story_key* names the field
    that tells stories apart, in formats that have fields; *kind* is the format where the file is not to be asked. Articles have
    no id yet, and an outlet only if the file names it."""
    found: Format | str | None = kind
    try:
        with open_file(path) as stream:
            found = found or format_of(path, stream.peek(HEAD)[:HEAD])
            if isinstance(found, Format):
                yield from found.reader()(stream, path, story_key)
            else:
                yield Notice("error", path, f"is {found}, which framecheck does not read; skipped")
    except ModuleNotFoundError as error:
        what = found.called if isinstance(found, Format) else "packed with Zstandard"
        yield Notice(
            "error", path, f"is {what}; reading it needs {error.name}: install framecheck-news[readers]; skipped"
        )
    except (OSError, EOFError, zlib.error) as error:
        yield unreadable(path, error)
    except Exception as error:
        if type(error).__name__ != "ZstdError":  # of a module that need not be there
            raise
        yield unreadable(path, error)
