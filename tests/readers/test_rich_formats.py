"""HTML, WARC, feeds, NITF, NewsML-G2 and Word: what is read, where it stands, and files that are broken or hostile."""

from __future__ import annotations

import builtins
import gzip
import logging
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framecheck.facts import analyse
from framecheck.readers import read_file
from framecheck.readers.formats import Format, format_of, named
from framecheck.records.article import Article, BlockKind, Notice
from framecheck.text import LINE_END, Lines
from tests.readers import packed

ONE = {
    "page.html": packed.html(),
    "crawl.warc": packed.warc(),
    "feed.xml": packed.rss(),
    "feed.atom": packed.atom(),
    "wire.nitf": packed.nitf(),
    "wire.xml": packed.newsml(),
    "wire2.xml": packed.newsml(inner="nitf"),
    "draft.docx": packed.docx(),
}


def read(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    found = list(read_file(str(path)))
    return [x for x in found if isinstance(x, Article)], [x for x in found if isinstance(x, Notice)]


def whole(article):
    """Every span of the article and of its facts points at the words it says."""
    assert len(article.plain) == len(article.text)
    lines = Lines(article.text)
    ends = [0]
    for block in article.blocks:
        assert ends[-1] <= block.span.start < block.span.end <= len(article.text)
        ends.append(block.span.end)
    document = analyse(article)
    for token in document.tokens:
        assert article.plain[token.start : token.end] == token.text
        line, column = lines.place(token.start)
        assert LINE_END.split(article.text)[line - 1][column - 1] == article.text[token.start]
    return True


@pytest.mark.parametrize("name", ONE)
def test_one_article(name, tmp_path):
    (article,), notices = read(tmp_path, name, ONE[name])
    assert not notices
    assert article.headline == packed.HEADLINE
    body = [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.BODY]
    assert body == list(packed.PARAGRAPHS)
    if not name.endswith(".docx"):
        assert article.outlet == "Harbour Post"
        assert article.date == date(2024, 5, 3)
    assert whole(article)


def test_plain_text_inside_newsml(tmp_path):
    (article,), _ = read(tmp_path, "a.xml", packed.newsml(inner="plain"))
    assert article.text.endswith(" ".join(packed.PARAGRAPHS))


@pytest.mark.parametrize("packing", [("gz", gzip.compress), ("zst", zstandard.compress)])
@pytest.mark.parametrize("name", ONE)
def test_packed_files_are_unpacked(name, packing, tmp_path):
    ending, pack = packing
    (article,), notices = read(tmp_path, f"{name}.{ending}", pack(ONE[name]))
    assert article.headline == packed.HEADLINE
    assert not notices


def test_a_feed_and_an_archive_hold_several(tmp_path):
    items = [(f"Headline number {n}", (f"The council met for the {n}th time on Monday, it said.",)) for n in range(5)]
    told, _ = read(tmp_path, "feed.xml", packed.rss(*items))
    assert [(a.headline, a.path.rpartition("feed.xml")[2]) for a in told] == [
        (f"Headline number {n}", f"[{n}]") for n in range(5)
    ]
    pages = [("https://www.wire.example/a", packed.html(outlet="")), ("https://news.example/b", packed.html())]
    told, _ = read(tmp_path, "crawl.warc.gz", gzip.compress(packed.warc(*pages)))
    assert [a.outlet for a in told] == ["wire.example", "Harbour Post"]


def test_a_teaser_is_said_to_be_one(tmp_path):
    item = b"<item><title>Bridge</title><description>The bridge closed on Monday.</description></item>"
    feed = b"<rss><channel>" + item + b"</channel></rss>"
    (article,), (notice,) = read(tmp_path, "feed.rss", feed)
    assert article.text.endswith("The bridge closed on Monday.")
    assert "its summary is judged" in notice.message


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
BOMB = f"<!DOCTYPE rss [{ENTITIES}]><rss><channel><title>&e11;</title></channel></rss>".encode()
EXTERNAL = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>'
DEEP = (
    b"<rss><channel><item><description>" + b"<b>" * 50_000 + b"</b>" * 50_000 + b"</description></item></channel></rss>"
)


def zip_bomb():
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (40 << 20))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("bomb.xml", BOMB, "declares entities of its own"),
        ("external.xml", EXTERNAL, "declares entities of its own"),
        ("open.xml", packed.rss()[:-30], "is not well-formed XML"),
        ("other.xml", b"<svg><path/></svg>", "XML of a kind that framecheck does not know (<svg>)"),
        ("words.xml", b"plain words", "not XML, as its name says"),
        ("none.xml", b"<rss><channel><title>x</title></channel></rss>", "holds no article"),
        ("deep.xml", DEEP, "has no text"),
        ("empty.html", b"<html><body></body></html>", "without an article"),
        ("big.html", b"<html>" + b" " * (9 << 20), "more than 8 MB"),
        ("none.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "without an HTML page"),
        ("cut.warc.gz", gzip.compress(packed.warc())[:-20], "cannot be read"),
        ("cut.xml.zst", zstandard.compress(packed.rss())[:-9], ""),
        ("broken.xml.zst", zstandard.compress(packed.rss())[:30] + b"\xff" * 50, ""),
        ("lies.warc", packed.warc().replace(b"Content-Length: ", b"Content-Length: 9"), "ends before the length"),
        ("bomb.docx", zip_bomb(), "more than 32 MB"),
        ("cut.docx", packed.docx()[:900], "broken Word document"),
        ("other.docx", b"PK\x05\x06" + b"\0" * 18, "a binary file"),
        ("other.zip", packed.docx(), "a zip archive or office document"),
    ],
)  # fmt: skip
def test_broken_and_hostile_files_are_told_by_name(name, data, told, tmp_path):
    articles, notices = read(tmp_path, name, data)
    assert len(articles) <= 1
    assert notices
    assert all(n.place.startswith(str(tmp_path / name)) for n in notices)
    assert any(told in n.message for n in notices)
    assert "passwd" not in "".join(a.text for a in articles)


def test_what_comes_before_a_break_is_kept(tmp_path):
    items = [(f"Headline number {n}", ("The council met on Monday, it said.",)) for n in range(3)]
    articles, notices = read(tmp_path, "feed.xml", packed.rss(*items)[:-60])
    assert [a.headline for a in articles] == ["Headline number 0", "Headline number 1"]
    assert [n.level for n in notices] == ["error"]


@pytest.mark.parametrize(
    ("name", "missing"),
    [("page.html", "trafilatura"), ("crawl.warc", "fastwarc"), ("draft.docx", "docx"), ("feed.xml.zst", "zstandard")],
)
def test_a_missing_package_is_named(name, missing, tmp_path, monkeypatch):
    real = builtins.__import__

    def without(module, *rest, **options):
        if module.split(".")[0] == missing:
            raise ModuleNotFoundError(f"No module named {missing!r}", name=missing)
        return real(module, *rest, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    data = zstandard.compress(packed.rss()) if name.endswith(".zst") else ONE[name]
    articles, (notice,) = read(tmp_path, name, data)
    assert not articles
    assert missing in notice.message
    assert "framecheck-news[readers]" in notice.message


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=60)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(headline=WORDS, paragraphs=st.lists(WORDS, min_size=1, max_size=4))
@pytest.mark.parametrize("make", [packed.rss, packed.atom, packed.nitf, packed.newsml, packed.docx])
def test_offsets_hold_for_any_text(make, headline, paragraphs, tmp_path):
    data = make((headline, paragraphs)) if make is packed.rss else make(headline, paragraphs)
    articles, _ = read(tmp_path, "a.docx" if make is packed.docx else "a.xml", data)
    assert all(whole(article) for article in articles)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), cut=st.integers(0, 4000))
@pytest.mark.parametrize("name", ONE)
def test_no_bytes_make_a_reader_fail(name, data, cut, tmp_path):
    spoilt = ONE[name][:cut] + data + ONE[name][cut + len(data) :]
    logging.disable(logging.CRITICAL)
    try:
        articles, notices = read(tmp_path, name, spoilt)
    finally:
        logging.disable(logging.NOTSET)
    assert articles or notices
    assert all(whole(article) for article in articles)


@pytest.mark.parametrize(
    ("path", "head", "name"),
    [
        ("a.txt", b"Words", "text"),
        ("a.md", b"# Words", "text"),
        ("a.jsonl.gz", b"{", "json"),
        ("a", b'{"title": "x"}', "json"),
        ("a", b"<!-- x --><!DOCTYPE html><HTML>", "html"),
        ("a.html", b"words <p>first", "html"),
        ("a.html", b'<?xml version="1.0"?><html xmlns="x">', "html"),
        ("a.txt", b"<rss>", "xml"),
        ("a", b'\xef\xbb\xbf<?xml version="1.0"?>\n<rdf:RDF>', "xml"),
        ("a.xml", b"<newsItem xmlns='x'>", "xml"),
        ("a", b"WARC/1.0\r\n", "warc"),
        ("a.docx", b"PK\x03\x04", "docx"),
    ],
)
def test_formats_are_told_apart(path, head, name):
    found = format_of(path, head)
    assert isinstance(found, Format)
    assert found.name == name
    assert named(name) is found
    assert callable(found.reader())
