"""Cues of one sentence with their source and content: reporting verbs, "according to", a name and a colon."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from framecheck.facts.reporting import SILENT, ReportingVerb, group_start, is_passive, reporting_verb
from framecheck.facts.sources import Phrases, Source
from framecheck.facts.tokens import stem
from framecheck.lexicons import table, words
from framecheck.records.article import BlockKind
from framecheck.records.document import Attribution, Document, Sentence, Token
from framecheck.text import Span

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_CITING = frozenset({"citing", "quoting"})
_WH = frozenset({"what", "how", "why", "whether", "if", "where", "when", "who"})
_VIEWS = frozenset({"eyes", "view", "opinion", "words", "judgment", "judgement", "assessment"})
_CHANNEL = frozenset({"in", "on", "at", "during", "via", "through", "by", "to", "with", "after", "from"})
_TOLD = 4  # tokens after "said" that can only be what was said
_ENDS = (".", "?", "!", ";")


class Reader:
    """Finds cues sentence by sentence; holds what the whole document shares."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self._said = document.house.said_verbs
        self.phrases = Phrases(document)
        self.quoted = [q.marks for q in document.quotations]
        self._starts = [q.start for q in self.quoted]

    def sentence(self, sentence: Sentence) -> Iterator[Attribution]:
        """The attributions whose cue stands in *sentence*."""
        last: Source | None = None
        edge = sentence.first
        channel = -1  # "said in a statement that": the end of a channel, whose noun is no cue
        for at in range(sentence.first, sentence.last):
            token = self.tokens[at]
            if token.start < channel:
                continue
            if self._in_quotation(token) and token.text != '"':
                continue
            verb = None if token.lower in _CITING else reporting_verb(token, self._said)
            if verb:
                made = list(self._verb(sentence, at, verb, last, edge))
                if made:
                    source, items = made[0][0], [item for _, item in made]
                    last = source or last
                    edge = at + 1
                    channel = items[0].channel.end if items[0].channel else channel
                    yield from items
            else:
                yield from self._other(sentence, at)

    def _in_quotation(self, token: Token) -> bool:
        before = bisect_right(self._starts, token.start) - 1
        return before >= 0 and self.quoted[before].start < token.start and token.end < self.quoted[before].end

    def _near(self, content: Span) -> list[Span]:
        """The quotations that touch *content*."""
        first = max(0, bisect_right(self._starts, content.start) - 1)
        return [q for q in self.quoted[first : bisect_right(self._starts, content.end)] if q.overlap(content)]

    # -- verbs -------------------------------------------------------------------------------------------------------

    def _verb(
        self, sentence: Sentence, at: int, verb: ReportingVerb, last: Source | None, edge: int
    ) -> Iterator[tuple[Source | None, Attribution]]:
        tokens = self.tokens
        start = group_start(tokens, sentence.first, at)
        if start > sentence.first and tokens[start - 1].tag == "TO":
            return
        following = at + 1
        if verb.particles:
            near = next(
                (i for i in range(following, min(at + 3, sentence.last)) if tokens[i].lower in verb.particles), 0
            )
            if not near:
                return
            following = near + 1
        passive = is_passive(tokens, start, at)
        source, inverted = self._source(sentence, start, at, passive, last)
        cue = Span(tokens[start].start if start < at else tokens[at].start, tokens[at].end)
        channel, after = self._channel(sentence, inverted or following, verb)
        backward = self._backward(sentence, edge, source.first if source and not inverted else start, at)
        forward = self._forward(sentence, after, verb, loose=backward is None)
        if passive and source and not forward:
            backward = backward or self._span(edge, start)
        if source is None and not (passive and forward):
            return
        if backward and not self._direct(backward) and not passive and (forward or verb.stance in SILENT):
            backward = None
        for content in filter(None, (backward, forward)):
            yield source, self._make(sentence, cue, stem(verb.lemma), source, content, channel)

    def _source(
        self, sentence: Sentence, start: int, at: int, passive: bool, last: Source | None
    ) -> tuple[Source | None, int]:
        """The source of the verb at *at*, and where to go on reading when it stands behind the verb (else 0)."""
        tokens = self.tokens
        if passive:
            by = next((i for i in range(at + 1, min(at + 12, sentence.last)) if tokens[i].lower == "by"), -1)
            agent = self.phrases.after(sentence, by + 1) if by >= 0 else None
            return agent, agent.last if agent else 0
        previous = tokens[start - 1] if start > sentence.first else None
        if previous and self._may_invert(start, at):
            behind = self.phrases.after(sentence, at + 1)
            if behind and not self._clause_follows(sentence, behind.last):
                return behind, behind.last
        if tokens[at].tag == "VBG" and start == at and (previous is None or previous.text == ","):
            return last or self.phrases.subject(sentence, at), 0
        if tokens[at].tag == "VBN" and start == at:  # a reduced relative, or a past tense that was tagged wrong
            found = None if tokens[min(at + 1, sentence.last - 1)].lower == "by" else self.phrases.before(sentence, at)
            plain = found and (found.name or found.pronoun or found.first == sentence.first)
            return (found if plain else None), 0
        if previous and previous.lower in ("who", "which", "that") and start - 2 >= sentence.first:
            before = start - 2 if tokens[start - 2].text == "," else start - 1
            return self.phrases.before(sentence, before), 0
        if previous and previous.lower in ("and", "but", "or"):
            return last or self.phrases.subject(sentence, start), 0
        return self.phrases.before(sentence, start), 0

    def _may_invert(self, start: int, at: int) -> bool:
        """Whether the subject may follow the verb: after a quotation, or after a comma for verbs without objects."""
        tokens = self.tokens
        if tokens[at].tag not in ("VBD", "VBZ", "VBP") or tokens[at].stem in ("told", "tell"):
            return False
        before = tokens[start - 1].text
        verb = reporting_verb(tokens[at], self._said)
        return before in ('"', "?", "!", "'", "\u2014") or (before == "," and verb is not None and not verb.objects)

    def _clause_follows(self, sentence: Sentence, at: int) -> bool:
        return at < sentence.last and self.tokens[at].tag in _FINITE

    def _channel(self, sentence: Sentence, at: int, verb: ReportingVerb) -> tuple[Span | None, int]:
        """Skip "Politico", "to reporters", "in a statement", "Monday"; the widest "in/to ..." phrase is the channel."""
        tokens = self.tokens
        channel: Span | None = None
        while at < sentence.last:
            token = tokens[at]
            if token.tag.startswith("RB") or token.lower in ("only", "earlier", "later"):
                at += 1
            elif (
                token.lower in _CHANNEL or (token.lower in ("of", "about") and not verb.objects and not verb.particles)
            ) and (chunk := self.phrases.starts(at + 1)):
                if self._clause_follows(sentence, chunk.last):
                    break
                if tokens[chunk.head].lower not in words("time_words"):
                    end = chunk.last
                    channel = channel or Span(token.start, tokens[end - 1].end)
                at = chunk.last
            elif (chunk := self.phrases.starts(at)) and (
                tokens[chunk.head].lower in words("time_words")
                or (chunk.last < sentence.last and tokens[chunk.last].text in ('"', ":", ","))
                or (chunk.last < sentence.last and tokens[chunk.last].lower in ("that", "in", "on", "at"))
                or self.phrases.starts(chunk.last)
            ):
                if self._is_addressee(at):
                    channel = channel or Span(token.start, tokens[chunk.last - 1].end)
                elif tokens[chunk.head].lower not in words("time_words"):
                    break
                at = chunk.last
            else:
                break
        return channel, at

    def _is_addressee(self, at: int) -> bool:
        verb = next((t for t in reversed(self.tokens[max(0, at - 3) : at]) if t.tag.startswith("VB")), None)
        return verb is not None and verb.stem in {"told", "tell", "inform", "assur", "remind", "advis", "warn", "ask"}

    def _forward(self, sentence: Sentence, at: int, verb: ReportingVerb, loose: bool) -> Span | None:
        """What follows the cue, from *at*, as far as the sentence goes; *loose*: any clause will do after "said"."""
        tokens = self.tokens
        while at < sentence.last and tokens[at].text == ",":
            at += 1
        if at >= sentence.last:
            return None
        token = tokens[at]
        end = self._end(sentence)
        if token.lower in ("that", ":"):
            return self._span(at + 1, end)
        if token.text == '"' or self._in_quotation(token) or token.lower in _WH:
            return self._span(at, end)
        if loose and verb.stance == "neutral" and not verb.objects and not verb.particles and token.lower != "and":
            told = verb.lemma == "say" and end - at >= _TOLD
            return self._span(at, end) if told or any(t.tag in _FINITE for t in tokens[at:end]) else None
        if token.text in _ENDS or token.tag == "CC":
            return None
        if verb.objects and (token.tag in ("TO", "VBG", "IN", "RP") or self.phrases.starts(at)):
            # "acknowledged concerns, | stating ...": what is said stops where the next saying starts
            stop = (i for i in range(at, end - 1) if tokens[i].text == "," and (tokens[i + 1].tag in ("VBG", "CC")))
            return self._span(at, next(stop, end))
        return self._span(at, end) if self._is_clause(sentence, at) else None

    def _is_clause(self, sentence: Sentence, at: int) -> bool:
        """Whether a subject and its finite verb stand at *at*."""
        chunk = self.phrases.starts(at)
        while chunk:
            at = chunk.last
            while at < sentence.last and self.tokens[at].tag.startswith("RB"):
                at += 1
            if at < sentence.last and self.tokens[at].tag in _FINITE:
                return True
            if at < sentence.last and self.tokens[at].text == ",":
                return any(t.tag in _FINITE for t in self.tokens[at : sentence.last])
            if at >= sentence.last or self.tokens[at].tag not in ("IN", "TO", "CC", "VBN"):
                return False
            chunk = self.phrases.starts(at + 1)
        return False

    def _backward(self, sentence: Sentence, edge: int, at: int, verb: int) -> Span | None:
        """What stands before ", X said": a quotation or a clause that ends with a comma."""
        tokens = self.tokens
        if at - 1 <= sentence.first or tokens[at - 1].text not in (",", '"', "?", "!", "\u2014", "'"):
            return None
        if tokens[verb].tag == "VBG" and tokens[at - 1].text == ",":
            return None
        close = at - 1
        if tokens[close].text == ",":
            close -= 1
        start = edge
        while start < close and tokens[start].text in (",", ".", ":", ";"):
            start += 1
        region = tokens[start : close + 1]
        if not any(t.tag in _FINITE or t.text == '"' for t in region):
            return None
        return self._span(start, close + 1)

    # -- other cues --------------------------------------------------------------------------------------------------

    def _other(self, sentence: Sentence, at: int) -> Iterator[Attribution]:
        tokens = self.tokens
        word = tokens[at].lower
        nxt = tokens[at + 1].lower if at + 1 < sentence.last else ""
        if word == "according" and nxt == "to":
            if source := self.phrases.after(sentence, at + 2, apposed=at > sentence.first + 2):
                yield self._phrase(sentence, at, at + 2, source, "accord")
        elif word in _CITING or (word == "per" and at > sentence.first):
            if source := self.phrases.after(sentence, at + 1):
                yield self._phrase(sentence, at, at + 1, source, "cite")
        elif word in _VIEWS and nxt == "of" and at >= sentence.first + 2:
            first = at - 2 if tokens[at - 2].lower in ("in", "to") else at - 1
            if (source := self.phrases.after(sentence, at + 2, apposed=False)) and tokens[first].lower in ("in", "to"):
                yield self._phrase(sentence, first, at + 2, source, "view")
        elif word in ("reportedly", "allegedly"):
            content = self._span(sentence.first, self._end(sentence))
            if content:
                yield self._make(sentence, Span(tokens[at].start, tokens[at].end), word, None, content, None)
        elif word == ":" and sentence.kind in (BlockKind.HEADLINE, BlockKind.CROSSHEAD):
            source = self.phrases.before(sentence, at)
            content = self._span(at + 1, self._end(sentence))
            if source and content and source.first == sentence.first and source.name:
                yield self._make(sentence, Span(tokens[at].start, tokens[at].end), ":", source, content, None)
        elif word in table("reporting_nouns") and nxt in ("that", "of") and tokens[at].tag.startswith("NN"):
            content = self._span(at + 2, self._end(sentence))
            if content and nxt == "that":
                cue = Span(tokens[at].start, tokens[at].end)
                yield self._make(sentence, cue, stem(word), None, content, None)

    def _phrase(self, sentence: Sentence, first: int, last: int, source: Source, cue_stem: str) -> Attribution:
        """A prepositional cue: its content is the rest of the sentence, on the longer side."""
        tokens = self.tokens
        cue = Span(tokens[first].start, tokens[last - 1].end)
        end = self._end(sentence)
        before = self._span(sentence.first, first)
        comma = next((i for i in range(source.last, end) if tokens[i].text == ","), source.last)
        after = self._span(comma + 1, end) if comma + 1 < end else None
        long_before = before if first - sentence.first > 3 else None
        content = long_before or after or before or source.span(tokens)
        return self._make(sentence, cue, cue_stem, source, content, None)

    # -- building ----------------------------------------------------------------------------------------------------

    def _end(self, sentence: Sentence) -> int:
        end = sentence.last
        while end > sentence.first and self.tokens[end - 1].text in (".", "?", "!"):
            end -= 1
        return end

    def _span(self, first: int, last: int) -> Span | None:
        tokens = self.tokens
        while first < last and tokens[first].text in (",", ":", ";"):
            first += 1
        while last > first and tokens[last - 1].text in (",", ":", ";"):
            last -= 1
        return Span(tokens[first].start, tokens[last - 1].end) if first < last else None

    def _direct(self, content: Span) -> bool:
        """Whether most of the content stands in quotation marks."""
        return 2 * sum(content.overlap(q) for q in self._near(content)) > content.end - content.start

    def _make(
        self,
        sentence: Sentence,
        cue: Span,
        cue_stem: str,
        source: Source | None,
        content: Span,
        channel: Span | None,
    ) -> Attribution:
        # a quotation that began in an earlier sentence belongs to the content as a whole
        for marks in self._near(content):
            if 2 * marks.overlap(content) >= min(content.end - content.start, marks.end - marks.start):
                content = Span(min(marks.start, content.start), max(content.end, marks.end))
        return Attribution(
            sentence.index,
            cue,
            cue_stem,
            source.span(self.tokens) if source else None,
            self.tokens[source.head].stem if source else "",
            source.name if source else "",
            bool(source and source.name),
            content,
            self._direct(content),
            source.count if source else 0,
            bool(source and source.pronoun),
            channel,
        )
