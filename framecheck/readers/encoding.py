"""Bytes to text: as declared, else UTF-8, else cp1252. Nothing is translated, so offsets are code points of the text.

A byte order mark declares the encoding and is not part of the text. Line ends stay as they are.
"""

from __future__ import annotations

import codecs
from typing import Final

# UTF-32 first: its little-endian mark begins with the one of UTF-16
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS: Final = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b")


def mark(data: bytes) -> tuple[bytes, str] | None:
    """The byte order mark at the start of *data* and the encoding it declares."""
    return next(((bom, name) for bom, name in _MARKS if data.startswith(bom)), None)


def looks_binary(head: bytes) -> bool:
    """Whether the first bytes of a file hold what no text holds: NUL bytes or many control characters.

    >>> looks_binary(b"\\x89PNG\\r\\n\\x00"), looks_binary("naïve".encode("cp1252"))
    (True, False)
    """
    if mark(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\0" in head or controls * 20 > len(head)


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """``(text, remark)``: the text of *data* and, where it is not plainly what it was declared to be, why not (else ``""``).

    *declared* is the encoding a format's own header names. UTF-8 with a few broken bytes (a file cut short) stays UTF-8
    with replacement characters; otherwise bytes that are not UTF-8 are read as cp1252. Never raises for any bytes.
    """
    remark = ""
    if found := mark(data):
        bom, declared = found
        data = data[len(bom) :]
    if declared:
        try:
            return data.decode(declared), ""
        except (LookupError, UnicodeError):
            remark = f"is not {declared} as it declares; "
    try:
        return data.decode("utf-8"), remark and remark + "read as UTF-8"
    except UnicodeDecodeError:
        pass
    patched = data.decode("utf-8", "replace")
    broken, multibyte = patched.count("\ufffd"), sum(1 for c in patched if c > "\x7f" and c != "\ufffd")
    if broken < multibyte:
        return patched, remark + f"is UTF-8 with broken bytes; they are shown as \ufffd ({broken} of them)"
    return data.decode("cp1252", "replace"), remark + "is not UTF-8; read as cp1252 (Western European)"
