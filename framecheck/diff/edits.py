"""What was edited in a sentence that two outlets print almost word for word, told by what lies beneath the edit.

In other sentences a word that one outlet alone has proves next to nothing; in a copied one it is what somebody changed, or
forgot to change. Each edit is read once, by the first kind that knows it: words inside quotation marks, numbers, times,
negation, commitment, standing, sources, names, roles. An edit that none of them knows is left to the other comparators.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from framecheck.diff.edited import Edit, Run, edits
from framecheck.diff.quantities import relate
from framecheck.diff.quotation_style import reportable
from framecheck.diff.speakers import different_names
from framecheck.diff.times import DAYS
from framecheck.diff.utterances import Class, edit_kind, is_content, quoted_words
from framecheck.diff.utterances import Edit as Change
from framecheck.facts.gazetteer import key, places, role, titles
from framecheck.lexicons import table
from framecheck.records.alignment import Alignment
from framecheck.records.difference import Difference
from framecheck.records.document import Attribution, Cue, Document, Quantity, Time, Token
from framecheck.text import Span

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_STEP = 0.2  # strengths nearer than this say the same
_FIRM = ("modal", "hedge", "allegation", "plan", "future")
_GONE = ("former", "ousted", "then")
_SPEAKS_ON = 3  # sentences over which a quotation goes on without its speaker being told again
_CUT = 2  # words more on one side from which a quotation was cut, not changed
_NAME_LETTERS = 4  # letters from which a name that differs by one or two is the same name

Fact = TypeVar("Fact", Quantity, Time)
Read = tuple[Difference, ...] | None  # None: another kind may know the edit; empty: known to be no divergence


def compare(alignment: Alignment) -> Iterator[Difference]:
    """The edits of copied sentences as differences."""
    for edit in edits(alignment):
        for read in _READERS:
            found = read(edit)
            if found is not None:
                yield from found
                break


def _style(edit: Edit) -> Read:
    """The same title, name or place written in another way: "Sen." and "Senator"."""
    a, b = (run.tokens for run in edit.sides)
    alike = len(a) == len(b) and all(
        key(x.text) == key(y.text) or (_meaning(x) and _meaning(x) == _meaning(y)) or _place_name(x) == _place_name(y)
        for x, y in zip(a, b, strict=True)
    )
    house = edit.a.document.house
    alike = alike or bool(house.names and house.form(_published(edit.a)) == house.form(_published(edit.b)))
    return () if alike else None


def _published(run: Run) -> str:
    return run.document.words(run.span)


def _quotation(edit: Edit) -> Read:
    """Words inside quotation marks; what was cut at either end of a quotation is for ``cuts``."""
    if not all(_inside(run) for run in edit.sides):
        return None
    if _at_an_end(edit) and abs(len(edit.a.tokens) - len(edit.b.tokens)) > _CUT:
        return ()
    a, b = (quoted_words(run.document.article.plain, run.span) for run in edit.sides)
    kind = edit_kind(a, b)
    if not reportable(Change(0, len(a), 0, len(b), kind), a, b, edit.a.document.house):
        return ()
    light = float(not any(is_content(w) for w in (*a, *b)))
    if edit.one_sided and light and kind is not Class.SENSE:
        return ()
    spans = [(run, run.widened(0, 1) if run.tokens else run.widened()) for run in edit.sides]
    return (edit.difference("quotation", "altered", spans, {"light": light}, detail=str(kind)),)


def _inside(run: Run) -> bool:
    """Whether the words, or the place without any, stand between words of one quotation."""
    tokens = run.document.tokens
    if not run.tokens and not 0 < run.first < len(tokens):  # before or behind all words
        return False
    at = run.span if run.tokens else Span(tokens[run.first - 1].end, tokens[run.first].start)
    return any(q.span.start <= at.start and at.end <= q.span.end for q in run.document.quotations)


def _at_an_end(edit: Edit) -> bool:
    """Whether a quotation begins or ends with the edit."""
    return any(
        not any(t.text[0].isalnum() for t in run.document.tokens[first:last])
        for run in edit.sides
        for q in run.document.quotations
        if q.span.start <= run.span.start and run.span.end <= q.span.end
        for first, last in (
            (_token_at(run, q.span.start), run.first),
            (run.last, _token_at(run, q.span.end)),
        )
    )


def _token_at(run: Run, offset: int) -> int:
    """The index of the first token at or after *offset*."""
    return bisect_left(run.document.tokens, offset, key=lambda t: t.start)


def _number(edit: Edit) -> Read:
    """A number for a number of the same unit."""
    a, b = (_first(run.document.quantities, run, lambda q: q.number) for run in edit.sides)
    if a is None or b is None or edit.one_sided:
        return None
    if a.unit != b.unit or a.ordinal != b.ordinal:
        return None
    # under the same bound the numbers differ as written: "up to five", "up to six"
    same = a.bound != b.bound or (a.low, a.high) == (b.low, b.high)
    relation = relate(a, b) or ("" if same else "different")
    if not relation:
        return ()
    spans = [(run, q.number) for run, q in zip(edit.sides, (a, b), strict=True)]
    traits = {"exact": float(relation == "different"), "unit": float(bool(a.unit))}
    counted = " ".join(edit.a.document.words(Span(a.number.end, a.span.end)).split())
    return (edit.difference("quantity", relation, spans, traits, detail=counted),)


def _time(edit: Edit) -> Read:
    """A day, month or year for another."""
    a, b = (_first(run.document.times, run, lambda t: t.span) for run in edit.sides)
    if a is None or b is None or edit.one_sided:
        return None
    if a.value == b.value or (a.day and a.day == b.day):
        return ()
    days = a.kind in DAYS, b.kind in DAYS
    if a.kind != b.kind and days != (True, True):
        return (edit.difference("time", "vaguer", [(r, t.span) for r, t in zip(edit.sides, (a, b), strict=True)]),)
    spans = [(run, _narrowed(run, t.span)) for run, t in zip(edit.sides, (a, b), strict=True)]
    return (edit.difference("time", "different", spans, {"verb": 1.0, "day": float(all(days))}),)


def _figure(edit: Edit) -> Read:
    """A year or month used as a modifier ("the 2014 campaign"), or a bare figure that counts nothing."""
    if len(edit.a.tokens) != 1 or len(edit.b.tokens) != 1:
        return None
    spans = [(run, run.span) for run in edit.sides]
    a, b = (run.tokens[0].lower for run in edit.sides)
    kinds = [table("calendar").get(word, ("",))[0] for word in (a, b)]
    if all(map(_YEAR.fullmatch, (a, b))) or kinds in (["month"] * 2, ["weekday"] * 2):
        return (edit.difference("time", "different", spans, {"verb": 1.0, "day": float("weekday" in kinds)}),)
    if a.replace(",", "").isdigit() and b.replace(",", "").isdigit():
        return (edit.difference("quantity", "different", spans, {"exact": 1.0}),)
    return None


def _negation(edit: Edit) -> Read:
    """A negation that one side has, with the same verb or none on both."""
    turned = [[t for t in run.tokens if table("negation").get(t.lower) == ("direct",)] for run in edit.sides]
    if len(turned[0]) % 2 == len(turned[1]) % 2:
        return None
    negated, other = edit.sides if len(turned[0]) % 2 else edit.sides[::-1]
    following = negated.document.tokens[negated.last : negated.last + 1]
    if any(t.lower in ("only", "just", "merely") for t in (*negated.tokens, *following)):
        return None
    rest = negated.content() - {t.stem for side in turned for t in side}
    if not rest <= other.content() or not other.content() <= negated.content():
        return None
    spans = [(run, run.widened()) for run in (other, negated)]
    return (edit.difference("commitment", "negated", spans, {"roles": 1.0, "negation": 1.0}),)


def _commitment(edit: Edit) -> Read:
    """A modal, hedge, allegation or plan that one side has, or a weaker for a firmer one."""
    cues = [_cues(run) for run in edit.sides]
    if not any(cues) or all(any(run.span.overlap(t.cue) for t in run.document.attributions) for run in edit.sides):
        return None  # reporting verbs are compared with their sources
    strengths = [min((c.strength for c in side), default=1.0) for side in cues]
    a, b = (
        run.content() - {t.stem for c in side for t in run.tokens if c.span.overlap(Span(t.start, t.end))}
        for run, side in zip(edit.sides, cues, strict=True)
    )
    if abs(strengths[0] - strengths[1]) < _STEP or not (a <= b or b <= a) or len(a ^ b) > 1:
        return None
    firm, weak = edit.sides if strengths[0] > strengths[1] else edit.sides[::-1]
    spans = [(run, run.widened(0, 1)) for run in (firm, weak)]
    traits = {"step": abs(strengths[0] - strengths[1]), "roles": 1.0, "ordered": 1.0}
    traits |= dict.fromkeys((c.kind for side in cues for c in side), 1.0)
    return (edit.difference("commitment", "hedged-same", spans, traits),)


def _cues(run: Run) -> list[Cue]:
    return [c for c in run.document.cues if c.kind in _FIRM and run.tokens and run.span.holds(c.span)]


def _standing(edit: Edit) -> Read:
    """ "former" and the like, there or not before the same noun."""
    told = [[table("status")[t.lower][0] for t in run.tokens if t.lower in table("status")] for run in edit.sides]
    if bool(told[0]) == bool(told[1]) or any(run.content() - set(table("status")) for run in edit.sides):
        return None
    marked, bare = edit.sides if told[0] else edit.sides[::-1]
    after = marked.document.tokens[marked.last : marked.last + 1]
    if not after or not after[0].tag.startswith(("NN", "JJ")):
        return None
    status = (told[0] or told[1])[0]
    if status not in _GONE:
        return ()
    spans = [(marked, marked.widened(0, 1)), (bare, bare.widened(0, 1))]
    return (edit.difference("referent", "status", spans, {"sitting": 1.0}, detail=f"“{_noun(bare)}”"),)


def _noun(run: Run) -> str:
    return " ".join(run.document.words(run.widened(0, 2)).split())


def _source(edit: Edit) -> Read:
    """A source that one side leaves out, or another source."""
    a, b = (_attribution(run) for run in edit.sides)
    if edit.one_sided:
        told, bare = edit.ordered()
        found = a or b
        if found is None or found.source is None or not _whole(told, found) or _credits(bare.document, bare, found):
            return None
        return (edit.difference("source", "dropped", [(told, _trimmed(told))], missing=True),)
    if a is None or b is None or not a.source or not b.source:
        return None
    if not all(run.span.overlap(t.source) for run, t in zip(edit.sides, (a, b), strict=True) if t.source):
        return None
    if not different_names(a.source_name, b.source_name):
        return None
    relation = ("quotation", "speaker") if a.direct and b.direct else ("source", "other")
    return (edit.difference(*relation, [(edit.a, edit.a.span), (edit.b, edit.b.span)]),)


def _attribution(run: Run) -> Attribution | None:
    near = [t for t in run.document.attributions if t.sentence == run.ref.sentence and run.tokens]
    return next((t for t in near if run.span.overlap(t.source or t.cue)), None)


def _whole(run: Run, told: Attribution) -> bool:
    """Whether the words hold the cue and the source, and the content stands outside them."""
    inside = run.span.holds(told.cue) and (told.source is None or run.span.holds(told.source))
    return inside and run.span.overlap(told.content) <= 0.5 * (told.content.end - told.content.start)


def _credits(document: Document, run: Run, told: Attribution) -> bool:
    """Whether the side without those words has a source for the sentence all the same, or has named this one just before."""
    at, sentence = run.ref.sentence, document.sentences[run.ref.sentence].span
    for other in document.attributions:
        if different_names(other.source_name, told.source_name):
            continue
        far = abs(other.sentence - at)
        known = other.sentence in (at - 1, at)  # a source told after the statement is that of another statement
        if known and (other.source_head, other.source_name) == (told.source_head, told.source_name):
            return True
        if other.content.overlap(sentence) and (other.direct or far):
            return True
        if told.direct and far <= _SPEAKS_ON:  # who is quoted is told once
            return True
    return False


def _trimmed(run: Run) -> Span:
    """The words without marks at their ends."""
    tokens = [t for t in run.tokens if t.text[0].isalnum()]
    return Span(tokens[0].start, tokens[-1].end)


def _name(edit: Edit) -> Read:
    """A name spelled otherwise, or another name."""
    a, b = (run.tokens for run in edit.sides)
    if not _capitals(edit) or len(a) != len(b):
        return None
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if key(x.text) != key(y.text)]
    if not all(_same_letters(x.lower, y.lower) for x, y in pairs):
        return None
    spans = [(run, Span(side[0].start, side[-1].end)) for run, side in zip(edit.sides, (a, b), strict=True)]
    return (edit.difference("referent", "misspelled", spans),)


def _other_name(edit: Edit) -> Read:
    """Another name altogether, of as many words."""
    a, b = (run.tokens for run in edit.sides)
    if not _capitals(edit) or len(a) != len(b) or any(t.text in titles() or role(t.lower) for t in (*a, *b)):
        return None
    if any(len(t.text) < _NAME_LETTERS for t in (*a, *b)) or any(map(_title_case, edit.sides)):
        return None
    return (edit.difference("referent", "other-name", [(run, run.span) for run in edit.sides]),)


def _capitals(edit: Edit) -> bool:
    """Whether all words are capitalised, and not only because a sentence begins with them."""
    tokens = (*edit.a.tokens, *edit.b.tokens)
    if not all(t.text[0].isupper() and t.text.replace("-", "").isalpha() for t in tokens):
        return False
    inside = all(run.first > run.document.sentences[run.ref.sentence].first for run in edit.sides)
    return inside or any(t.tag.startswith("NNP") for t in tokens)


def _title_case(run: Run) -> bool:
    """Whether the sentence capitalises most words, as headlines do: there a capital makes no name."""
    long = [t for t in run.document.tokens_of(run.document.sentences[run.ref.sentence]) if len(t.text) >= _NAME_LETTERS]
    return 2 * sum(t.text[0].isupper() for t in long) > len(long)


def _place_name(token: Token) -> str:
    found = places().get(key(token.text))
    return found.name if found and found.form != "people" else token.text


def _same_letters(a: str, b: str) -> bool:
    from rapidfuzz.distance import OSA

    if min(len(a), len(b)) < _NAME_LETTERS:
        return a == b
    return a == b or OSA.distance(a, b, score_cutoff=2) <= (2 if min(len(a), len(b)) > 6 else 1)


def _role(edit: Edit) -> Read:
    """Another role or title for the same person."""
    roles = [[_meaning(t) for t in run.tokens] for run in edit.sides]
    if not all(any(side) for side in roles):
        return None
    if {*roles[0]} - {""} == {*roles[1]} - {""}:
        return ()
    spans = [(run, run.span) for run in edit.sides]
    return (edit.difference("referent", "retitled", spans, {"coloured": 0.0}, detail=""),)


def _meaning(token: Token) -> str:
    """What a title or role noun stands for, "" for any other word."""
    if token.text in titles():
        return titles()[token.text][0]
    found = role(token.lower) if token.tag.startswith("NN") else None
    return found.meaning if found and found.kind != "kin" else ""


def _first(facts: tuple[Fact, ...], run: Run, span: Callable[[Fact], Span]) -> Fact | None:
    here = (f for f in facts if f.sentence == run.ref.sentence)
    return next((f for f in here if run.span.overlap(span(f))), None)


def _narrowed(run: Run, span: Span) -> Span:
    """The part of *span* that was edited."""
    return Span(max(span.start, run.span.start), min(span.end, run.span.end))


_READERS: Final = (
    _style,
    _quotation,
    _number,
    _time,
    _figure,
    _name,
    _negation,
    _source,
    _commitment,
    _standing,
    _role,
    _other_name,
)
