"""From the paths on a command line to the files to read. Only regular files are ever opened."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from fnmatch import fnmatch
from io import BufferedReader, BytesIO, FileIO, RawIOBase
from pathlib import Path
from typing import Any, Final

from framecheck.errors import InputError
from framecheck.readers.formats import suffix_of, suffixes
from framecheck.records.article import Notice

STANDARD_INPUT: Final = "-"
_GZIP: Final = b"\x1f\x8b"
_ZSTANDARD: Final = b"\x28\xb5\x2f\xfd"
_BUFFER: Final = 1 << 16
_SWOLLEN: Final = 128 << 20  # unpacked bytes from which on the ratio counts
_RATIO: Final = 500
_ITEM: Final = re.compile(r"(?::\d+)?(?:\[\d+\])*$")
_ASIDE: Final = frozenset({"readme", "license", "licence", "contributing", "changelog"})


def find_files(paths: Sequence[str]) -> Iterator[str | Notice]:
    """The files that *paths* name, in order: a file as given, a folder's articles by name (one folder is one story, so
    folders inside it are not entered). Notices for what is there and cannot be an article.

    Raises ``InputError`` for a path that does not exist: a command with a mistyped path must not look like a result.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield path
            continue
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116 - a path may hold what pathlib rejects
        except (FileNotFoundError, NotADirectoryError):
            raise InputError(f"{path}: no such file or folder; give text files or a folder that holds them") from None
        except (OSError, ValueError) as error:
            yield unreadable(path, error)
            continue
        if stat.S_ISDIR(mode):
            yield from in_folder(path)
        elif stat.S_ISREG(mode):
            yield path
        else:
            yield Notice("error", path, "is neither a file nor a folder (a pipe, socket or device); not opened")


@contextmanager
def open_file(path: str) -> Iterator[BufferedReader[Any]]:
    """The bytes of a file, or of standard input for ``-``, unpacked where they are packed with gzip or Zstandard.

    Reading may raise ``OSError``; ``EOFError``, ``zlib.error`` or ``zstandard.ZstdError`` for a broken archive;
    ``ModuleNotFoundError`` where Zstandard is not installed.
    """
    with ExitStack() as stack:
        plain: BufferedReader[Any]
        if path == STANDARD_INPUT:
            plain = BufferedReader(BytesIO(sys.stdin.buffer.read()), _BUFFER)
        else:
            plain = BufferedReader(stack.enter_context(regular(path)), _BUFFER)
        head = plain.peek(len(_ZSTANDARD))
        if head.startswith(_GZIP):
            import gzip

            yield BufferedReader(_Unpacked(stack.enter_context(gzip.open(plain, "rb")), plain), _BUFFER)
        elif head.startswith(_ZSTANDARD):
            import zstandard

            unpacked = zstandard.ZstdDecompressor().stream_reader(plain, read_across_frames=True)
            yield BufferedReader(_Unpacked(stack.enter_context(unpacked), plain), _BUFFER)
        else:
            yield plain


def regular(path: str) -> FileIO:
    """A regular file, open to be read. Raises ``OSError`` for what has become something else since it was looked up, without
    waiting for a pipe to be written."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError("is no regular file")
    return FileIO(number)


class _Unpacked(RawIOBase):
    """What *unpacked* gives of *packed*, unless it swells as only a bomb does. Then reading raises ``OSError``."""

    def __init__(self, unpacked: Any, packed: BufferedReader[Any]) -> None:
        self._unpacked, self._packed = unpacked, packed
        self._size = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """As far as what is unpacked is."""
        return bool(self._unpacked.seekable())

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """See ``RawIOBase``."""
        return int(self._unpacked.seek(offset, whence))

    def tell(self) -> int:
        """See ``RawIOBase``."""
        return int(self._unpacked.tell())

    def readinto(self, buffer: Any) -> int:
        """See ``RawIOBase``."""
        size: int = self._unpacked.readinto(buffer)
        self._size += size
        if self._size > _SWOLLEN and self._size > _RATIO * self._packed.tell():
            raise OSError(f"unpacks to more than {_RATIO} times its size, which no text does")
        return size


def unreadable(path: str, error: Exception) -> Notice:
    """The notice for a path that the system would not let us read."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Notice("error", path, f"cannot be read: {reason}")


def fits(path: str, glob: str, folder: Path) -> bool:
    """Whether *path*, seen from *folder*, or its last part fits *glob*; ``*`` stands for slashes too, a folder for all in it.
    An article's place in a file of many (``wire.jsonl:12``) may be left out of the glob.

    >>> fits("corpus/wire/ap.txt", "wire/*", Path("corpus")), fits("corpus/wire/ap.txt", "a*.txt", Path("elsewhere"))
    (True, True)
    """
    wanted = f"{folder.absolute().as_posix()}/{glob.removeprefix('./').rstrip('/')}"
    for name in dict.fromkeys((path, _ITEM.sub("", path))):
        whole = Path(os.path.abspath(name)).as_posix()  # noqa: PTH100 - a link is judged by its own name
        if fnmatch(whole, wanted) or fnmatch(whole, f"{wanted}/*") or fnmatch(Path(name).name, glob):
            return True
    return False


def in_folder(folder: str, silent: bool = False) -> Iterator[str | Notice]:
    """The articles in a folder by name, without those in folders inside it; notices for what cannot be one. *silent* says not
    to remark that there are none."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are joined to the path as given
    except OSError as error:
        yield unreadable(folder, error)
        return
    known = suffixes()
    articles = [n for n in names if not n.startswith(".") and suffix_of(n) in known]
    articles = [n for n in articles if Path(n).stem.lower() not in _ASIDE]
    if not articles and not silent:
        inside = "; it holds folders: give the folder of one story" if _has_folders(folder, names) else ""
        yield Notice("warning", folder, f"holds no article ({', '.join(f'*{s}' for s in sorted(known))}){inside}")
    for name in articles:
        path = os.path.join(folder, name)  # noqa: PTH118 - keeps the path as given
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116
        except OSError as error:
            yield unreadable(path, error)
            continue
        if stat.S_ISREG(mode):
            yield path
        elif not stat.S_ISDIR(mode):
            yield Notice("warning", path, "is not a regular file (a pipe, socket or device); not opened")


def _has_folders(folder: str, names: Sequence[str]) -> bool:
    return any(Path(folder, name).is_dir() for name in names[:1000])
