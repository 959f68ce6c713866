"""Bytes to text, whatever the bytes."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framecheck.readers.encoding import decode, looks_binary


@pytest.mark.parametrize(
    ("data", "declared", "text", "remark"),
    [
        ("“naïve”".encode(), None, "“naïve”", ""),
        (codecs.BOM_UTF8 + "é".encode(), None, "é", ""),
        (codecs.BOM_UTF16_LE + "é“".encode("utf-16-le"), None, "é“", ""),
        (codecs.BOM_UTF16_BE + "é“".encode("utf-16-be"), None, "é“", ""),
        (codecs.BOM_UTF32_LE + "é“".encode("utf-32-le"), None, "é“", ""),
        ("“naïve”".encode("cp1252"), None, "“naïve”", "is not UTF-8; read as cp1252"),
        (b"caf\xe9 \x81", None, "café \ufffd", "cp1252"),
        ("“naïve” – “été”".encode() + b"\xe2\x80", None, "“naïve” – “été”\ufffd", "broken bytes"),
        ("日本".encode("shift_jis"), "shift_jis", "日本", ""),
        ("é".encode(), "no-such-encoding", "é", "is not no-such-encoding as it declares; read as UTF-8"),
        (b"one\r\ntwo\rthree\n", None, "one\r\ntwo\rthree\n", ""),
        (b"", None, "", ""),
    ],
)
def test_decode(data, declared, text, remark):
    found, said = decode(data, declared)
    assert found == text
    assert bool(said) == bool(remark) and remark in said


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "utf-16", "ascii", "latin-1", "nonsense"]))
def test_decode_never_raises(data, declared):
    text, remark = decode(data, declared)
    assert isinstance(text, str) and isinstance(remark, str)


@given(st.text())
def test_utf8_comes_back_unchanged(text):
    data = text.encode("utf-8", "ignore")
    assert decode(data)[0] == data.decode().removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("head", "binary"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", True),
        (b"text\0text", True),
        (bytes(range(1, 9)) * 4, True),
        (codecs.BOM_UTF16_LE + "abc".encode("utf-16-le"), False),
        ("naïve\t\x1b[31mred\x1b[0m".encode("cp1252"), False),
        (b"", False),
    ],
)
def test_looks_binary(head, binary):
    assert looks_binary(head) is binary
