"""JSON and JSON Lines: whose field names are known, where an article stands, what is no article."""

import gzip
import io
import json
import time
import tracemalloc
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framecheck.readers import read_file, read_paths
from framecheck.readers.json_fields import fields
from framecheck.readers.json_file import MAX_NOTICES, read
from framecheck.readers.text_file import MAX_BYTES
from framecheck.records.article import Article, BlockKind, Notice
from framecheck.text import Lines

BODY = "The ferry to Alder was halted on Monday, the port said. Two crews were sent home."
MORE = "Service resumes on Friday, a clerk at the harbour office told callers."


def read_all(text, path="wire.jsonl", key=None):
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    found = list(read(io.BytesIO(data), path, key))
    return [f for f in found if isinstance(f, Article)], [f for f in found if isinstance(f, Notice)]


def one(item):
    (article,), notices = read_all(json.dumps(item))
    assert not notices
    return article


# what each writer of files calls the same things
DIALECTS = {
    "news-please": {"maintext": BODY, "title": "Ferry halted", "source_domain": "post.example", "language": "en",
                    "date_publish": "2024-05-06 08:00:00", "url": "https://post.example/ferry"},
    "newspaper4k": {"text": BODY, "title": "Ferry halted", "meta_site_name": "post.example", "language": "en",
                    "publish_date": "2024-05-06T08:00:00+02:00"},
    "fundus": {"plaintext": BODY, "title": "Ferry halted", "publisher": "post.example", "lang": "en",
               "publishing_date": "2024-05-06 08:00:00+00:00", "body": {"summary": [], "sections": []}},
    "fundus sections": {"body": {"summary": [], "sections": [{"headline": [], "paragraphs": [BODY]}]}, "lang": "en",
                        "title": "Ferry halted", "publisher": "post.example", "publishing_date": "2024-05-06"},
    "trafilatura": {"text": BODY, "title": "Ferry halted", "source": "https://www.post.example/ferry", "language": "en",
                    "date": "2024-05-06", "source-hostname": None},
    "schema.org": {"@type": "NewsArticle", "articleBody": BODY, "headline": "Ferry halted", "inLanguage": "en-GB",
                   "publisher": {"@type": "Organization", "name": "post.example"}, "datePublished": "2024-05-06T08:00Z"},
    "ninjs 1": {"body_text": BODY, "headline": "Ferry halted", "provider": "post.example", "language": "en",
                "versioncreated": "2024-05-06T08:00:00Z"},
    "ninjs 1 xhtml": {"body_xhtml": f"<p>{BODY}</p>", "headline": "Ferry halted", "source": "post.example",
                      "versioncreated": "20240506T080000Z", "language": "en"},
    "ninjs 3": {"bodies": [{"role": "short", "value": "Ferry."}, {"role": "main", "contentType": "text/html",
                            "value": "<p>No</p>"},
                           {"role": "main", "contentType": "text/plain", "value": BODY}],
                "headlines": [{"role": "main", "value": "Ferry halted"}], "infoSources": [{"name": "post.example"}],
                "contentCreated": "2024-05-06", "language": "en-US"},
    "sentences": {"body-paragraphs": [BODY.replace(". ", ".|").split("|")], "title": "Ferry halted", "lang": "en",
                  "source": "post.example", "date": "2024-05-06"},
    "wrapped": {"status": "ok", "articles": [{"content": BODY, "title": "Ferry halted", "publishedAt": "2024-05-06T08:00:00Z",
                                              "source": {"id": None, "name": "post.example"}, "language": "en"}]},
    "graph": {"@graph": [{"@type": "Organization", "name": "The Post"},
                         {"articleBody": BODY, "headline": "Ferry halted", "publisher": [{"name": "post.example"}],
                          "inLanguage": "en", "datePublished": "2024-05-06"}]},
    "seconds": {"text": BODY, "title": "Ferry halted", "outlet": "post.example", "date": 1714982400, "language": "en"},
}  # fmt: skip


@pytest.mark.parametrize("name", DIALECTS)
def test_dialects(name):
    article = one(DIALECTS[name])
    assert article.text == f"Ferry halted\n\n{BODY}"
    assert (article.headline, article.outlet, article.language) == ("Ferry halted", "post.example", "en")
    assert article.date == date(2024, 5, 6)
    assert [(b.kind, b.span.of(article.text)) for b in article.blocks] == [
        (BlockKind.HEADLINE, "Ferry halted"),
        (BlockKind.BODY, BODY),
    ]


@pytest.mark.parametrize(
    ("item", "key", "story"),
    [
        ({"story": "s1"}, None, "s1"),
        ({"event_id": 17}, None, "17"),
        ({"cluster": ""}, None, ""),
        ({"story": True}, None, ""),
        ({"triplet-uuid": "u", "desk": "d"}, "desk", "d"),
        ({"triplet-uuid": "u"}, "desk", "u"),
    ],
)
def test_story_ids(item, key, story):
    assert fields(item | {"text": BODY}, key).story == story


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ({"ignore": ["NUM001", "quo"], "reason": "agreed"}, [(("NUM001", "QUO"), "agreed", "")]),
        ({"ignore": "NUM"}, [(("NUM",), "", "")]),
        ({"ignore": ["NUM001", 3]}, [((), "", "names no code")]),
        ({}, [((), "", "names no code")]),
        ({"ignores": ["NUM"]}, [((), "", "is not understood")]),
        ({"ignore": ["the numbers"]}, [((), "", "'THE NUMBERS' is no code")]),
        ("NUM001", [((), "", "is not understood")]),
        (None, []),
    ],
)
def test_what_an_article_asks_to_ignore(value, codes):
    found = one({"text": BODY, "framecheck": value}).directives
    assert [(d.codes, d.reason, d.problem.split(";")[0]) for d in found] == codes
    assert all(d.whole and d.span is None for d in found)


def test_the_headline_that_is_named_is_the_headline():
    article = one({"title": "Ferry halted.", "text": f"A port in trouble\n\n{BODY}\n\n{MORE}"})
    assert [b.kind for b in article.blocks] == [
        BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY, BlockKind.BODY,
    ]  # fmt: skip


def test_only_a_summary_is_said_so():
    (article,), (notice,) = read_all(json.dumps({"title": "Ferry halted", "description": BODY}))
    assert article.text.endswith(BODY) and "its summary is judged" in notice.message


A, B = json.dumps({"text": BODY, "outlet": "a"}), json.dumps({"text": MORE, "outlet": "b"})


@pytest.mark.parametrize(
    ("path", "text", "places"),
    [
        ("w.jsonl", f"{A}\n\n{B}\n", ["w.jsonl:1", "w.jsonl:3"]),
        ("w.jsonl", f"\ufeff{A}\r\n{B}", ["w.jsonl:1", "w.jsonl:2"]),
        ("w.json", f"{A}\n{B}\n", ["w.json:1", "w.json:2"]),
        ("w.json", A, ["w.json"]),
        ("w.json", json.dumps(json.loads(A), indent=2), ["w.json"]),
        ("w.json", f"[{A}, {B}]", ["w.json[0]", "w.json[1]"]),
        ("w.json", f"[\n{A},\n{B}\n]", ["w.json[0]", "w.json[1]"]),
        ("w.ndjson.gz", f"[{A}]\n{B}\n", ["w.ndjson.gz:1[0]", "w.ndjson.gz:2"]),
    ],
)
def test_where_articles_stand(path, text, places):
    articles, notices = read_all(text, path)
    assert [a.path for a in articles] == places and not notices


# (line, words of the notice, its level); the article on the line behind it is read
POOR = [
    ("{", "is not JSON", "error"),
    ('{"text": "half', "is not JSON", "error"),
    ("null", "is no object but null", "error"),
    ("3.5", "is no object but a number", "error"),
    ('"words"', "is no object but a string", "error"),
    ("9" * 5000, "is not JSON", "error"),
    ("[" * 100_000, "nested too deeply", "error"),
    ('{"text": ' + "[" * 900 + "1" + "]" * 900 + ', "title": "Ferry"}', "has no text", "warning"),
    ('{"title": "Ferry halted", "text": 7}', "has no text", "warning"),
    ('{"title": "Ferry halted", "text": null}', "has no text", "warning"),
    ('{"text": " ", "url": "https://[broken"}', "has no text", "warning"),
]


@pytest.mark.parametrize(("line", "words", "level"), POOR)
def test_a_poor_line_is_a_notice_and_the_next_is_read(line, words, level):
    (article,), (notice,) = read_all(f"{line}\n{A}\n")
    assert (notice.level, notice.place, words in notice.message) == (level, "wire.jsonl:1", True)
    assert article.path == "wire.jsonl:2"


def test_many_poor_lines_are_counted():
    articles, notices = read_all("{\n" * 1000 + A)
    assert len(articles) == 1 and len(notices) == MAX_NOTICES + 1
    assert notices[-1].level == "error" and notices[-1].message.startswith("990 more")


def test_rows_that_are_no_articles_are_one_note():
    articles, (note,) = read_all('{"a": 1}\n{"b": 2}\n')
    assert not articles and (note.level, note.place) == ("note", "wire.jsonl") and "2 objects" in note.message


def test_wrong_types_everywhere_never_raise():
    for value in (None, True, 3, -1.5e300, "x", [], {}, [[]], [None], [{}], {"name": []}, [["x"]], "https://[x"):
        names = ("title", "source", "url", "date", "language", "story", "framecheck", "publisher", "infoSources")
        (article,), _ = read_all(json.dumps({"text": BODY} | dict.fromkeys(names, value)))
        assert article.text.endswith(BODY)


def test_a_line_longer_than_any_article_is_passed_over_in_bounded_memory():
    class Endless(io.RawIOBase):
        """A quote that never ends, then an article."""

        left, tail = 8 * MAX_BYTES, f'"}}\n{A}\n'.encode()

        def readable(self):
            return True

        def readinto(self, buffer):
            size = min(len(buffer), self.left or len(self.tail))
            buffer[:size] = b"x" * size if self.left else self.tail[:size]
            if self.left:
                self.left -= size
            else:
                self.tail = self.tail[size:]
            return size

    tracemalloc.start()
    start = time.process_time()
    found = list(read(io.BufferedReader(Endless()), "wire.jsonl"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [getattr(f, "place", None) or f.path for f in found] == ["wire.jsonl:1", "wire.jsonl:2"]
    assert peak < 4 * MAX_BYTES and time.process_time() - start < 20


def test_a_document_larger_than_any_is_a_notice():
    data = "{\n" + f'"title": "{"x" * MAX_BYTES}"' + "}"
    articles, (notice,) = read_all(data, "w.json")
    assert not articles and notice.level == "error" and "JSON Lines" in notice.message


def test_packed_and_broken_archives(tmp_path):
    lines = "".join(json.dumps({"text": f"{BODY} {n}", "outlet": f"o{n}"}) + "\n" for n in range(5000)).encode()
    whole, cut = tmp_path / "whole.jsonl.gz", tmp_path / "cut.jsonl.gz"
    whole.write_bytes(gzip.compress(lines))
    cut.write_bytes(gzip.compress(lines)[:-3000])
    assert sum(isinstance(f, Article) for f in read_file(str(whole))) == 5000
    found = list(read_file(str(cut)))
    assert 0 < sum(isinstance(f, Article) for f in found) < 5000
    assert [(n.place, "cannot be read" in n.message) for n in found if isinstance(n, Notice)][-1] == (str(cut), True)


def test_a_folder_of_text_and_json(tmp_path):
    (tmp_path / "wire.txt").write_text(f"Ferry stays in port\n\n{BODY}\n")
    (tmp_path / "post.json").write_text(json.dumps({"title": "No ferry", "text": MORE, "publisher": "The Post"}))
    (tmp_path / "globe.txt.gz").write_bytes(gzip.compress(f"{MORE} It is the third halt this year.".encode()))
    articles, notices = read_paths([str(tmp_path)])
    assert [a.outlet for a in articles] == ["globe", "The Post", "wire"] and not notices


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(codec=None), max_size=60),
    st.lists(st.text(st.characters(codec=None), max_size=120), max_size=6),
)
def test_text_spans_lines_and_columns_agree(title, paragraphs):
    item = {"title": title, "text": "\n".join([*paragraphs, BODY])}
    articles, _ = read_all(json.dumps(item))
    for article in articles:
        lines = Lines(article.text)
        assert len(article.plain) == len(article.text)
        last = 0
        for block in article.blocks:
            assert last <= block.span.start < block.span.end <= len(article.text)
            last = block.span.end
            line, column = lines.place(block.span.start)
            starts = article.text.replace("\r\n", "\0\n").replace("\r", "\n").split("\n")
            assert sum(len(row) + 1 for row in starts[: line - 1]) + column - 1 == block.span.start
        assert BODY in article.text
