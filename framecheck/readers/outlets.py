"""Which outlet published an article, and the id it goes by in one run."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from framecheck.readers.files import STANDARD_INPUT, fits
from framecheck.records.article import Article, Notice

# names that say what a file is, not whose it is: the folder's name says more
_GENERIC: Final = frozenset({"article", "story", "text", "index", "page", "body", "content", "draft"})
_INSIDE: Final = re.compile(r"(?:\.gz)?(?::\d+)?(?:\[\d+\])?$", re.IGNORECASE)  # where in a file an article stands
_HASH: Final = re.compile(r"_[0-9a-f]{8,}$", re.IGNORECASE)

DRAFT: Final = "draft"
"""What a checked article is called."""


def as_draft(draft: Article, wires: Sequence[Article]) -> tuple[Article, list[Article]]:
    """The article that is checked, called "draft", and the others; those of an outlet called so become "draft wire"."""
    other = f"{DRAFT} wire"
    others = [replace(w, id=w.id.replace(DRAFT, other, 1), outlet=other) if w.outlet == DRAFT else w for w in wires]
    return replace(draft, id=DRAFT, outlet=DRAFT), others


@dataclass(frozen=True, slots=True)
class OutletRule:
    """*name* is the outlet of files that fit the path or glob *key*, seen from *folder*, and of articles that name *key*, a
    host, as their outlet."""

    key: str
    name: str
    folder: Path

    def fits(self, article: Article) -> bool:
        """Whether the rule names the outlet of *article*."""
        host, key = article.outlet.lower(), self.key.lower()
        return fits(article.path, self.key, self.folder) or (bool(host) and (host == key or host.endswith(f".{key}")))


def name_articles(
    articles: Sequence[Article], given: Mapping[str, str], rules: Iterable[OutletRule] = ()
) -> tuple[list[Article], list[Notice]]:
    """*articles* with outlet and unique id.

    The outlet is, in this order: the one *given* for the path or its folder; the one of the first of the *rules* that fits;
    the one that the file itself names; the file's name without ending and without a trailing ``_<8 or more hex digits>``;
    its folder's name where files of several folders are named alike (``bbc/article.txt``, ``cnn/article.txt``). Files that
    still share a name in one folder go by their full names if the shared one is generic, else they are articles of one
    outlet: told apart by id, with a notice.
    """
    wanted = {os.path.realpath(path): name for path, name in given.items()}
    alike = Counter(_short(article.path).lower() for article in articles)
    placed = Counter((_short(article.path).lower(), str(Path(article.path).parent)) for article in articles)
    named: list[Article] = []
    notices: list[Notice] = []
    firsts: dict[str, str] = {}  # outlet → path of its first article
    taken: Counter[str] = Counter()
    ruled = tuple(rules)
    for article in articles:
        rule = next((r.name for r in ruled if r.fits(article)), "")
        outlet = _given(article.path, wanted) or rule or article.outlet or _by_name(article.path, alike, placed)
        ident = outlet
        while taken[ident]:
            taken[outlet] += 1
            ident = f"{outlet}-{taken[outlet]}"
        taken[ident] += 1
        if outlet in firsts:
            message = f"a second article of outlet {outlet!r} (beside {firsts[outlet]}), told apart as {ident!r}"
            notices.append(Notice("note", article.path, message))
        firsts.setdefault(outlet, article.path)
        named.append(replace(article, id=ident, outlet=outlet))
    return named, notices


def by_outlet(articles: Iterable[Article]) -> list[Article]:
    """*articles* in the order of their outlets' names, so that what is found does not hang on the order of a command."""
    return sorted(articles, key=lambda article: (article.outlet.casefold(), article.id))


def _given(path: str, wanted: Mapping[str, str]) -> str:
    """The outlet given for *path* or the nearest folder above it."""
    if not wanted:
        return ""
    real = Path(os.path.realpath(path))
    return next((wanted[str(p)] for p in (real, *real.parents) if str(p) in wanted), "")


def _short(path: str) -> str:
    if path == STANDARD_INPUT:
        return "stdin"
    stem = Path(_INSIDE.sub("", path)).stem
    return _HASH.sub("", stem) or stem


def _by_name(path: str, alike: Mapping[str, int], placed: Mapping[tuple[str, str], int]) -> str:
    short, parent = _short(path), Path(path).parent
    key = short.lower()
    if alike[key] > 1:
        if placed[key, str(parent)] > 1:  # one folder
            return Path(path).stem if key in _GENERIC else short
        return parent.resolve().name or short
    return short
