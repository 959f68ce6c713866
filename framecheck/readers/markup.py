"""Text out of the HTML that some formats wrap an article's body in: paragraphs on lines of their own, no tags."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

_MARKUP: Final = re.compile(
    r"\s*<(?:!doctype|!--|\?xml|html|body|article|section|div|p|h[1-6]|ul|ol|figure|blockquote)\b", re.I
)
_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
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
    parser.feed(markup)
    parser.close()
    blocks = (" ".join(block.split()) for block in "".join(parser.pieces).split("\0"))
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
