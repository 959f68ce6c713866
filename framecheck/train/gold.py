"""Annotated article sets for training: each aligned by weights that never saw it, and the script that scores findings."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from framecheck.align import align
from framecheck.facts import analyse
from framecheck.link import link
from framecheck.readers import read_paths
from framecheck.records.alignment import Alignment
from framecheck.train import aligner


def load_scorer(path: Path) -> Any:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: not a Python script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def aligned_unseen(gold: Path) -> list[tuple[Path, Alignment]]:
    """Every set of the folder with its articles aligned by an aligner fitted on the other sets."""
    folders = [folder for folder in sorted(gold.iterdir()) if folder.is_dir()]
    sets = [aligner.read(folder) for folder in folders]
    found = []
    for folder, held in zip(folders, sets, strict=True):
        model = aligner.fit_model([other for other in sets if other is not held])
        articles, _ = read_paths([str(p) for p in sorted(folder.glob("*.txt"))])
        found.append((folder, align(link(folder.name, tuple(analyse(a) for a in articles)), model)))
    return found
