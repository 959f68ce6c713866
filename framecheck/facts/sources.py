"""The noun phrase of a source: its words, its name, how many it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from framecheck.facts.nouns import noun_phrases
from framecheck.lexicons import table, words
from framecheck.records.document import Chunk, Document, Sentence, Token
from framecheck.text import Span

_APPOSITION = 14  # tokens: longer insertions are left out of a source's span
_INSERTION = 20  # tokens between brackets or dashes
_DASHES = frozenset({"\u2014", "--", "-"})
_WH = frozenset({"who", "whose", "which", "whom"})
_LINKS = frozenset({"of", "for", "from", "with", "at", "in", "to", "on", "under"})
_HONORIFICS = frozenset({"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr"})


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: tokens ``first`` to ``last`` (half-open), the head token, the proper name and the count (0: not said)."""

    first: int
    last: int
    head: int
    name: str
    count: int
    pronoun: bool

    def span(self, tokens: Sequence[Token]) -> Span:
        """The words of the source."""
        return Span(tokens[self.first].start, tokens[self.last - 1].end)


class Phrases:
    """Base noun phrases of a document by the tokens they start and end at."""

    __slots__ = ("_ends", "_starts", "tokens")

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        nouns = [c for s in document.sentences for c in noun_phrases(s, document.tokens)]
        self._starts: dict[int, Chunk] = {c.first: c for c in nouns}
        self._ends: dict[int, Chunk] = {c.last: c for c in nouns}

    def before(self, sentence: Sentence, at: int) -> Source | None:
        """The source whose words end right before token *at*: "the lawyer, Mark Sheridan, | said"."""
        tokens = self.tokens
        apposition: tuple[int, int] | None = None
        at = self._before_brackets(sentence, at)
        if at - 1 > sentence.first and tokens[at - 1].text == ",":
            opening = self._insertion(sentence, at - 1)
            if opening < 0:
                return None
            apposition = (opening + 1, at - 1)
            at = opening
        at = self._before_brackets(sentence, self._before_relative(sentence, at))
        chunk = self._chunk_before(sentence, at)
        if chunk is None:
            return None
        if (  # "documents filed | Monday | say"
            tokens[chunk.head].lower in words("time_words")
            and chunk.first - 1 > sentence.first
            and tokens[chunk.first - 1].tag in ("VBN", "VBD")
            and (left := self._ends.get(chunk.first - 1))
        ):
            chunk = left
        first, head = self._attach(sentence, chunk.first, chunk.head)
        if tokens[head].lower in words("time_words"):
            return None
        if (
            first - 2 >= sentence.first
            and tokens[first - 1].lower == "and"
            and (left := self._ends.get(first - 1))
            and self._free(sentence, left.first)
        ):
            first = left.first
        return self._source(first, chunk.last, head, apposition)

    def after(self, sentence: Sentence, at: int, apposed: bool = True) -> Source | None:
        """The source whose words begin at token *at*: "said | Mark Sheridan, a partner"; without the apposition if not
        *apposed*."""
        tokens = self.tokens
        chunk = self._starts.get(at)
        if chunk is None or tokens[chunk.head].lower in words("time_words"):
            return None
        last = chunk.last
        while (
            last + 1 < sentence.last
            and (tokens[last].lower in _LINKS or tokens[last].lower in ("and", "'s"))
            and (nxt := self._starts.get(last + 1))
            and tokens[nxt.head].lower not in words("time_words")
            and not self._clause(nxt.last, sentence.last)
        ):
            last = nxt.last
        apposition = None
        if apposed and last + 1 < sentence.last and tokens[last].text == "," and last + 1 in self._starts:
            end = next(
                (i for i in range(last + 1, sentence.last) if tokens[i].text in (",", ".", '"', ":", ";", "\u2014")),
                sentence.last,
            )
            plain = not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[last + 1 : end])
            if plain and end - last <= _APPOSITION:
                apposition = (last + 1, end)
        return self._source(chunk.first, last, chunk.head, apposition)

    def subject(self, sentence: Sentence, before: int) -> Source | None:
        """The first noun phrase of the sentence that stands right before a verb: the main subject."""
        for at in range(sentence.first + 1, before):
            if self.tokens[at].tag in ("VBD", "VBZ", "VBP", "MD") and (found := self.before(sentence, at)):
                return found
        return None

    def starts(self, at: int) -> Chunk | None:
        """The noun phrase that starts at token *at*."""
        return self._starts.get(at)

    def _before_brackets(self, sentence: Sentence, at: int) -> int:
        """Step over "(R-Ohio)" and "-- a teacher from Oslo --"."""
        closing = self.tokens[at - 1].text if at - 1 > sentence.first else ""
        wanted = {")": "("}.get(closing, closing if closing in _DASHES else "")
        if wanted:
            opening = next((i for i in range(at - 2, sentence.first, -1) if self.tokens[i].text == wanted), at)
            return opening if at - opening < _INSERTION else at
        return at

    def _before_relative(self, sentence: Sentence, at: int) -> int:
        """Step over a relative clause without commas: "an American | who served as ambassador"."""
        for i in range(at - 1, sentence.first, -1):
            if self.tokens[i].text in (",", '"', ";", ":"):
                return at
            if self.tokens[i].lower == "who" and any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in self.tokens[i:at]):
                return i if i in self._ends else at
        return at

    def _chunk_before(self, sentence: Sentence, at: int) -> Chunk | None:
        while at > sentence.first and self.tokens[at - 1].tag.startswith("RB"):
            at -= 1
        chunk = self._ends.get(at)
        return chunk if chunk and chunk.first >= sentence.first else None

    def _attach(self, sentence: Sentence, first: int, head: int) -> tuple[int, int]:
        """Walk left over "of the ministry", "released on Friday" to the noun that they belong to."""
        tokens = self.tokens
        if tokens[head].tag == "CD" and (left := self._ends.get(first)) and first > sentence.first:
            first, head = left.first, left.head  # "on March 6"
        while first - 2 >= sentence.first:
            link = tokens[first - 1]
            at = first - 1
            if link.tag not in ("IN", "TO") or link.lower not in _LINKS | {"by"}:
                break
            if tokens[at - 1].tag == "VBN":
                at -= 1
            left = self._ends.get(at)
            if left is None or left.first < sentence.first:
                break
            first = left.first
            if tokens[left.head].lower not in table("source_words"):  # "five of the officials" are officials
                head = left.head
        return first, head

    def _free(self, sentence: Sentence, first: int) -> bool:
        """Whether nothing to the left governs the phrase at *first*: a clause starts there."""
        return first == sentence.first or self.tokens[first - 1].text in (",", '"', ";", ":", "\u2014", "-", "that")

    def _clause(self, at: int, end: int) -> bool:
        return at < end and self.tokens[at].tag in ("VBD", "VBZ", "VBP", "MD")

    def _insertion(self, sentence: Sentence, closing: int) -> int:
        """The comma that opens the insertion closed at *closing*, or -1."""
        tokens = self.tokens
        until = closing
        for at in range(closing - 1, sentence.first, -1):
            if tokens[at].text == '"':
                return -1
            if tokens[at].text != ",":
                continue
            verbs = [i for i in range(at + 1, until) if tokens[i].tag in ("VBD", "VBZ", "VBP", "MD")]
            if verbs and not any(t.lower in _WH for t in tokens[at + 1 : verbs[0]]):
                continue  # the comma may lie inside a relative clause that opens further left
            chunk = self._ends.get(at)
            if chunk is None or chunk.first < sentence.first:
                return -1
            head = tokens[chunk.head]
            if head.lower in words("time_words"):
                return -1
            if head.tag != "CD":
                return at
            until = at
        return -1

    def _source(self, first: int, last: int, head: int, apposition: tuple[int, int] | None) -> Source:
        tokens = self.tokens
        name = self._name(first, last, head)
        if apposition:
            start, end = apposition
            short = end - start <= _APPOSITION and tokens[start].lower not in _WH and tokens[start].tag != "IN"
            if not name and (chunk := self._starts.get(start)):
                name = self._name(start, min(chunk.last, end), chunk.head)
            if short and (chunk := self._starts.get(start)) and tokens[chunk.head].tag != "CD":
                last = end
        pronoun = tokens[head].tag == "PRP"
        return Source(first, last, head, name, self._count(first, last, head, name), pronoun)

    def _name(self, first: int, last: int, head: int) -> str:
        """The run of proper nouns that ends at the head, without "Mr."; ``""`` where the head is a common noun."""
        tokens = self.tokens
        if not tokens[head].tag.startswith("NNP") or tokens[head].lower in table("source_words"):
            return ""
        start = head
        while start > first and (
            tokens[start - 1].tag.startswith("NNP")
            or tokens[start - 1].text in ("&", "-", ".")
            or (
                start - 1 > first
                and tokens[start - 1].tag in ("IN", "HYPH")
                and tokens[start - 2].tag.startswith("NNP")
            )
        ):
            start -= 1
        end = head + 1
        return " ".join(t.text for t in tokens[start:end] if t.lower not in _HONORIFICS)

    def _count(self, first: int, last: int, head: int, name: str) -> int:
        tokens = self.tokens
        for token in tokens[first : min(last, first + 3)]:
            if token.tag == "CD" and token.text.isdigit():
                return min(int(token.text), 1000)
            if fields := table("source_words").get(token.lower):
                return int(fields[0])
        if name or tokens[head].tag == "NN":
            return 1
        return 0
