"""What the rules give and every renderer takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from framecheck.records.alignment import Alignment
from framecheck.records.article import Notice
from framecheck.text import Span


class Severity(StrEnum):
    """error: both cannot be right as stated; warning: an editor should see it; note: style."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the most severe."""
        return list(Severity).index(self)


class Category(StrEnum):
    """The fixed categories of the output contract."""

    COUNT = "count"
    NAMING = "naming"
    STATUS = "status"
    ANONYMISATION = "anonymisation"
    PLACE_NAME = "place_name"
    QUOTE = "quote"
    QUOTE_VS_PARAPHRASE = "quote_vs_paraphrase"
    ATTRIBUTION = "attribution"
    ATTRIBUTION_VERB = "attribution_verb"
    CERTAINTY = "certainty"
    POLARITY = "polarity"
    SCOPE = "scope"
    DATE_TIME = "date_time"
    LOADED = "loaded"
    AGENCY = "agency"
    CAUSATION = "causation"
    OMISSION = "omission"
    ADDITION = "addition"


class Role(StrEnum):
    """What a side is in its finding."""

    VARIANT = "variant"
    MISSING = "missing"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Side:
    """Words of one outlet. ``document`` indexes ``Story.documents``; ``variant`` counts the finding's variants from 0 (-1
    for missing and context sides); ``span`` and ``sentence`` are ``None`` only for a missing side without an anchor."""

    document: int
    role: Role
    variant: int
    span: Span | None
    sentence: Span | None


class SuppressionKind(StrEnum):
    """Where somebody said that a finding is known."""

    INLINE = "inline"  # in the article itself
    BASELINE = "baseline"  # in the baseline file
    CONFIG = "config"  # in the configuration: ignored for this file


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count: it is still in machine formats, marked, but fails nothing. ``place`` is a path, with
    ``:line`` where known."""

    kind: SuppressionKind
    reason: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A divergence for an editor: who says what. ``sides[0]`` is the side to look at first; ``score`` is the estimated
    probability that an editor would call this a divergence of this category; ``fingerprint`` survives edits elsewhere."""

    code: str
    name: str
    category: Category
    severity: Severity
    message: str
    score: float
    fingerprint: str
    sides: tuple[Side, ...]
    suppression: Suppression | None = None

    @property
    def suppressed(self) -> bool:
        """Whether somebody said that this finding is known."""
        return self.suppression is not None


@dataclass(frozen=True, slots=True)
class Report:
    """What one story gave: the aligned story, the findings in order, what could not be judged. ``hidden`` counts findings
    below the least score; ``draft`` is the document that is checked against the others (``None``: all are equal)."""

    alignment: Alignment
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...] = ()
    hidden: int = 0
    draft: int | None = None
