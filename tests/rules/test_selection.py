"""Selection: the longest prefix wins."""

from __future__ import annotations

import pytest

from framecheck.rules.selection import Selection, unknown


@pytest.mark.parametrize(
    ("select", "ignore", "code", "allowed"),
    [
        ((), (), "NUM001", True),
        (("ALL",), (), "NUM001", True),
        (("NUM",), (), "NUM001", True),
        (("NUM",), (), "NAM001", False),
        (("N",), (), "NAM001", True),
        (("NUM",), ("NUM001",), "NUM001", False),
        (("NUM",), ("NUM001",), "NUM002", True),
        (("NUM001",), ("NUM",), "NUM001", True),
        (("NUM",), ("NUM",), "NUM001", False),
        ((), ("NUM",), "NUM001", False),
        ((), ("ALL",), "NUM001", False),
        (("NUM",), ("ALL",), "NUM001", True),
        (("NUM00", "NUM001"), ("NUM0",), "NUM001", True),
    ],
)
def test_longest_prefix_wins(select, ignore, code, allowed):
    assert Selection(select, ignore).allows(code) is allowed


def test_unknown_prefixes():
    assert unknown(["NUM", "ALL", "ZZZ", "NUM0012"], ["NUM001"]) == ["ZZZ", "NUM0012"]
