"""Facts: what one article says. ``analyse`` turns an ``Article`` into a ``Document``, ``analyse_all`` those of one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

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
from framecheck.records.article import Article, BlockKind
from framecheck.records.document import Document, Mention, Sentence, Token
from framecheck.records.house import House
from framecheck.text import Span


def analyse(article: Article, house: House | None = None) -> Document:
    """Everything *article* says, in the blocks where the outlet tells the story, read in the style of *house*."""
    return analyse_all((article,), house)[0]


def analyse_all(articles: Iterable[Article], house: House | None = None) -> tuple[Document, ...]:
    """``analyse`` for the articles of one story: their sentences are parsed side by side, those that recur once."""
    texts = [(article, _split(article)) for article in articles]
    syntax = _syntax(sentence.words for _, sentences in texts for sentence in sentences)
    return tuple(_document(article, *_read(sentences, syntax), house or House()) for article, sentences in texts)


def _document(article: Article, sentences: tuple[Sentence, ...], tokens: tuple[Token, ...], house: House) -> Document:
    chunks = tuple(c for s in sentences for c in chunk(s, tokens))
    document = Document(article, sentences, tokens, chunks, house=house)
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


@dataclass(frozen=True, slots=True)
class _Split:
    """A sentence in its block and paragraph, with the spans of its words."""

    span: Span
    kind: BlockKind
    block: int
    paragraph: int
    spans: list[Span]
    words: tuple[str, ...]


def _split(article: Article) -> list[_Split]:
    """The sentences of what *article* tells."""
    found = []
    told = ((number, block) for number, block in enumerate(article.blocks) if block.kind.told)
    for paragraph, (number, block) in enumerate(told):
        for span in sentence_spans(article.plain, block.span):
            spans = token_spans(article.plain, span)
            words = tuple([s.of(article.plain) for s in spans])
            found.append(_Split(span, block.kind, number, paragraph, spans, words))
    return found


def _syntax(sentences: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], list[tuple[str, int, str]]]:
    """For each of *sentences* the tag, the index of the head and the relation to it of every word."""
    different = list(dict.fromkeys(sentences))  # outlets of one story print the same sentences of an agency
    tags = [tag(words) for words in different]
    trees = parse(zip(different, tags, strict=True))
    return {
        words: [(label, *arc) for label, arc in zip(labels, tree, strict=True)]
        for words, labels, tree in zip(different, tags, trees, strict=True)
    }


def _in_style(found: Iterable[Mention], house: House) -> Iterator[Mention]:
    """Mentions under the house's form of their name."""
    for mention in found:
        form = house.form(mention.name)
        yield mention if form == mention.name else replace(mention, name=form)


def _read(
    split: Iterable[_Split], syntax: dict[tuple[str, ...], list[tuple[str, int, str]]]
) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for found in split:
        first = len(tokens)
        tokens.extend(
            Token(s.start, s.end, word, label, stem(word), head if head < 0 else first + head, relation)
            for s, word, (label, head, relation) in zip(found.spans, found.words, syntax[found.words], strict=True)
        )
        sentences.append(
            Sentence(len(sentences), found.span, found.kind, found.block, found.paragraph, first, len(tokens))
        )
    return tuple(sentences), tuple(tokens)
