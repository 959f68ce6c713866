"""What a result depends on besides what is judged: this program, what it stands on, and the language it runs in."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from framecheck import __version__

_STANDS_ON: Final = (
    "defusedxml", "fastwarc", "htmldate", "jusText", "lxml", "lxml_html_clean", "nltk", "numpy", "nupunkt", "python-docx",
    "rapidfuzz", "trafilatura", "zstandard",
)  # fmt: skip


@cache
def program() -> str:
    """A digest over every file of the package (code, lexicons, weights) and the versions of what reads and judges with it. Where
    it is the same, the same articles give the same findings."""
    found = hashlib.blake2b(digest_size=16)
    for path, data in _contents(files("framecheck"), ""):
        found.update(f"{path}\0{len(data)}\0".encode() + data)
    known = [f"{name} {_installed(name)}" for name in _STANDS_ON]
    found.update("\n".join([*known, sys.version, unicodedata.unidata_version, sys.platform]).encode())
    return f"{__version__}-{found.hexdigest()}"


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _contents(entry, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry.read_bytes()


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "is not installed"
