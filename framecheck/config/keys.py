"""The settings that may stand in a configuration file: their names and what they may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from framecheck.records.finding import Severity
from framecheck.records.house import Strictness
from framecheck.report.formats import Format
from framecheck.rules.selection import unknown
from framecheck.settings import FailLevel


class Wrong(ValueError):
    """A value that its setting cannot hold; the message says what it must be."""


Read = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Key:
    """A setting: ``read`` checks a value as TOML gives it and raises ``Wrong``. ``table``: ``read`` takes the values of a table,
    ``entry`` checks their names."""

    name: str
    read: Read
    table: bool = False
    entry: Read = str


def _codes(value: Any) -> tuple[str, ...]:
    return tuple(map(_code, _texts(value)))


def _code(value: str) -> str:
    from framecheck.rules.registry import catalogue

    code = value.strip().upper()
    if not code or unknown([code], [entry.rule.code for entry in catalogue()]):
        raise Wrong(f"the start of a rule's code, or ALL, and no rule starts with '{value}'")
    return code


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Wrong("a string that is not empty")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise Wrong("a list of strings")
    return tuple(value)


def _one_of(choices: type[StrEnum]) -> Read:
    def read(value: Any) -> StrEnum:
        if not isinstance(value, str) or value not in list(choices):
            raise Wrong(f"one of {', '.join(choices)}")
        return choices(value)

    return read


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise Wrong("a number from 0 to 1")
    return float(value)


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise Wrong("a whole number from 1")
    return value


def _folder(value: Any) -> str | bool:
    if value is not False and not (isinstance(value, str) and value.strip()):
        raise Wrong("a folder, or false")
    return value


LEXICONS: Final = ("loaded", "hedges", "said-verbs")


def _lexicon(value: str) -> str:
    if value not in LEXICONS:
        raise Wrong(f"one of {', '.join(LEXICONS)}{closest(value, LEXICONS)}")
    return value


KEYS: Final = {
    key.name: key
    for key in (
        Key("select", _codes),
        Key("ignore", _codes),
        Key("extend-select", _codes),
        Key("extend-ignore", _codes),
        Key("severity", _one_of(Severity), table=True, entry=_code),
        Key("min-score", _share),
        Key("fail-level", _one_of(FailLevel)),
        Key("per-file-ignores", _codes, table=True),
        Key("baseline", _text),
        Key("outlets", _text, table=True),
        Key("jobs", _count),
        Key("cache", _folder),
        Key("format", _one_of(Format)),
        Key("names", _texts, table=True),
        Key("lexicons", _texts, table=True, entry=_lexicon),
        Key("quotations", _one_of(Strictness)),
    )
}


def closest(word: str, known: Iterable[str]) -> str:
    """``, did you mean 'select'?`` for a name close to *word*, or nothing."""
    from rapidfuzz import process
    from rapidfuzz.utils import default_process

    match = process.extractOne(word, list(known), processor=default_process, score_cutoff=60)
    return f", did you mean '{match[0]}'?" if match else ""
