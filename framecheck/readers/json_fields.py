"""Where the JSON of newsrooms and crawlers keeps what: one table of field names, and how a value becomes text.

The names are those of schema.org NewsArticle (JSON-LD), ninjs 1.x to 3.x, news-please, newspaper4k, fundus, trafilatura and
the BASIL corpus. Of several names the first that holds something wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from framecheck.readers.dates import find_date
from framecheck.readers.directives import key_directive
from framecheck.readers.markup import looks_like_markup, words_of_markup
from framecheck.readers.parts import Parts

Object = Mapping[str, Any]

BODY: Final = (
    "articleBody", "bodies", "body_text", "maintext", "plaintext", "text", "raw_text", "body-paragraphs", "body",
    "content", "body_xhtml", "body_html", "content_html", "content_encoded",
)  # fmt: skip
ABSTRACT: Final = ("description_text", "description", "summary", "excerpt", "abstract")
HEADLINE: Final = ("headline", "headlines", "title", "title_page", "title_rss", "name")
OUTLET: Final = (
    "publisher", "provider", "infoSources", "source_domain", "meta_site_name", "sitename", "source-hostname",
    "hostname", "outlet", "copyrightHolder",
)  # fmt: skip
DATE: Final = (
    "datePublished", "date_publish", "publish_date", "publishing_date", "published", "pubDate", "publishedAt",
    "versionCreated", "firstCreated", "contentCreated", "date", "versioncreated", "firstcreated",
)  # fmt: skip
URL: Final = ("url", "canonical_link", "mainEntityOfPage", "link", "uri", "@id")
LANGUAGE: Final = ("inLanguage", "language", "lang", "meta_lang")
STORY: Final = ("story", "story_id", "cluster", "event_id", "triplet-uuid")
LISTS: Final = ("@graph", "articles", "items", "documents", "results")
"""Under these an object that is no article itself may hold articles."""

_INNER: Final = ("value", "summary", "headline", "text", "content", "paragraphs", "sections")
_DEEPEST: Final = 6
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?\d{4,6}\S*)?")
_NAMED_MONTH: Final = re.compile(r"\b(\d\d?)-([A-Za-z]{3,9})-(\d{4})\b")


def fields(item: Object, story_key: str | None = None) -> Parts:
    """What *item* says; *story_key* names one more field that tells stories apart, looked at first.

    >>> fields({"title": "Bridge shut", "maintext": "It closed on Monday.", "source_domain": "post.example"}).outlet
    'post.example'
    """
    body = _first_text(item, BODY)
    abstract = not body and bool(body := _first_text(item, ABSTRACT))
    return Parts(
        body,
        " ".join(_first_text(item, HEADLINE).split()),
        _outlet(item),
        next((day for name in DATE if (day := day_of(item.get(name)))), None),
        _first_name(item, LANGUAGE).split("-")[0].split("_")[0].lower(),
        _story(item, (story_key, *STORY) if story_key else STORY),
        key_directive(item.get("framecheck")),
        abstract,
    )


def inner_items(item: Object) -> list[Any] | None:
    """The articles that an object holds under one of the names of ``LISTS``, if it is a wrapper and no article."""
    if any(item.get(name) for name in BODY):
        return None
    return next((value for name in LISTS if isinstance(value := item.get(name), list)), None)


def is_about_an_article(item: Object) -> bool:
    """Whether an object without text looks like the record of an article: it has a headline or an address."""
    return any(item.get(name) for name in (*HEADLINE, *URL))


def _first_text(item: Object, names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := _text(item.get(name)).strip())), "")


def _text(value: Any, depth: int = 0) -> str:
    """The words of a value: a string; paragraphs in a list (a list in a list holds the sentences of one); an object with
    its words under a known name. Mark-up becomes text. Anything else has none."""
    if isinstance(value, str):
        return words_of_markup(value) if looks_like_markup(value) else value
    if depth >= _DEEPEST:
        return ""
    if isinstance(value, list):
        chosen = _main(value)
        sentences = depth > 0 and all(isinstance(part, str) for part in chosen)
        return (" " if sentences else "\n\n").join(filter(None, (_text(part, depth + 1).strip() for part in chosen)))
    if isinstance(value, Mapping):
        return "\n\n".join(filter(None, (_text(value.get(name)) for name in _INNER)))
    return ""


def _main(values: list[Any]) -> list[Any]:
    """ninjs 2 and 3 hold several renderings of one text: the plain one of the main role."""
    rendered = [v for v in values if isinstance(v, Mapping) and "value" in v]
    if not rendered or len(rendered) < len(values):
        return values
    plain = ("text/plain", None)
    return [min(rendered, key=lambda v: (v.get("role") not in ("main", None), v.get("contentType") not in plain))]


def _names(value: Any) -> Iterator[str]:
    """A name given as a string, as an object with a name, or as a list of either."""
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, Mapping):
        yield from _names(next((value[n] for n in ("name", "@id", "url") if isinstance(value.get(n), str)), None))
    elif isinstance(value, list):
        for part in value[:20]:
            if not isinstance(part, list):
                yield from _names(part)


def _first_name(item: Object, names: tuple[str, ...]) -> str:
    return next((text for name in names for text in _names(item.get(name)) if text and text != "None"), "")


def _outlet(item: Object) -> str:
    """Who published: by name, else the host of the article's address. ``source`` is a name or an address, as files differ."""
    found = _first_name(item, (*OUTLET, "source"))
    if not found or host_of(found):
        found = host_of(found) or host_of(_first_name(item, URL))
    return " ".join(found.split())[:200]


def host_of(address: str) -> str:
    """The host of a web address without "www."; ``""`` for what is no address."""
    if "://" not in address[:12]:
        return ""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # brackets that are no IPv6 address
        return ""


def day_of(value: Any) -> date | None:
    """A calendar day from the forms that files use: ISO 8601, English, compact digits, seconds or milliseconds of Unix."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool) and 1e8 < value < 4e12:
            return datetime.fromtimestamp(value / (1000 if value > 1e11 else 1), UTC).date()
        if not isinstance(value, str):
            return None
        if compact := _COMPACT.fullmatch(value.strip()):
            return date(*map(int, compact.groups()))
    except (ValueError, OverflowError):
        return None
    found = find_date(_NAMED_MONTH.sub(r"\1 \2 \3", value[:100]))
    return found[0] if found else None


def _story(item: Object, names: tuple[str, ...]) -> str:
    for name in names:
        value = item.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""
