"""The tagger gives nltk's tags, the chunks nltk's chunks, and nltk is not imported for either."""

from __future__ import annotations

import subprocess
import sys

import pytest

from framecheck.facts import analyse
from framecheck.facts.chunks import GRAMMAR
from framecheck.facts.tagger import UNIT, Model, load, pack, tag
from framecheck.records.document import Document
from framecheck.train.tagger import untrained
from tests.support import article

SENTENCES = [
    "The mayor resigned on Tuesday after five councillors asked for an inquiry into the ferry contract.",
    "“There are a lot of doubts in this house,” said Ruth Lom, who had led the 2019 audit.",
    "He wouldn't say whether the well-known 12-year-old plan, costing $3.5 million, will be dropped.",
    "Nearly all of the U.S.-made ferries that the company's owners bought may not be used again!",
    "A B C - 1 1999 '' %",
]


@pytest.fixture(scope="module")
def document() -> Document:
    return analyse(article("A", "\n".join(SENTENCES)))


def unpacked(model: Model) -> dict[str, dict[str, float]]:
    return {
        feature: {model.classes[model.labels[i]]: model.weights[i] / UNIT for i in range(*row)}
        for feature, row in model.rows.items()
    }


def test_tags_are_those_of_nltk(document: Document) -> None:
    model = load()
    theirs = untrained()
    theirs.model.weights = unpacked(model)
    theirs.tagdict = model.known
    theirs.classes = theirs.model.classes = set(model.classes)
    for sentence in document.sentences:
        words = [token.text for token in document.tokens_of(sentence)]
        assert tag(words) == [label for _, label in theirs.tag(words)]


def test_chunks_are_those_of_nltk(document: Document) -> None:
    from nltk.chunk import RegexpParser

    rules = {kind: "\n".join(f"{{{p}}}" for k, p in GRAMMAR if k == kind) for kind, _ in GRAMMAR}
    parser = RegexpParser("\n".join(f"{kind}: {patterns}" for kind, patterns in rules.items()))
    found = iter(document.chunks)
    for sentence in document.sentences:
        at = sentence.first
        for node in parser.parse([(t.text, t.tag) for t in document.tokens_of(sentence)]):
            if isinstance(node, tuple):
                at += 1
                continue
            chunk = next(found)
            assert (chunk.kind, chunk.first, chunk.last) == (node.label(), at, at + len(node))
            at += len(node)
    assert next(found, None) is None


def test_a_packed_model_is_the_same_again() -> None:
    model = load()
    import gzip

    again = gzip.decompress(pack(unpacked(model), model.known, model.classes))
    from importlib.resources import files

    assert again == gzip.decompress(files("framecheck").joinpath("data", "tagger.gz").read_bytes())


def test_no_words_no_tags() -> None:
    assert tag([]) == []


CHECKS = {
    "framecheck leaves no nltk behind": "assert not [m for m in sys.modules if m.split('.')[0] == 'nltk']",
    "nltk works afterwards": "import nltk; assert nltk.stem.SnowballStemmer('english').stem('ferries') == 'ferri'",
    "stems are the same afterwards": "import nltk; assert stem('ferries') == 'ferri'",
}


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_nltk_stays_out(check: str) -> None:
    code = (
        "import sys; from framecheck.facts.tokens import stem, token_spans; from framecheck.text import Span; "
        f"stem('ferries'); token_spans('A ferry.', Span(0, 8)); {check}"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
