"""The five seed articles: what the tricky lines are."""

from datetime import date
from pathlib import Path

import pytest

from framecheck.facts.sentences import sentence_spans
from framecheck.readers import read_paths
from framecheck.records.article import BlockKind

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def articles():
    found, notices = read_paths([str(SEEDS)])
    assert notices == []
    return {article.id: article for article in found}


# (article, kind, how the block starts, how it ends)
BLOCKS = [
    ("000", "headline", "Trump heightens NATO's", "Politico"),
    ("000", "standfirst", "Intelligence-sharing within", "with Russia."),
    ("000", "boilerplate", "-", "-"),
    ("000", "caption", "President Donald Trump speaks", "(AP)"),
    ("000", "body", "Current and former NATO security", ""),
    ("000", "crosshead", "US halted aid to Kiev", "consulting NATO"),
    ("001", "boilerplate", "Diplomacy", "Diplomacy"),
    ("001", "headline", "NATO allies consider", "ties with US"),
    ("001", "body", "NATO countries are considering", "within NATO."),
    ("002", "headline", "NATO sounds alarm", "with Ukraine"),
    ("002", "boilerplate", "NATO sounds alarm", "with Ukraine"),
    ("002", "boilerplate", "Category", "Category"),
    ("002", "boilerplate", "World", "World"),
    ("002", "boilerplate", "Publication date", "date"),
    ("002", "boilerplate", "NATO", "NATO"),
    ("002", "boilerplate", "Source:", "Politico"),
    ("002", "standfirst", "Intelligence sharing within NATO has", "trust in each other."),
    ("002", "boilerplate", "Points of attention", "attention"),
    ("002", "bullet", "Donald Trump's policies are", "among allies."),
    ("002", "bullet", "NATO officials are troubled", "with the US."),
    ("002", "crosshead", "NATO is concerned about", "decision"),
    ("002", "body", '"After the disastrous meeting', "NATO official."),
    ("002", "boilerplate", "By staying online", "even better"),
    ("002", "boilerplate", "Based on your browser", "switch?"),
    ("003", "boilerplate", "当前位置", ">"),
    ("003", "headline", "NATO's Intelligence Sharing", "Engagement"),
    ("003", "boilerplate", "更新时间", "Manufactry"),
    ("003", "body", "Since the former US president", ""),
    ("003", "boilerplate", "【相关新闻】", "【相关新闻】"),
    ("004", "boilerplate", "Connect with us", "us"),
    ("004", "boilerplate", "Politics", "Politics"),
    ("004", "headline", "Allies Consider Scaling", "Shifts"),
    ("004", "boilerplate", "Published", "Published"),
    ("004", "boilerplate", "on", "on"),
    ("004", "caption", "Putin Trump G20", "2019"),
    ("004", "dateline", "WASHINGTON, D.C.", "—"),
    ("004", "body", "Some American allies", ""),
    ("004", "boilerplate", "1x", "1x"),
]


@pytest.mark.parametrize(("article", "kind", "start", "end"), BLOCKS)
def test_block_kind(articles, article, kind, start, end):
    found = articles[article]
    blocks = [(b.kind.value, b.span.of(found.text)) for b in found.blocks]
    assert any(k == kind and words.startswith(start) and words.endswith(end) for k, words in blocks), blocks


@pytest.mark.parametrize(("article", "count"), [("000", 14), ("001", 13), ("002", 8), ("003", 20), ("004", 12)])
def test_the_body_is_whole(articles, article, count):
    assert sum(b.kind is BlockKind.BODY for b in articles[article].blocks) == count


@pytest.mark.parametrize(
    "words",
    [
        "Connect with us",
        "Category",
        "Published",
        "cookies",
        "browser and language",
        "1x",
        "Points of attention",
        "Manufactry",
        "WASHINGTON, D.C.",
        "Putin Trump G20",
        "speaks during the NATO summit",
        "•",
        "Source:",
    ],
)
def test_furniture_is_no_sentence(articles, words):
    for article in articles.values():
        told = [b.span for b in article.blocks if b.kind.told]
        assert not any(words in s.of(article.text) for span in told for s in sentence_spans(article.plain, span))


def test_date_and_language(articles):
    assert {a.id: a.date for a in articles.values() if a.date} == {"003": date(2025, 3, 6)}
    assert {a.language for a in articles.values()} == {"en"}


def test_the_repeated_headline_is_told_once(articles):
    found = articles["002"]
    assert [b.span.start for b in found.blocks if b.kind is BlockKind.HEADLINE] == [0]
    assert found.headline == 'NATO sounds alarm over "pause" in US intelligence sharing with Ukraine'
