"""What a reader gives: one article, its text as published and the blocks it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from framecheck.text import Span, fold


class BlockKind(StrEnum):
    """What part of a page a block of text is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    BULLET = "bullet"
    BOILERPLATE = "boilerplate"

    @property
    def told(self) -> bool:
        """Whether the outlet tells the story here: only such blocks are compared."""
        return self not in {BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION}


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text of one kind; blocks do not overlap and stand in text order."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """What an article says to framecheck itself: findings of rules whose codes start with one of *codes* are known.

    ``span`` is where it stands in the text (``None``: in metadata), ``whole`` says that it is about the whole article, ``scope``
    else the words that it is about (``None``: none); ``problem`` why it cannot be followed (``""``: it can; else ``codes`` is
    empty).
    """

    codes: tuple[str, ...]
    reason: str
    span: Span | None = None
    scope: Span | None = None
    whole: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as published.

    ``id`` is unique within a run; ``text`` is never changed; ``plain`` is ``fold(text)``, of the same length, with spaces
    where directives stand;
    ``origin`` names the reader that made it; ``story`` is what the format itself says which story this is (``""``: nothing),
    ``directives`` what the article says to framecheck itself.
    """

    id: str
    path: str
    outlet: str
    text: str
    blocks: tuple[Block, ...] = ()
    headline: str | None = None
    date: date | None = None
    language: str | None = None
    origin: str = "text"
    plain: str = field(default="", repr=False)
    story: str = ""
    directives: tuple[Directive, ...] = ()

    def __post_init__(self) -> None:
        if not self.plain:
            object.__setattr__(self, "plain", fold(self.text))


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that could not be read or judged, and why; the rest of the run goes on.

    ``level`` is ``"note"``, ``"warning"`` or ``"error"`` (what was asked for could not be judged); ``place`` is a path, with
    ``:line`` where known. One that stands for others of the same ``cause`` has their ``count`` (see ``Notices``).
    """

    level: str
    place: str
    message: str
    count: int = 1
    cause: str = ""
