"""Reporting verbs: which tokens report words or thoughts, and where what they report stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from framecheck.facts.tokens import stem
from framecheck.lexicons import table
from framecheck.records.document import Token
from framecheck.records.house import Words


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """``stance`` is the class of the verb ("neutral", "admission" …), ``objects`` whether a bare noun phrase or infinitive
    can be its content, ``particles`` the words one of which must follow."""

    lemma: str
    stance: str
    objects: bool
    particles: frozenset[str]


# stances of verbs that report a thought or an act rather than words: their subject does not go on speaking
SILENT = frozenset({"belief", "evidence", "announcement", "promise", "denial", "question"})
# whatever the tagger says, these are verbs
_ALWAYS = frozenset({"said", "says", "told", "wrote"})


@cache
def _verbs() -> dict[str, ReportingVerb]:
    found: dict[str, ReportingVerb] = {}
    for lemma, (stance, frame, *forms) in table("reporting_verbs").items():
        particles = frozenset(frame[2:].split(",")) if frame.startswith("p:") else frozenset[str]()
        verb = ReportingVerb(lemma, stance, frame != "c", particles)
        for form in (*_regular(lemma), *" ".join(forms).split()):
            found[stem(form)] = verb
    return found


def _regular(lemma: str) -> tuple[str, ...]:
    """The regular inflections: the stemmer does not bring all of them together ("add", "added")."""
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    return lemma, lemma + "s", lemma + "ed", lemma + "ing"


@cache
def _styled(said: Words) -> dict[str, ReportingVerb]:
    """The lexicon as a house wants it: its own verbs take no side."""
    found = {stem(form): lemma for lemma in said.added | said.removed for form in _regular(lemma)}
    kept = {base: verb for base, verb in _verbs().items() if found.get(base, "") not in said.removed}
    own = {base: lemma for base, lemma in found.items() if lemma in said.added}
    return kept | {b: replace(kept[b], stance="neutral") if b in kept else _plain(lemma) for b, lemma in own.items()}


def _plain(lemma: str) -> ReportingVerb:
    return ReportingVerb(lemma, "neutral", False, frozenset())


def reporting_verb(token: Token, said: Words) -> ReportingVerb | None:
    """The entry of a verb token in the lexicon with what a house changes in it, ``None`` for any other token."""
    if token.tag.startswith("VB") or token.lower in _ALWAYS:
        return _styled(said).get(token.stem)
    return None


def stance(cue_stem: str, said: Words) -> str:
    """The stance of a cue by its lemma's stem; ``"neutral"`` for prepositions and unknown cues."""
    verb = _styled(said).get(cue_stem)
    return verb.stance if verb else "neutral"


_AUXILIARY = frozenset(
    {"have", "has", "had", "having", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did"}
    | {"'s", "'ve", "'d", "'re", "will", "would", "can", "could", "may", "might", "must", "should", "shall"}
)


def group_start(tokens: Sequence[Token], first: int, verb: int) -> int:
    """Where the verb group of *verb* begins: "has also | said"."""
    start = verb
    while start > first and (
        tokens[start - 1].lower in _AUXILIARY or tokens[start - 1].tag.startswith("RB") or tokens[start - 1].tag == "MD"
    ):
        start -= 1
    return start


def is_passive(tokens: Sequence[Token], start: int, verb: int) -> bool:
    """Whether the verb group from *start* to *verb* is a passive."""
    if tokens[verb].tag not in ("VBN", "VBD"):
        return False
    return any(t.lower in {"is", "are", "was", "were", "be", "been", "being", "'s", "'re"} for t in tokens[start:verb])
