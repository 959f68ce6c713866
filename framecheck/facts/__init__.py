"""Facts: what one article says. ``analyse`` turns an ``Article`` into a ``Document``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from framecheck.facts.attribution import attributions, link_quotations
from framecheck.facts.chunks import chunk
from framecheck.facts.cues import cues
from framecheck.facts.mentions import mentions
from framecheck.facts.parser import parse
from framecheck.facts.propositions import propositions
from framecheck.facts.quantities import quantities
from framecheck.facts.quotations import quotations
from framecheck.facts.sentences import sentence_spans
from framecheck.facts.tagger import tag
from framecheck.facts.times import times
from framecheck.facts.tokens import stem, token_spans
from framecheck.records.article import Article
from framecheck.records.document import Document, Mention, Sentence, Token
from framecheck.records.house import House


def analyse(article: Article, house: House | None = None) -> Document:
    """Everything *article* says, in the blocks where the outlet tells the story, read in the style of *house*."""
    sentences, tokens = _read(article)
    chunks = tuple(c for s in sentences for c in chunk(s, tokens))
    document = Document(article, sentences, tokens, chunks, house=house or House())
    # each extractor sees what those before it found
    document = replace(document, propositions=tuple(propositions(document)))
    document = replace(document, mentions=tuple(_in_style(mentions(document), document.house)))
    document = replace(document, quotations=tuple(quotations(document)))
    document = replace(document, attributions=tuple(attributions(document)))
    document = replace(document, quotations=link_quotations(document))
    document = replace(document, quantities=tuple(quantities(document)))
    document = replace(document, times=tuple(times(document)))
    document = replace(document, cues=tuple(cues(document)))
    return document


@lru_cache(maxsize=512)  # outlets of one story print the same sentences of an agency
def _syntax(words: tuple[str, ...]) -> tuple[tuple[str, int, str], ...]:
    """The tag, the index of the head and the relation to it of every word of a sentence."""
    tags = tag(words)
    return tuple((label, *arc) for label, arc in zip(tags, parse(words, tags), strict=True))


def _in_style(found: Iterable[Mention], house: House) -> Iterator[Mention]:
    """Mentions under the house's form of their name."""
    for mention in found:
        form = house.form(mention.name)
        yield mention if form == mention.name else replace(mention, name=form)


def _read(article: Article) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    paragraph = -1
    for number, block in enumerate(article.blocks):
        if not block.kind.told:
            continue
        paragraph += 1
        for span in sentence_spans(article.plain, block.span):
            first = len(tokens)
            spans = token_spans(article.plain, span)
            words = [s.of(article.plain) for s in spans]
            tokens.extend(
                Token(s.start, s.end, word, label, stem(word), head if head < 0 else first + head, relation)
                for s, word, (label, head, relation) in zip(spans, words, _syntax(tuple(words)), strict=True)
            )
            sentences.append(Sentence(len(sentences), span, block.kind, number, paragraph, first, len(tokens)))
    return tuple(sentences), tuple(tokens)
