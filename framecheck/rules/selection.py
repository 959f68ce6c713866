"""Which rules speak: ``--select`` and ``--ignore`` by prefix, the longest prefix wins (flake8's decision engine)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ALL = "ALL"


@dataclass(frozen=True, slots=True)
class Selection:
    """Prefixes of codes ("NUM", "NUM001", "ALL"), in upper case. Nothing selected means everything."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def allows(self, code: str) -> bool:
        """Whether the rule with this code speaks; at equal length ``ignore`` wins.

        >>> Selection(("NUM",), ("NUM002",)).allows("NUM001"), Selection((), ("ALL",)).allows("NUM001")
        (True, False)
        """
        selected, ignored = longest(self.select or (ALL,), code), longest(self.ignore, code)
        return selected is not None and (ignored is None or _length(selected) > _length(ignored))


def longest(prefixes: Iterable[str], code: str) -> str | None:
    """The longest of *prefixes* that *code* starts with, ``ALL`` counting as empty; ``None`` if none fits."""
    return max((p for p in prefixes if p == ALL or code.startswith(p)), key=_length, default=None)


def _length(prefix: str) -> int:
    return 0 if prefix == ALL else len(prefix)


def unknown(prefixes: Iterable[str], codes: Iterable[str]) -> list[str]:
    """The prefixes that select no rule at all: a typing error."""
    known = tuple(codes)
    return [p for p in prefixes if p != ALL and not any(code.startswith(p) for code in known)]
