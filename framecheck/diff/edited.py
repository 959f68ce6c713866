"""An edit in a copied sentence: the words that one outlet has and those that stand for them in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framecheck.lexicons import words as lexicon
from framecheck.records.alignment import Alignment, Level, SentenceRef
from framecheck.records.difference import Difference, Place, Variant
from framecheck.records.document import Document, Token
from framecheck.text import Span

SCORE = 0.99  # probability that a sentence and its copy make one statement


@dataclass(frozen=True, slots=True)
class Run:
    """The tokens ``first`` to ``last`` (half-open, of the document) of one side of an edit; there may be none."""

    document: Document
    ref: SentenceRef
    first: int
    last: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens themselves."""
        return self.document.tokens[self.first : self.last]

    @property
    def span(self) -> Span:
        """Where they stand; empty, before the next token, where there are none."""
        tokens = self.document.tokens
        if self.first < self.last:
            return Span(tokens[self.first].start, tokens[self.last - 1].end)
        at = tokens[min(self.first, len(tokens) - 1)].start
        return Span(at, at)

    @property
    def text(self) -> str:
        """The words in lower case."""
        return " ".join(t.lower for t in self.tokens)

    def content(self) -> frozenset[str]:
        """Stems of the words that carry meaning."""
        light = lexicon("light_words") | lexicon("function_words")
        return frozenset(t.stem for t in self.tokens if t.text[0].isalnum() and t.lower not in light)

    def place(self, span: Span) -> Place:
        """Words of the sentence as words to show."""
        sentence = self.document.sentences[self.ref.sentence]
        return Place(self.ref.document, self.ref.sentence, span, sentence.span)

    def widened(self, before: int = 1, after: int = 1) -> Span:
        """The words with so many of their sentence to each side, not over a mark."""
        sentence, tokens = self.document.sentences[self.ref.sentence], self.document.tokens
        first, last = self.first, self.last
        while before and first > sentence.first and tokens[first - 1].text[0].isalnum():
            first, before = first - 1, before - 1
        while after and last < sentence.last and tokens[last].text[0].isalnum():
            last, after = last + 1, after - 1
        return Span(tokens[first].start, tokens[last - 1].end) if first < last else self.span

    def quoted(self) -> bool:
        """Whether the words stand inside quotation marks."""
        return any(q.span.start < self.span.end and self.span.start < q.span.end and q.span.holds(self.span)
                   for q in self.document.quotations)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands in one outlet for what stands in the other."""

    a: Run
    b: Run

    @property
    def sides(self) -> tuple[Run, Run]:
        """Both runs."""
        return self.a, self.b

    def ordered(self) -> tuple[Run, Run]:
        """The run with words first, where the other has none."""
        return (self.a, self.b) if self.a.tokens else (self.b, self.a)

    @property
    def one_sided(self) -> bool:
        """Whether one outlet has words where the other has none."""
        return not (self.a.tokens and self.b.tokens)

    def difference(
        self,
        kind: str,
        relation: str,
        spans: Sequence[tuple[Run, Span]],
        traits: dict[str, float] | None = None,
        *,
        detail: str = "",
        missing: bool = False,
    ) -> Difference:
        """The record of it; *missing*: the side without a span lacks the fact."""
        variants = tuple(
            Variant(" ".join(run.document.words(span).lower().split()), (run.place(span),)) for run, span in spans
        )
        told = {run.ref for run, _ in spans}
        lacking = tuple((r.ref.document, r.ref.sentence) for r in self.sides if missing and r.ref not in told)
        return Difference(
            kind,
            relation,
            variants,
            group=" / ".join(sorted(v.value for v in variants)),
            level=Level.EQUIVALENT,
            pair_score=SCORE,
            quoted=all(run.quoted() for run, _ in spans),
            missing=lacking,
            traits={"copied": 1.0, **(traits or {})},
            detail=detail,
        )


def edits(alignment: Alignment) -> Iterator[Edit]:
    """Every edit of the story that changes more than marks and spaces."""
    documents = alignment.story.documents
    for copy in alignment.copies:
        for a_first, a_last, b_first, b_last in copy.edits:
            a = Run(documents[copy.a.document], copy.a, a_first, a_last)
            b = Run(documents[copy.b.document], copy.b, b_first, b_last)
            if _letters(a) != _letters(b):
                yield Edit(a, b)


def _letters(run: Run) -> str:
    return "".join(c for t in run.tokens for c in t.lower if c.isalnum())
