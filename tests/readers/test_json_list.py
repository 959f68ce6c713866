"""Lists of JSON that are longer than what may be held: read item by item."""

from __future__ import annotations

import io
import json
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framecheck.readers import json_file
from framecheck.readers.json_list import CHUNK, items
from framecheck.readers.text_file import MAX_BYTES
from framecheck.records.article import Article

BODY = "The ferry to Alder was halted on Monday, the port said. Two crews were sent home."
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


def pieces(data, size):
    """What gives *data* piece by piece."""
    stream = io.BytesIO(data)
    return lambda: stream.read(size)


def found(text, size=7, longest=1 << 20):
    data = text.encode("utf-8", "surrogatepass")
    return [
        (item.data.decode("utf-8", "surrogatepass"), item.problem)
        for item in items(data[:1], pieces(data[1:], size), longest)
    ]


@given(st.lists(VALUES, max_size=6), st.booleans(), st.integers(1, 9), st.sampled_from([None, 1, "\t"]))
def test_items_are_those_of_the_list(values, plain, size, indent):
    text = json.dumps(values, ensure_ascii=plain, indent=indent)
    told = found(text, size)
    assert [json.loads(data) for data, _ in told] == values and not any(problem for _, problem in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[]", []),
        (" [ ] ", []),
        ("[1, 2", ["1", "2", "is cut"]),
        ("[1, 2,", ["1", "2", "is cut"]),
        ('["a" "b"]', ['"a"', "has something else where a comma"]),
        ('[1] "x"', ["1", "has more behind its end"]),
        ('[{"a": 1,}, 2]', ["is not JSON", "2"]),
        ('[{"a": [1, tru]}, 2, 3]', ["is not JSON", "2", "3"]),
        ('[{"a": "\\q]}"}, 2]', ["is not JSON", "2"]),
        ("[" + "9" * 5000 + ", 2]", ["is not JSON: exceeds", "2"]),
        ("[" + "[" * 100_000 + "]" * 100_000 + ", 2]", ["is not JSON: nested too deeply", "2"]),
        ("[" + '"' + "x" * (1 << 21) + '", 2]', ["is longer than 1 MB", "2"]),
        ('[{"a": ["' + "]\\\"" * (1 << 20) + '", []]}, 2]', ["is longer than 1 MB", "2"]),
        ('["' + "x" * (1 << 21), ["is longer than 1 MB", "is cut"]),
        ("[" + "[], " * 300_000 + "2]", ["[]"] * 300_000 + ["2"]),
        ("[[" + "[]," * 600_000 + "[]], 2]", ["is longer than 1 MB", "2"]),
        ("[[" + "[]," * 2_000_000 + "[]], 2]", ["is longer than 1 MB", "goes on in a way"]),
    ],
    ids=range(17),
)  # fmt: skip
@pytest.mark.parametrize("size", [1 << 16, CHUNK])
def test_what_is_wrong_with_an_item_costs_that_item(text, told, size):
    seen = [data or problem for data, problem in found(text, size)]
    assert len(seen) == len(told) and all(a.startswith(b) for a, b in zip(seen, told, strict=True))


class Made(io.RawIOBase):
    """A file that is made as it is read: *head*, *middle* as often as fills *size* bytes, *tail*."""

    def __init__(self, head, middle, size, tail):
        self._parts = [head, middle * (CHUNK // len(middle)), tail]
        self._left = max(1, size // len(self._parts[1]))
        self._now = head

    def readable(self):
        return True

    def readinto(self, buffer):
        while not self._now and self._parts:
            if self._left > 0:
                self._left -= 1
                self._now = self._parts[1]
            else:
                self._now = self._parts.pop()
                self._parts.clear()
        size = min(len(buffer), len(self._now))
        buffer[:size] = self._now[:size]
        self._now = self._now[size:]
        return size


def read(path, *made):
    """What is read of a made file, the memory that it took at its most and the seconds."""
    tracemalloc.start()
    began = time.process_time()
    told = list(json_file.read(io.BufferedReader(Made(*made)), path))
    took = time.process_time() - began
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return told, peak, took


ARTICLE = json.dumps(
    {"title": "Ferry halted", "text": f"{BODY} Die Fähre blieb im Hafen. " * 400, "outlet": "post"}, ensure_ascii=False
)


@pytest.mark.parametrize(("path", "place"), [("w.json", "w.json[{}]"), ("w.jsonl", "w.jsonl:1[{}]")])
def test_a_list_in_one_line_is_read_article_by_article(path, place, monkeypatch):
    count = 0

    def assemble(parts, path, origin):
        nonlocal count
        assert path == place.format(count) and "Fähre" in parts.body
        count += 1
        yield from ()

    monkeypatch.setattr(json_file, "assemble", assemble)
    one = f"{ARTICLE}, ".encode()
    told, peak, _ = read(path, b"[", one, 3 * MAX_BYTES, ARTICLE.encode() + b"]")
    assert not told and count == 3 * MAX_BYTES // (CHUNK // len(one) * len(one)) * (CHUNK // len(one)) + 1
    assert peak < 6 * MAX_BYTES


def test_an_article_that_is_too_long_costs_itself_alone():
    small = json.dumps({"title": "Ferry halted", "text": BODY, "outlet": "post"})
    tail = f'"}}, {small}]'.encode()
    told, peak, took = read("w.json", f'[{small}, {{"text": "'.encode(), b"x" * 1000, 4 * MAX_BYTES, tail)
    assert [getattr(item, "place", None) or item.path for item in told] == ["w.json[0]", "w.json[1]", "w.json[2]"]
    assert [isinstance(item, Article) for item in told] == [True, False, True]
    assert "longer than 32 MB" in told[1].message and peak < 8 * MAX_BYTES and took < 30


@pytest.mark.parametrize(
    ("head", "middle", "words"),
    [
        (b'{"text": "', b"x", "longer than 32 MB"),
        (b"{", b"{", "longer than 32 MB"),
        (b"[", b"[", "nested too deeply"),
        (b"[{", b"[],", "is not JSON"),
        (b"[[", b"[],", "million parts"),
        (b"[[", b'"a",', "million parts"),
        (b'["', b"\\", "longer than 32 MB"),
        (b"", b"9", "longer than 32 MB"),
        (b"[", b" ", "is cut"),
    ],
)
def test_a_line_that_is_no_list_of_articles_takes_bounded_time(head, middle, words):
    path = "w.json" if head == b"[" else "w.jsonl"
    began = time.process_time()
    told = list(json_file.read(io.BufferedReader(Made(head, middle, 2 * MAX_BYTES, b"")), path))
    assert words in told[0].message and len(told) <= 3
    assert time.process_time() - began < 30


def test_a_line_that_is_made_to_fill_memory_does_not():
    told, peak, _ = read("w.jsonl", b"[[", b"[],", 2 * MAX_BYTES, b"")
    assert "million parts" in told[0].message and peak < 12 * MAX_BYTES


def test_a_long_list_may_be_followed_by_lines():
    tail = f'{ARTICLE}]\n{{"title": "Ferry halted", "text": "{BODY}"}}\n'.encode()
    told, _, _ = read("w.jsonl", b"[", b'{"pad": "' + b"x" * 5000 + b'"}, ', 2 * MAX_BYTES, tail)
    assert [item.path for item in told if isinstance(item, Article)][-1] == "w.jsonl:2"
