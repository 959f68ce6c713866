"""What one article says: sentences, tokens and the facts found in them.

Every fact carries the span of its words and the index of its sentence; indexes are positions in the tuples of the same
``Document``. Extractors that need one another's results take them as arguments, never by reading the text again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from framecheck.records.article import Article, BlockKind
from framecheck.records.house import House
from framecheck.text import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. ``text`` is folded, ``tag`` a Penn tag, ``stem`` the lower-case Snowball stem. ``head`` is the index
    in ``Document.tokens`` of the word it depends on (-1: the sentence's root) and ``relation`` the Universal Dependencies
    relation to it ("nsubj", "obj", "aux:pass" …); ``lower`` is ``text`` in lower case."""

    start: int
    end: int
    text: str
    tag: str
    stem: str
    head: int = -1
    relation: str = ""
    lower: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower())


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``first``/``last`` bound its tokens (half-open) in ``Document.tokens``; ``block`` indexes
    ``Article.blocks``, ``paragraph`` counts blocks that are told."""

    index: int
    span: Span
    kind: BlockKind
    block: int
    paragraph: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """A base phrase: ``kind`` is ``"NP"``, ``"VP"`` or ``"PP"``; ``first``/``last`` bound its tokens, ``head`` is the
    index of its head token."""

    kind: str
    sentence: int
    first: int
    last: int
    head: int


class Naming(StrEnum):
    """How a mention names its referent."""

    NAME = "name"  # "Julie Smith", "NATO", "Kyiv"
    TITLED = "titled"  # "US President Donald Trump"
    ROLE = "role"  # "the former US president"
    GROUP = "group"  # "NATO officials", "Five of the officials"
    LABEL = "label"  # any other noun phrase that stands for a person, body or thing
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to someone or something.

    ``span`` is the whole noun phrase, ``name`` the folded proper name inside it (``""`` if none), ``roles`` the stems of
    its role nouns, ``modifiers`` the lower-case words of nationality, body or kind around them, ``status`` one of
    ``""``, ``"former"``, ``"current"``, ``"future"``, ``"acting"``, ``"then"``, ``"ousted"``, ``"alleged"``;
    ``entity`` is the index of the within-document entity, or -1.
    """

    span: Span
    sentence: int
    naming: Naming
    kind: str  # person | place | body | group | thing
    head: str
    name: str = ""
    roles: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    status: str = ""
    plural: bool = False
    definite: bool = False
    entity: int = -1


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words. ``span`` is what stands inside the marks, ``marks`` includes them; ``scare`` is true for a few
    words set in marks inside the narrator's sentence; ``source`` indexes ``Document.attributions`` (-1: none);
    ``block`` marks quoted paragraphs without closing marks."""

    span: Span
    marks: Span
    sentence: int
    last_sentence: int
    scare: bool
    source: int = -1
    block: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words a stretch of text is.

    ``cue`` is the reporting verb or preposition ("said", "according to"), ``cue_stem`` its stem, ``source`` the span of
    the source's noun phrase (``None``: hidden, as in "it was reported"), ``source_name`` the folded proper name,
    ``named`` whether a person or body is named, ``count`` how many sources (0: not said, 1, 2 for "several"…),
    ``content`` the span of what is attributed, ``carried`` whether the source was carried over from an earlier
    sentence ("She added"), ``channel`` how the words came ("in a statement", "to POLITICO").
    """

    sentence: int
    cue: Span
    cue_stem: str
    source: Span | None
    source_head: str
    source_name: str
    named: bool
    content: Span
    direct: bool
    count: int = 0
    carried: bool = False
    channel: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts.

    ``low``/``high`` bound the value in base units (5 → 5, 5; "more than 900" → 900, inf), ``bound`` the words that say
    so, ``unit`` ``""``, ``"$"``, ``"%"``, ``"year"`` …, ``counted`` the stem of the head noun counted and
    ``qualifiers`` the stems of its modifiers; ``partial`` for "five of the officials"; ``ordinal`` for "third".
    ``number`` is the span of the number alone, ``span`` the phrase with the noun counted.
    """

    span: Span
    number: Span
    sentence: int
    low: float
    high: float
    bound: str
    unit: str
    counted: str
    qualifiers: tuple[str, ...] = ()
    partial: bool = False
    ordinal: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: a day resolved by the publication date where possible, or a duration in days."""

    span: Span
    sentence: int
    kind: str  # weekday | date | month | year | duration | relative
    value: str  # normalised: "monday", "03-05", "2025", "4 day"
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that changes commitment: ``kind`` is ``"modal"``, ``"hedge"``, ``"belief"``, ``"condition"``, ``"negation"``,
    ``"allegation"``, ``"plan"``, ``"future"``; ``strength`` 0 (ruled out) to 1 (stated as fact); ``governs`` the stem of the
    verb or noun it governs and ``scope`` the span from the cue to the end of that word."""

    span: Span
    sentence: int
    kind: str
    strength: float
    governs: str
    scope: Span


@dataclass(frozen=True, slots=True)
class Proposition:
    """A predicate with its arguments: stems of their heads, ``""`` where absent; spans for evidence.

    ``predicate`` is the stem of the verb with its particle ("cut off"), or of the noun or adjective after a copula.
    ``verb``, ``subject_token`` and ``object_token`` index ``Document.tokens`` (-1: none), ``clause`` is the smallest clause
    around the verb, ``borrowed`` says that the subject stands with another verb ("He came and saw").
    """

    sentence: int
    predicate: str
    span: Span  # the verb group
    subject: Span | None
    subject_head: str
    object: Span | None
    object_head: str
    passive: bool
    agent: Span | None  # the by-phrase of a passive
    negated: bool
    strength: float  # 1 stated as fact … 0 ruled out
    verb: int = -1
    subject_token: int = -1
    object_token: int = -1
    clause: Span | None = None
    copular: bool = False
    borrowed: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One article with everything found in it; ``house`` is the style that it is read in."""

    article: Article
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    chunks: tuple[Chunk, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    cues: tuple[Cue, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    house: House = field(default_factory=House)

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence, in order."""
        return self.tokens[sentence.first : sentence.last]

    def words(self, span: Span) -> str:
        """The words at *span*, as published."""
        return span.of(self.article.text)
