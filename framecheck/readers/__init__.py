"""Readers: from paths to articles. Text is kept as published; every offset points into it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from framecheck.records.article import Article, Block, BlockKind, Notice
from framecheck.text import Span


def read_paths(paths: Sequence[str]) -> tuple[list[Article], list[Notice]]:
    """The articles at *paths* (files or folders), in order, and what could not be read."""
    files = [f for p in map(Path, paths) for f in (sorted(p.glob("*.txt")) if p.is_dir() else [p])]
    articles = []
    for file in files:
        text = file.read_bytes().decode("utf-8")
        blocks = [
            Block(BlockKind.HEADLINE if i == 0 else BlockKind.BODY, Span(m.start(), m.end()))
            for i, m in enumerate(re.finditer(r"[^\n]*\S[^\n]*", text))
        ]
        name = file.stem.split("_")[0]
        articles.append(Article(name, str(file), name, text, tuple(blocks)))
    return articles, []
