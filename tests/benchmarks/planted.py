"""Find what was changed: ``python tests/benchmarks/planted.py [--kinds KIND…] [--sets SET…] [--held] [--others] [--check]
[--show]``.

A seeded program copies an article, changes one thing in the copy (a count, a date, a title, a word inside a quotation, a
dropped "may", a dropped source, the spelling of a name …) and compares the copy with the original, or with ``--others`` with
the rest of its story too; with ``--check`` the copy is a draft and the others are its wires. A change counts as found when
a finding points at it, word for word as ``../shared/score/score.py`` asks, under a category that fits; ``stray`` counts findings
that point elsewhere (copy and original alone). The untouched copy of every article must give no finding. The articles are the
seeds and, where they lie there, those of ``../shared/gold``.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from framecheck.align import align
from framecheck.diff import compare
from framecheck.drafts.judging import judge_draft
from framecheck.drafts.unsupported import unsupported
from framecheck.facts import analyse
from framecheck.link import link
from framecheck.readers.text_file import read_text
from framecheck.records.article import Article
from framecheck.records.document import Document
from framecheck.records.finding import Finding, Role
from framecheck.rules.engine import MIN_SCORE, judge
from framecheck.text import Span, fold

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"
HELD = ("dev-trade", "dev-orlando", "dev-mueller")
SEED = 20


@dataclass(frozen=True, slots=True)
class Change:
    """``span`` of the original becomes ``new``; all other places where a name is respelt follow in ``also``."""

    span: Span
    new: str
    also: tuple[Span, ...] = ()

    def apply(self, text: str) -> tuple[str, tuple[Span, ...]]:
        """The changed text and where in it the change stands."""
        parts, places, at, size = [], [], 0, 0
        for span in sorted((self.span, *self.also)):
            parts += [text[at : span.start], self.new]
            size += span.start - at
            places.append(Span(size, size + len(self.new)))
            size += len(self.new)
            at = span.end
        return "".join((*parts, text[at:])), tuple(places)


# fmt: off
_WORDS: Final = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens", "hundreds",
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
)
_TITLES: Final = (
    "president", "governor", "senator", "congressman", "congresswoman", "secretary", "minister", "director", "spokesman",
    "spokeswoman", "chairman", "ambassador", "mayor", "judge", "attorney", "lawyer", "general", "professor", "analyst",
    "adviser", "deputy",
)
# fmt: on
_SURNAMES: Final = ("Weston", "Harlow", "Marden", "Kessler", "Dahl", "Okafor")
_QUOTED: Final = re.compile(r"[“\"]([^“”\"\n]{25,400})[”\"]")
_MODALS: Final = re.compile(r"\b(may|might|could)(?= (?!\d|not\b)[a-z]+)")
_HEDGES: Final = re.compile(r"(?<= )(?:allegedly|reportedly|possibly|probably|likely|apparently|perhaps) ")
_AUXILIARIES: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|should|did|does|do)(?= [a-z]+)"
)
_NEGATIONS: Final = re.compile(r"(?<= )not |(?<= )never ")
_SOURCES: Final = (
    re.compile(r",? according to [^,.;\n“”\"]{3,60}(?=[,.])"),
    re.compile(r", (?:the )?[A-Z][\w.’' -]{2,40} (?:said|told reporters|added|wrote|noted)(?: (?:on )?[A-Z]\w+day)?(?=\.)"),
    re.compile(r", (?:he|she|they|officials|police|prosecutors) (?:said|added|told reporters)(?: (?:on )?[A-Z]\w+day)?(?=\.)"),
)  # fmt: skip
_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b")


def _count(text: str, rng: random.Random) -> Iterator[Change]:
    months = "|".join([*_MONTHS, "May"])
    for m in re.finditer(
        rf"(?<![\w.,$-])(?:{'|'.join(_WORDS)}|\d{{1,3}}(?:,\d{{3}})*)(?= [a-z]{{3,}})(?<!\bone)", text
    ):
        if not re.search(rf"(?:{months})\.? $", text[max(m.start() - 12, 0) : m.start()]):
            yield Change(Span(*m.span()), _other_number(m.group(), rng))


def _share(text: str, rng: random.Random) -> Iterator[Change]:
    for m in re.finditer(r"\b\d{1,3}(?:\.\d+)?(?=\s?(?:percent|per cent|%))", text):
        yield Change(Span(*m.span()), _other_number(m.group(), rng))


def _money(text: str, rng: random.Random) -> Iterator[Change]:
    for m in re.finditer(r"(?<=\$)\d[\d,]*(?:\.\d+)?(?![\d,.]*\d)", text):
        yield Change(Span(*m.span()), _other_number(m.group(), rng))


def _other_number(number: str, rng: random.Random) -> str:
    if number in _WORDS:
        return rng.choice([w for w in _WORDS[:-2] if w != number])
    value = float(number.replace(",", ""))
    other = max(2, round(value * rng.choice((0.5, 0.7, 1.5, 2, 3))))
    return f"{other + (other == value):,}"


def _weekday(text: str, rng: random.Random) -> Iterator[Change]:
    yield from _swapped(text, _DAYS, rng)


def _month(text: str, rng: random.Random) -> Iterator[Change]:
    yield from _swapped(text, _MONTHS, rng)


def _year(text: str, rng: random.Random) -> Iterator[Change]:
    for m in re.finditer(r"(?<=[a-z] )(?:19|20)\d\d\b(?![-\w])", text):
        yield Change(Span(*m.span()), str(int(m.group()) + rng.choice((-3, -2, -1, 1))))


def _title(text: str, rng: random.Random) -> Iterator[Change]:
    both = [*_TITLES, *(t.capitalize() for t in _TITLES)]
    yield from _swapped(text, both, rng, case=True)


def _former(text: str, rng: random.Random) -> Iterator[Change]:
    del rng
    for m in re.finditer(r"\bformer (?=\w)", text):
        yield Change(Span(*m.span()), "")


def _swapped(text: str, words: Sequence[str], rng: random.Random, case: bool = False) -> Iterator[Change]:
    for m in re.finditer(rf"\b(?:{'|'.join(words)})\b", text):
        same = [w for w in words if w != m.group() and (not case or w[0].isupper() == m.group()[0].isupper())]
        yield Change(Span(*m.span()), rng.choice(same))


def _quoted(text: str, rng: random.Random) -> Iterator[Change]:
    ends = ("ing", "ed", "ly", "s", "")
    known = sorted(set(re.findall(r"(?<= )[a-z]{5,}", text)))
    for quoted in _QUOTED.finditer(text):
        inside = list(re.finditer(r"(?<= )[a-z]{5,}", quoted.group(1)))
        if inside:
            m = rng.choice(inside)
            ending = next(e for e in ends if m.group().endswith(e))
            like = [w for w in known if w != m.group() and next(e for e in ends if w.endswith(e)) == ending]
            if like:
                start = quoted.start(1) + m.start()
                yield Change(Span(start, start + len(m.group())), rng.choice(like))


def _modal(text: str, rng: random.Random) -> Iterator[Change]:
    del rng
    for m in _MODALS.finditer(text):
        yield Change(Span(*m.span()), "will")


def _hedge(text: str, rng: random.Random) -> Iterator[Change]:
    del rng
    for m in _HEDGES.finditer(text):
        yield Change(Span(*m.span()), "")


def _negation(text: str, rng: random.Random) -> Iterator[Change]:
    if rng.random() < 0.5:
        for m in _NEGATIONS.finditer(text):
            yield Change(Span(*m.span()), "")
    for m in _AUXILIARIES.finditer(text):
        yield Change(Span(m.end(), m.end()), " not")


def _source(text: str, rng: random.Random) -> Iterator[Change]:
    del rng
    for pattern in _SOURCES:
        for m in pattern.finditer(text):
            yield Change(Span(*m.span()), "")


def _names(text: str) -> Counter[str]:
    return Counter(m.group() for m in _NAME.finditer(text) if m.group() not in (*_DAYS, *_MONTHS))


def _respelt(name: str, rng: random.Random) -> str:
    """*name* with a letter doubled, dropped or replaced."""
    at = rng.randrange(1, len(name) - 1)
    before, letter, after = name[:at], name[at], name[at + 1 :]
    return before + rng.choice((letter * 2, "", rng.choice("aeiour"))) + after


def _spelling(text: str, rng: random.Random) -> Iterator[Change]:
    for name in _names(text):
        new = _respelt(name, rng)
        spans = [Span(*m.span()) for m in re.finditer(rf"\b{name}\b", text)]
        if new != name:
            yield Change(spans[0], new, tuple(spans[1:]))


def _once(text: str, rng: random.Random) -> Iterator[Change]:
    for m in _NAME.finditer(text):
        new = _respelt(m.group(), rng)
        if m.group() not in (*_DAYS, *_MONTHS) and new != m.group():
            yield Change(Span(*m.span()), new)


def _speaker(text: str, rng: random.Random) -> Iterator[Change]:
    for m in re.finditer(
        r"[”\"] ([A-Z][a-z]{3,}) (?:said|told|added|wrote)\b|[”\"] (?:said|added) ([A-Z][a-z]{3,})\b", text
    ):
        group = 1 if m.group(1) else 2
        yield Change(Span(*m.span(group)), rng.choice(_SURNAMES))


Planter = Callable[[str, random.Random], Iterator[Change]]
KINDS: Final[dict[str, tuple[Planter, frozenset[str]]]] = {
    "count": (_count, frozenset(("count", "scope", "date_time"))),
    "share": (_share, frozenset(("count", "scope"))),
    "money": (_money, frozenset(("count", "scope"))),
    "weekday": (_weekday, frozenset(("date_time",))),
    "month": (_month, frozenset(("date_time",))),
    "year": (_year, frozenset(("date_time", "count"))),
    "title": (_title, frozenset(("naming", "status", "attribution", "anonymisation"))),
    "former": (_former, frozenset(("naming", "status"))),
    "quoted": (_quoted, frozenset(("quote", "quote_vs_paraphrase"))),
    "modal": (_modal, frozenset(("certainty", "polarity"))),
    "hedge": (_hedge, frozenset(("certainty", "polarity", "attribution"))),
    "negation": (_negation, frozenset(("polarity", "certainty"))),
    "source": (_source, frozenset(("attribution", "anonymisation"))),
    "spelling": (_spelling, frozenset(("naming", "place_name"))),
    "once": (_once, frozenset(("naming", "place_name"))),
    "speaker": (_speaker, frozenset(("attribution", "naming", "anonymisation"))),
}


def planted(kind: str, text: str, rng: random.Random, most: int) -> Iterator[Change]:
    """Up to *most* changes of *kind* in told text, in random order. A change inside quotation marks fits ``quoted``."""
    changes = list(KINDS[kind][0](text, rng))
    rng.shuffle(changes)
    yield from islice(changes, most)


def read(text: str, name: str) -> Article | None:
    """The article that *text* is, as outlet *name*."""
    found = next((item for item in read_text(text, f"{name}.txt") if isinstance(item, Article)), None)
    return found and replace(found, id=name, outlet=name)


def findings(documents: Sequence[Document], check: bool = False) -> list[Finding]:
    """The findings of these documents at the default cut; *check*: of the first of them, as a draft, against the others."""
    alignment = align(link("planted", tuple(documents)))
    if not check:
        return judge(alignment.story, compare(alignment))
    told = [f for f in judge_draft(alignment, 0, compare(alignment)) if f.score >= MIN_SCORE]
    return [*told, *judge_draft(alignment, 0, unsupported(alignment, 0, told))]


def touches(span: Span, place: Span) -> bool:
    """Whether *span* points at *place*, as the scoring script asks; for an empty place, whether it reaches it and is short."""
    if place.start == place.end:
        return span.start <= place.start <= span.end and span.end - span.start <= 60
    shared = span.overlap(place)
    union = max(span.end, place.end) - min(span.start, place.start)
    return shared > 0 and (shared >= 0.5 * (span.end - span.start) or shared >= 0.2 * union)


def points(finding: Finding, change: Change, places: Sequence[Span], copy: int = 0, original: int = 1) -> bool:
    """Whether *finding* has sides at the change in the copy and in the original, or at its words in one where the other has
    none."""
    sides = [(s.document, s.span) for s in finding.sides if s.role is not Role.MISSING and s.span]
    there = any(d == copy and touches(s, p) for d, s in sides for p in places)
    here = any(d == original and touches(s, p) for d, s in sides for p in (change.span, *change.also))
    return (there or not change.new) and (here or change.span.start == change.span.end)


def told(document: Document, span: Span) -> bool:
    """Whether *span* lies in a sentence that is compared."""
    return any(s.span.start <= span.start and span.end <= s.span.end for s in document.sentences)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinds", nargs="*", choices=KINDS, default=list(KINDS))
    parser.add_argument("--sets", nargs="*", help="folders of ../shared/gold, or 'seeds'")
    parser.add_argument("--held", action="store_true", help="the sets left unread too")
    parser.add_argument("--others", action="store_true", help="compare with the other outlets of the story too")
    parser.add_argument("--check", action="store_true", help="the copy is a draft that is checked against the others")
    parser.add_argument("--most", type=int, default=2, help="changes of a kind in an article")
    parser.add_argument("--show", action="store_true", help="list the changes that were not found")
    options = parser.parse_args()
    folders = [ROOT / "seeds"]
    if GOLD.is_dir():
        folders += [p for p in sorted(GOLD.iterdir()) if p.name != "seeds" and (options.held or p.name not in HELD)]
    if options.sets is not None:
        folders = [p for p in folders if p.name in options.sets]
    tally: Counter[tuple[str, str]] = Counter()
    for folder in folders:
        _score_set(folder, options, tally)
    print(f"{'kind':10}{'planted':>9}{'found':>7}{'rate':>7}{'any cat.':>10}{'errors':>8}{'stray':>7}")
    for kind in options.kinds:
        n, found, place = (tally[kind, c] for c in ("planted", "found", "place"))
        rate = found / max(n, 1)
        print(
            f"{kind:10}{n:>9}{found:>7}{rate:>7.2f}{place / max(n, 1):>10.2f}{tally[kind, 'error']:>8}{tally[kind, 'stray']:>7}"
        )
    print(f"untouched copies: {tally['untouched', 'copies']}, findings in them: {tally['untouched', 'findings']}")


def _score_set(folder: Path, options: argparse.Namespace, tally: Counter[tuple[str, str]]) -> None:
    originals = [read(p.read_text("utf-8"), p.stem) for p in sorted(folder.glob("*.txt"))]
    documents = [analyse(article) for article in originals if article]
    for number, document in enumerate(documents):
        rest = [d for i, d in enumerate(documents) if i != number] if options.others else []
        same = analyse(replace(document.article, id="copy", outlet="copy"))
        tally["untouched", "copies"] += 1
        tally["untouched", "findings"] += len(findings([same, document], options.check))
        text = document.article.text
        for kind in options.kinds:
            # the program is seeded by the article and the kind, so that a kind can be run alone
            rng = random.Random(f"{SEED} {folder.name} {number} {kind}")
            changes = [c for c in planted(kind, text, rng, 4 * options.most) if told(document, c.span)]
            for change in changes[: options.most]:
                _score_change(kind, change, document, rest, options, tally)


def _score_change(
    kind: str,
    change: Change,
    document: Document,
    rest: Sequence[Document],
    options: argparse.Namespace,
    tally: Counter[tuple[str, str]],
) -> None:
    text, places = change.apply(document.article.text)
    article = read(text, "copy")
    if article is None:
        return
    found = findings([analyse(article), document, *rest], options.check)
    at = [f for f in found if points(f, change, places)]
    fit = KINDS[kind][1] | (KINDS["quoted"][1] if _in_quotation(document, change.span) else frozenset())
    right = [f for f in at if f.category in fit]
    tally[kind, "planted"] += 1
    tally[kind, "found"] += bool(right)
    tally[kind, "place"] += bool(at)
    tally[kind, "error"] += any(f.severity == "error" for f in right)
    if not rest:
        tally[kind, "stray"] += sum(not points(f, change, places) for f in found)
    if options.show and not right:
        start, end = change.span.start, change.span.end
        before, after = document.article.text[max(start - 60, 0) : start], document.article.text[end : end + 60]
        print(f"  {kind}: {fold(before)!r} [{document.article.text[start:end]!r} → {change.new!r}] {fold(after)!r}")
        for finding in found:
            print(f"      {finding.code} {finding.score} {finding.message}")


def _in_quotation(document: Document, span: Span) -> bool:
    return any(q.span.start <= span.start and span.end <= q.span.end for q in document.quotations)


if __name__ == "__main__":
    sys.exit(main())
