"""Records as bytes and back, for files that may have been damaged or written by somebody else: JSON by position, no pickle.

A frozen dataclass becomes the list of its fields, an enum its value, a date its ISO 8601 form, a set (which is not read back)
its sorted members. What is read is checked against the fields' types, so that a record read is one that could have been
written.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, cast, get_args, get_origin, get_type_hints

_FAST: Final = 1  # of zlib's levels
_LARGEST: Final = 1 << 28  # bytes that a record may unpack to

T = TypeVar("T")


class Damaged(ValueError):
    """Bytes that no record was packed to."""


def pack(value: object) -> bytes:
    """*value*, made of dataclasses, tuples, lists and plain values, as bytes."""
    return zlib.compress(text_of(value), _FAST)


def text_of(value: object) -> bytes:
    """*value* as JSON. Lone surrogates stay what they are."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def unpack(kind: type[T], data: bytes) -> T:
    """The *kind* of value that ``pack`` made *data* of. Raises ``Damaged``."""
    try:
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(data, _LARGEST)
        if not unpacker.eof:
            raise Damaged("is cut or too large")
        value: T = _reader(cast("Any", kind))(json.loads(text.decode("utf-8", "surrogatepass")))
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise Damaged(str(error)) from error
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return [_plain(getattr(value, name)) for name in _names(value.__class__)]
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value


@cache
def _names(kind: Callable[..., Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast("Any", kind)))


@cache
def _reader(kind: Callable[..., Any]) -> Callable[[Any], Any]:
    """What checks a value as JSON gives it and makes a *kind* of it; raises ``ValueError`` or ``TypeError``."""
    parts = get_args(kind)
    if get_origin(kind) is UnionType:  # X | None, as all records have it
        (some,) = (_reader(part) for part in parts if part is not NoneType)
        return lambda value: None if value is None else some(value)
    if (several := get_origin(kind)) is not None:  # tuple[X, ...]
        inner = _reader(parts[0])
        return lambda value: several(map(inner, _listed(value)))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        readers = [_reader(hints[name]) for name in _names(kind)]
        return lambda value: kind(*[read(part) for read, part in zip(readers, _listed(value), strict=True)])
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    return partial(_exactly, kind)


def _listed(value: Any) -> list[Any]:
    if type(value) is not list:
        raise Damaged("is no list")
    return value


def _exactly(kind: Any, value: Any) -> Any:
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise Damaged(f"is no {kind.__name__}")
    return value
