"""Small reports built by hand: real articles and facts, invented findings, so that renderers are tested alone."""

from __future__ import annotations

from dataclasses import replace

from framecheck.facts import analyse
from framecheck.records.alignment import Alignment, Claim, Level, Pair, SentenceRef
from framecheck.records.article import Article, Block, BlockKind, Notice
from framecheck.records.document import Document, Mention, Naming
from framecheck.records.finding import Category, Finding, Report, Role, Severity, Side
from framecheck.records.story import Entity, Lineage, MentionRef, Story
from framecheck.text import Span

TEXTS = {
    "Harbour Post": """Mayor Ines Ardal resigns over ferry contract

Mayor Ines Ardal resigned on Tuesday after five councillors asked for an inquiry into the ferry contract.
“There are a lot of doubts in this house,” said Ruth Lom, who led the audit.
The company may lose its licence, the council said.""",
    "City Wire": """Ardal quits as ferry inquiry looms

The former mayor quit on Tuesday after eight current and former councillors asked for an inquiry. The former mayor
declined to comment.
“There are a lot of doubts in this room,” said a person who worked on the audit.
The company will lose its licence, the council said.""",
    "Le Fanal": """À Orvik, la maire démissionne

Mayor Inés Ardal resigned on Tuesday, the council said.
The company may lose its licence, the council said.""",
}


def article(outlet: str, text: str) -> Article:
    """*text* with its first line as the headline and every other line as body."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = BlockKind.BODY if blocks else BlockKind.HEADLINE
            blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    name = outlet.lower().replace(" ", "-")
    return Article(name, f"story/{name}.txt", outlet, text, tuple(blocks), headline=text.split("\n", 1)[0])


def documents(texts: dict[str, str] = TEXTS) -> tuple[Document, ...]:
    return tuple(analyse(article(outlet, text)) for outlet, text in texts.items())


def side(story: Story, document: int, words: str, variant: int = 0, role: Role = Role.VARIANT, nth: int = 0) -> Side:
    """The *nth* occurrence of *words* in a document."""
    text = story.documents[document].article.text
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(start, start + len(words))
    sentence = next(s.span for s in story.documents[document].sentences if s.span.overlap(span))
    return Side(document, role, variant, span, sentence)


def finding(severity: Severity, code: str, name: str, category: Category, message: str, *sides: Side) -> Finding:
    return Finding(code, name, category, severity, message, 0.7, f"{code.lower()}-fingerprint", sides)


LABELS = {
    "Ines Ardal": ("Mayor Ines Ardal", "The former mayor", "Mayor Inés Ardal"),
    "Ruth Lom": ("Ruth Lom", "a person who worked on the audit"),
    "": ("five councillors", "eight current and former councillors"),
}


def labelled(story: Story) -> Story:
    """The story with the mentions and entities of ``LABELS``."""
    found: list[list[Mention]] = [[] for _ in story.documents]
    entities = []
    for name, forms in LABELS.items():
        refs = []
        for index, document in enumerate(story.documents):
            for sentence in document.sentences:
                for form in forms:
                    at = document.article.text.find(form, sentence.span.start, sentence.span.end)
                    if at >= 0:
                        refs.append(MentionRef(index, len(found[index])))
                        span = Span(at, at + len(form))
                        found[index].append(Mention(span, sentence.index, Naming.LABEL, "person", form.split()[-1]))
        entities.append(Entity(len(entities), name, "person", tuple(refs), ("name",) * len(refs)))
    told = tuple(replace(d, mentions=tuple(m)) for d, m in zip(story.documents, found, strict=True))
    return replace(story, documents=told, entities=tuple(entities))


def small_report() -> Report:
    """Three outlets, a finding of each severity, a missing side, a context side, lineage, claims, a notice."""
    story = labelled(Story("orvik", documents(), lineages=(Lineage("City Wire", (2,), ("the council said",)),)))
    last = [len(d.sentences) - 1 for d in story.documents]
    pairs = (
        Pair(SentenceRef(0, last[0]), SentenceRef(1, last[1]), 0.93, 0.88, Level.EQUIVALENT),
        Pair(SentenceRef(0, last[0]), SentenceRef(2, last[2]), 0.91, 0.86, Level.EQUIVALENT),
        Pair(SentenceRef(0, 1), SentenceRef(1, 1), 0.64, 0.31, Level.PARTIAL),
    )
    claims = (
        Claim("c1", tuple(SentenceRef(i, n) for i, n in enumerate(last))),
        Claim("c2", (SentenceRef(0, 1), SentenceRef(1, 1))),
    )
    findings = (
        finding(
            Severity.ERROR, "NAM002", "former-or-sitting", Category.STATUS, "former in one outlet, in office in others",
            side(story, 1, "The former mayor", 0), side(story, 1, "The former mayor", 0, nth=1),
            side(story, 0, "Mayor Ines Ardal", 1, nth=1), side(story, 2, "Mayor Inés Ardal", 1),
        ),
        finding(
            Severity.WARNING, "NUM001", "count-differs", Category.COUNT, "five councillors or eight councillors",
            side(story, 1, "eight current and former councillors", 0), side(story, 0, "five councillors", 1),
            Side(2, Role.MISSING, -1, None, None), side(story, 1, "declined", -1, Role.CONTEXT),
        ),
        finding(
            Severity.WARNING, "CRT001", "hedge-dropped", Category.CERTAINTY, "possible in some outlets, certain in one",
            side(story, 1, "will", 0), side(story, 0, "may", 1), side(story, 2, "may", 1),
        ),
        finding(
            Severity.NOTE, "NAM009", "spelling-varies", Category.PLACE_NAME, "one name, two spellings",
            side(story, 2, "Inés", 0), side(story, 0, "Ines", 1, nth=1),
        ),
    )  # fmt: skip
    notice = Notice("warning", "story/broken.txt", "read as cp1252, it is not UTF-8")
    return Report(Alignment(story, pairs, claims), findings, (notice,), hidden=3)
