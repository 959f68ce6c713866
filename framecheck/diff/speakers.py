"""Whether two attributions name the same source."""

from __future__ import annotations

from framecheck.records.document import Attribution

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "jr.", "sr."})


def different_names(a: str, b: str) -> bool:
    """Whether two folded proper names cannot be one: both given, and no word of one's is the other's family name."""
    first, second = _parts(a), _parts(b)
    if not first or not second:
        return False
    return first[-1] not in second and second[-1] not in first and not _initials(first, second)


def _parts(name: str) -> list[str]:
    words = [w.strip(".,").lower() for w in name.split("(")[0].split()]
    return [w for w in words if w and w not in _SUFFIXES]


def _initials(a: list[str], b: list[str]) -> bool:
    """ "NSC" and "National Security Council"."""
    return any(
        len(x) == 1 and x[0].replace(".", "") == "".join(w[0] for w in y if w != "of") for x, y in ((a, b), (b, a))
    )


def compatible(a: Attribution | None, b: Attribution | None) -> bool:
    """Whether two stretches can be one source's words: nothing says that the names differ."""
    if a is None or b is None:
        return True
    return not different_names(a.source_name, b.source_name)


def same(a: Attribution | None, b: Attribution | None) -> bool:
    """Whether both name the same source."""
    return bool(a and b and a.source_name and b.source_name and not different_names(a.source_name, b.source_name))
