"""Which changes inside quotation marks a house does not allow (see ``records.house.Strictness``)."""

from __future__ import annotations

from collections.abc import Sequence

from framecheck.diff.utterances import Class, Edit, Word, is_content
from framecheck.facts.tokens import stem
from framecheck.lexicons import words as lexicon
from framecheck.records.house import House, Strictness


def reportable(edit: Edit, a: Sequence[Word], b: Sequence[Word], house: House) -> bool:
    """Whether *edit*, of the words *a* to *b*, is a change that the house wants to see."""
    if edit.kind is Class.MARKED:
        return house.quotations is Strictness.STRICT
    if edit.kind not in (Class.WORDING, Class.SENSE):
        return False
    before, after = a[edit.a_first : edit.a_last], b[edit.b_first : edit.b_last]
    if house.names and _in_style(before, house) == _in_style(after, house):
        return False
    return edit.kind is Class.SENSE or house.quotations is not Strictness.LIGHT or not _light(before, after)


def _in_style(words: Sequence[Word], house: House) -> str:
    """Words, which come in lower case, under the house's forms of names."""
    lower = tuple((c.lower(), tuple(other.lower() for other in others)) for c, others in house.names)
    return House(lower).form(" ".join(w.key for w in words))


def _light(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether nothing but fillers and grammar changes: small words, or another form of the same word."""
    fillers = lexicon("fillers")
    kept = [[stem(w.key) for w in side if is_content(w) and w.key not in fillers] for side in (before, after)]
    return kept[0] == kept[1]
