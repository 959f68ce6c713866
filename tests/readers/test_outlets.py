"""Which outlet an article is of, and its id."""

import pytest

from framecheck.readers.outlets import as_draft, name_articles
from framecheck.records.article import Article


def named(paths, given=None, own=None):
    articles, notices = name_articles([Article("", p, (own or {}).get(p, ""), "text") for p in paths], given or {})
    return [a.outlet for a in articles], [a.id for a in articles], [n.place for n in notices]


@pytest.mark.parametrize(
    ("paths", "outlets"),
    [
        (["s/000_80f54763e482a4a4.txt", "s/001_1057AE66.txt"], ["000", "001"]),
        (["r.txt", "rr.txt"], ["r", "rr"]),
        (["s/nyt_1.txt", "s/nyt_2.txt"], ["nyt_1", "nyt_2"]),
        (["bbc/article.txt", "cnn/article.txt"], ["bbc", "cnn"]),
        (["bbc/storm_12345678.txt", "cnn/storm_87654321.txt"], ["bbc", "cnn"]),
        (["s/article_12345678.txt", "s/article_87654321.txt"], ["article_12345678", "article_87654321"]),
        (["s/_12345678.txt"], ["_12345678"]),
        (["-", "wire.txt"], ["stdin", "wire"]),
        (["s/post.json[3]", "s/wire.jsonl.gz:12", "s/globe.txt.gz"], ["post", "wire", "globe"]),
    ],
)
def test_outlets_by_name(paths, outlets):
    assert named(paths) == (outlets, outlets, [])


def test_a_given_name_comes_first_then_the_file_s_own():
    paths = ["a.txt", "b.txt", "dir/c.txt"]
    own = {"a.txt": "Own A", "b.txt": "Own B"}
    assert named(paths, {"./a.txt": "Given", "dir": "Folder"}, own)[0] == ["Given", "Own B", "Folder"]


def test_two_articles_of_one_outlet_have_two_ids_and_a_notice():
    outlets, ids, places = named(["s/bbc_12345678.txt", "s/bbc_87654321.txt", "s/cnn.txt"])
    assert (outlets, ids, places) == (["bbc", "bbc", "cnn"], ["bbc", "bbc-2", "cnn"], ["s/bbc_87654321.txt"])


def test_ids_are_unique_even_where_a_name_looks_like_a_counted_one():
    ids = named(["a.txt", "b.txt", "c.txt", "d.txt"], {"a.txt": "x", "b.txt": "x-2", "c.txt": "x", "d.txt": "x"})[1]
    assert len(set(ids)) == 4


def test_no_wire_is_called_draft():
    wires, _ = name_articles(
        [Article("", p, "", "text") for p in ("w/draft_12345678.txt", "w/draft_87654321.txt")], {"w": "draft"}
    )
    draft, others = as_draft(Article("me", "me.txt", "Post", "text"), wires)
    assert (draft.id, draft.outlet) == ("draft", "draft")
    assert [(w.id, w.outlet) for w in others] == [("draft wire", "draft wire"), ("draft wire-2", "draft wire")]
