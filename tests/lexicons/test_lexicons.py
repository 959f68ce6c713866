from __future__ import annotations

from importlib.resources import files

import pytest

from framecheck.lexicons import table, words

NAMES = sorted(p.name.removesuffix(".txt") for p in files("framecheck.lexicons").iterdir() if p.name.endswith(".txt"))


@pytest.mark.parametrize("name", NAMES)
def test_every_lexicon_is_readable_and_has_no_entry_twice(name):
    text = files("framecheck.lexicons").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    entries = [line.split("#", 1)[0].split("\t")[0].strip() for line in text.splitlines()]
    entries = [e for e in entries if e]
    assert entries
    assert len(entries) == len(set(entries)) == len(words(name))


def test_fields_follow_tabs_and_comments_are_no_entries():
    assert table("negation")["never"] == ("direct",)
    assert not any(entry.startswith("#") for entry in words("negation"))


def test_an_unknown_lexicon_is_an_error():
    with pytest.raises(FileNotFoundError):
        words("no-such-list")
