"""XML of agencies and feeds: NITF, NewsML-G2 (with NITF, XHTML or plain text inside), RSS 1.0 and 2.0, Atom.

Read element by element, so that a feed of any length is held one article at a time. Entity declarations are refused
(defusedxml): no bomb is unpacked, nothing outside the file is fetched. The path of an article is ``FILE`` for a file of one, else
``FILE[N]``, from 0.

Field names: iptc.org (NITF 3.6, NewsML-G2 2.33), rssboard.org, RFC 4287.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, Final

from framecheck.readers.html_page import MAX_PAGE
from framecheck.readers.json_fields import day_of, host_of
from framecheck.readers.markup import looks_like_markup, words_of_element, words_of_markup
from framecheck.readers.parts import Parts, assemble
from framecheck.records.article import Article, Notice

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOTS: Final = frozenset({"rss", "RDF", "feed", "nitf", "newsItem", "newsMessage"})
"""Local names of the root elements that this reader knows."""

_ARTICLES: Final = frozenset({"item", "entry", "nitf", "newsItem"})
_CHANNELS: Final = frozenset({"channel", "feed"})


def read(stream: BinaryIO, path: str, story_key: str | None = None) -> Iterator[Article | Notice]:
    """The articles in *stream*, in order; a notice where it stops being well-formed."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException

    found: list[Parts] = []
    number = 0
    broken = None
    try:
        for parts in _articles(stream):
            found.append(parts)
            if len(found) == 2:  # now it is known that the file holds several
                yield from _told(found.pop(0), f"{path}[{number}]")
                number += 1
    except ParseError as error:
        line, column = error.position
        broken = Notice(
            "error", f"{path}:{line}", f"is not well-formed XML from column {column + 1} on; not read further"
        )
    except DefusedXmlException:
        broken = Notice("error", path, "declares entities of its own, which no article needs; not read further")
    except _TooLong:
        broken = Notice(
            "error", path, f"goes on for more than {MAX_PAGE >> 20} MB without the end of an article; not read further"
        )
    for parts in found:
        yield from _told(parts, f"{path}[{number}]" if number else path)
    if broken is not None:
        yield broken
    elif not number and not found:
        yield Notice("warning", path, "holds no article; skipped")


def _told(parts: Parts, path: str) -> Iterator[Article | Notice]:
    if not parts.body.strip():
        yield Notice("warning", path, "has no text; skipped")
    else:
        yield from assemble(parts, path, "xml")


def _articles(stream: BinaryIO) -> Iterator[Parts]:
    """The outermost article elements; each is forgotten once it is read."""
    from defusedxml.ElementTree import iterparse

    within = 0
    channel = ""
    parents: list[Element] = []
    metered = _Metered(stream)
    for event, element in iterparse(metered, events=("start", "end"), forbid_dtd=False):
        name = _name(element)
        if event == "start":
            within += name in _ARTICLES
            parents.append(element)
            continue
        parents.pop()
        if not within and name == "title" and parents and _name(parents[-1]) in _CHANNELS:
            channel = _words(element)
        if name in _ARTICLES:
            within -= 1
            if not within:
                yield _READERS[name](element, channel)
                metered.since = 0
        if not within and parents:  # nothing else is asked for again
            parents[-1].remove(element)


class _TooLong(Exception):
    """An article that is longer than any."""


class _Metered:
    """A stream that counts what was read ``since`` the last article. Reading raises ``_TooLong`` where that is too much."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.since = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self.since += len(data)
        if self.since > MAX_PAGE:
            raise _TooLong
        return data


def _feed_item(item: Element, channel: str) -> Parts:
    """RSS: ``content:encoded``, else ``description``, which may be a teaser."""
    body = _markup(item, "encoded")
    teaser = "" if body else _markup(item, "description")
    return Parts(
        body or teaser,
        _first(item, "title"),
        _first(item, "source") or channel or host_of(_first(item, "link")),
        _day(item, "pubDate", "date"),
        abstract=bool(teaser),
    )


def _feed_entry(entry: Element, channel: str) -> Parts:
    """Atom: ``content``, else ``summary``; the feed's title unless ``source`` has one."""
    body = _markup(entry, "content")
    teaser = "" if body else _markup(entry, "summary")
    source = _find(entry, "source")
    title = _find(entry, "title")
    return Parts(
        body or teaser,
        words_of_markup(_words(title)) if title is not None and title.get("type") == "html" else _first(entry, "title"),
        (_first(source, "title") if source is not None else "") or channel,
        _day(entry, "published", "updated"),
        abstract=bool(teaser),
    )


def _nitf(root: Element, channel: str) -> Parts:
    content = next((e for e in root.iter() if _name(e) == "body.content"), None)
    issued = next((e for e in root.iter() if _name(e) in ("date.issue", "date.release")), None)
    return Parts(
        words_of_element(content) if content is not None else "",
        _deep(root, "hl1") or _deep(root, "title"),
        _deep(root, "distributor") or _deep(root, "doc.copyright"),
        day_of(issued.get("norm")) if issued is not None else None,
    )


def _news_item(item: Element, channel: str) -> Parts:
    meta = _find(item, "itemMeta")
    about = _find(item, "contentMeta")
    content = _find(item, "contentSet")
    inner = (
        next((e for e in content.iter() if _name(e) in ("body.content", "body")), None) if content is not None else None
    )
    if inner is not None and _name(inner) == "body":
        inner = next((e for e in inner.iter() if _name(e) == "body.content"), inner)
    plain = _deep(content, "inlineData") if content is not None else ""
    provider = _find(meta, "provider") if meta is not None else None
    dated = [
        day
        for part, names in ((about, ("contentCreated",)), (meta, ("versionCreated", "firstCreated")))
        if part is not None
        for day in [_day(part, *names)]
        if day
    ]
    return Parts(
        words_of_element(inner) if inner is not None else plain,
        (_first(about, "headline") if about is not None else "")
        or (_deep(content, "hl1") if content is not None else ""),
        (_first(provider, "name") or provider.get("literal", "") or provider.get("qcode", ""))
        if provider is not None
        else "",
        next(iter(dated), None),
        language=_language(content),
    )


_READERS: Final = {"item": _feed_item, "entry": _feed_entry, "nitf": _nitf, "newsItem": _news_item}


def _name(element: Element) -> str:
    """The local name: ``{http://…}headline`` is ``headline``."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _find(element: Element, name: str) -> Element | None:
    return next((child for child in element if _name(child) == name), None)


def _first(element: Element, name: str) -> str:
    found = _find(element, name)
    return _words(found) if found is not None else ""


def _deep(element: Element, name: str) -> str:
    return next((_words(e) for e in element.iter() if _name(e) == name), "")


def _day(element: Element, *names: str) -> date | None:
    return next((day for name in names if (day := day_of(_first(element, name)))), None)


def _markup(element: Element, name: str) -> str:
    """The words of a child that holds mark-up, escaped or as elements."""
    child = _find(element, name)
    if child is None:
        return ""
    if len(child):
        return words_of_element(child)
    text = (child.text or "").strip()
    return words_of_markup(text) if looks_like_markup(text) or "</" in text or "<br" in text else text


def _language(content: Element | None) -> str:
    if content is None:
        return ""
    told = (e.get("{http://www.w3.org/XML/1998/namespace}lang", "") for e in content.iter())
    return next((code.split("-")[0].lower() for code in told if code), "")
