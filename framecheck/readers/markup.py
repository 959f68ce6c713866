"""Text out of the HTML that some formats wrap an article's body in: paragraphs on lines of their own, no tags."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MARKUP: Final = re.compile(
    r"\s*<(?:!doctype|!--|\?xml|html|body|article|section|div|p|h[1-6]|ul|ol|figure|blockquote)\b", re.I
)
_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_BLOCKS_OF_NITF: Final = frozenset({"block", "bq", "credit", "hl1", "hl2", "note", "tagline"})
_OPEN: Final = re.compile(r"<(?=[a-z/!?][^<>]*<)", re.I)  # a tag that another begins in
_UNFINISHED: Final = 100
_SILENT: Final = frozenset({"script", "style", "template", "noscript", "head", "svg", "iframe"})


def looks_like_markup(text: str) -> bool:
    """Whether *text* opens with the tag of a page or a paragraph.

    >>> looks_like_markup("<p>It closed.</p>"), looks_like_markup("<3 was what he wrote.")
    (True, False)
    """
    return bool(_MARKUP.match(text[:500]))


def words_of_markup(markup: str) -> str:
    """The words of *markup*, blocks parted by an empty line, white space as HTML shows it. Never raises: broken mark-up is
    read as far as it can be.

    >>> words_of_markup("<p>It closed &amp; stayed<br>shut.</p><script>x()</script><p>Twice.</p>")
    'It closed & stayed\\n\\nshut.\\n\\nTwice.'
    """
    parser = _Words()
    parser.feed(_finished(markup))
    parser.close()
    return _joined(parser.pieces)


def _finished(markup: str) -> str:
    """*markup* with what only looks like the beginning of a tag made text where there is much of it.

    ``HTMLParser`` looks for the end of each such beginning in all that follows, in square time (CPython issue 135462, mended in
    later releases); a page that people wrote has a few of them at most.
    """
    markup = markup.replace(
        "<![", "<! ["
    )  # to HTML a comment, to ``HTMLParser`` a section whose name it may not know: it raises
    end = markup.rfind(">") + 1  # whatever begins behind it has no end
    if markup.count("<", end) > _UNFINISHED:
        markup = markup[:end] + markup[end:].replace("<", " ")
    if sum(1 for _ in _OPEN.finditer(markup)) > _UNFINISHED:
        markup = _OPEN.sub(" ", markup)
    unclosed = markup.find("<!--", markup.rfind("-->") + 1)
    if unclosed >= 0 and markup.count("<!--", unclosed) > _UNFINISHED:
        markup = markup[:unclosed]
    return markup


def words_of_element(root: Element) -> str:
    """The words of an XML element that holds XHTML or NITF, blocks parted by an empty line; pictures and their captions are
    left out. However deep it is nested, no recursion."""
    pieces: list[str] = []
    todo: list[Element | str] = [root]
    while todo:
        item = todo.pop()
        if isinstance(item, str):
            pieces.append(item)
            continue
        name = item.tag.rpartition("}")[2].lower() if isinstance(item.tag, str) else "script"  # a comment
        if name in _SILENT or name == "media":
            continue
        edge = "\0" if name in _BLOCKS or name in _BLOCKS_OF_NITF else ""
        inside: list[Element | str] = [edge + _inline(item.text)]
        for child in item:
            inside += [child, _inline(child.tail)]
        todo.extend(reversed([*inside, edge]))
    return _joined(pieces)


def _inline(text: str | None) -> str:
    return (text or "").replace("\0", " ")


def _joined(pieces: list[str]) -> str:
    blocks = (" ".join(block.split()) for block in "".join(pieces).split("\0"))
    return "\n\n".join(filter(None, blocks))


class _Words(HTMLParser):
    """Collects text; a NUL stands between blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT and not self._silent:
            self._silent = tag
        elif tag in _BLOCKS:
            self.pieces.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag in _BLOCKS:
            self.pieces.append("\0")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data.replace("\0", " "))
