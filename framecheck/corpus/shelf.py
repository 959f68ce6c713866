"""The shelf: articles of a pile kept on disk while stories are being found, so that none of their texts stay in memory."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import BinaryIO, Final

from framecheck.records.article import Article, Block, BlockKind
from framecheck.text import Span, fold

_FAST: Final = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article lies on its shelf: bytes from ``start``."""

    start: int
    size: int


class Shelf:
    """A temporary file of packed articles, which is gone when the process is. One process writes and reads it."""

    def __init__(self) -> None:
        self._file: BinaryIO = TemporaryFile("w+b")  # noqa: SIM115 - closed by ``close``
        self._end = 0

    def put(self, packed: bytes) -> Place:
        """Keep an article that ``pack`` packed. Raises ``OSError`` where the disk is full."""
        self._file.seek(self._end)
        self._file.write(packed)
        place = Place(self._end, len(packed))
        self._end += len(packed)
        return place

    def take(self, place: Place) -> bytes:
        """The packed article at *place*, for ``unpack``."""
        self._file.seek(place.start)
        return self._file.read(place.size)

    def close(self) -> None:
        """Remove the file."""
        self._file.close()


def pack(article: Article) -> bytes:
    """*article* as bytes that only ``unpack`` reads, in a process of the same run."""
    blocks = [(block.kind.value, block.span.start, block.span.end) for block in article.blocks]
    kept = {name: getattr(article, name) for name in _KEPT}
    if article.plain != fold(article.text):  # directives are blank in it
        kept["plain"] = article.plain
    return zlib.compress(pickle.dumps((kept, blocks), pickle.HIGHEST_PROTOCOL), _FAST)


def unpack(data: bytes) -> Article:
    """The article that ``pack`` made *data* of."""
    kept, blocks = pickle.loads(zlib.decompress(data))
    return Article(**kept, blocks=tuple(Block(BlockKind(kind), Span(start, end)) for kind, start, end in blocks))


_KEPT: Final = tuple(f for f in Article.__slots__ if f not in ("blocks", "plain"))
