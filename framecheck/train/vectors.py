"""Distil word vectors: ``python -m framecheck.train.vectors MODEL.onnx TOKENIZER.json OUT.npz TEXTS.gz…``.

They do not ship: they are what ``framecheck.train.loadedness`` is fitted on.

Model: all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Apache-2.0) as ONNX. Each word is encoded alone, forms of one stem are
averaged by how often they occur, and principal components keep `DIMENSIONS` of the 384, one byte each: static vectors as in
model2vec (Tulkens & van Dongen 2024). Texts only choose the words: GUM and ECB+ (as for the frequencies) and Reuters-21578.
Needs ``onnxruntime`` and ``tokenizers``, which the package itself does not.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framecheck.facts.tokens import stem
from framecheck.train.frequencies import WORDS, texts

DIMENSIONS = 96
STEMS = 12_000
SMALLEST = 5  # occurrences of a stem
FORMS = 4  # of a stem, the commonest
BATCH = 256

Floats = NDArray[np.float32]


def encode(words: list[str], session: Any, tokenizer: Any) -> dict[str, Floats]:
    """The mean of the encoder's last layer over the pieces of each word."""
    pieces = tokenizer.encode_batch(words)
    order = sorted(range(len(words)), key=lambda i: len(pieces[i].ids))
    found: dict[str, Floats] = {}
    for first in range(0, len(order), BATCH):
        batch = order[first : first + BATCH]
        ids = np.zeros((len(batch), max(len(pieces[i].ids) for i in batch)), np.int64)
        mask = np.zeros_like(ids)
        for row, i in enumerate(batch):
            ids[row, : len(pieces[i].ids)] = pieces[i].ids
            mask[row, : len(pieces[i].ids)] = 1
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        layer = session.run(None, {i.name: inputs[i.name] for i in session.get_inputs()})[0]
        pooled = (layer * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]
        found.update({words[i]: pooled[row] for row, i in enumerate(batch)})
    return found


def reduce(vectors: Floats) -> NDArray[np.int8]:
    """Principal components of centred vectors, each row of length one and scaled to bytes."""
    centred = vectors - vectors.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    kept = centred @ axes[:DIMENSIONS].T
    packed: NDArray[np.int8] = np.round(kept * 127 / np.abs(kept).max(axis=1, keepdims=True)).astype(np.int8)
    return packed


def main() -> None:
    """Encode, reduce, write the file: ``stems`` (UTF-8 lines) and ``vectors`` (bytes), commonest stem first."""
    onnxruntime, tokenizers = import_module("onnxruntime"), import_module("tokenizers")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for path in options.texts:
        for text in texts(path):
            counts.update(word.removesuffix("'s") for word in WORDS.findall(text))
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for word, n in counts.items():
        forms[stem(word)][word] = n
    totals = {s: sum(by.values()) for s, by in forms.items()}
    stems = sorted((s for s, n in totals.items() if n >= SMALLEST), key=lambda s: (-totals[s], s))[:STEMS]
    chosen = {s: forms[s].most_common(FORMS) for s in stems}
    tokenizer = tokenizers.Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_padding()
    session = onnxruntime.InferenceSession(str(options.model))
    vectors = encode([word for by in chosen.values() for word, _ in by], session, tokenizer)
    rows = [np.average([vectors[w] for w, _ in by], axis=0, weights=[n for _, n in by]) for by in chosen.values()]
    packed = np.frombuffer("\n".join(stems).encode(), np.uint8)
    np.savez(options.out, stems=packed, vectors=reduce(np.stack(rows).astype(np.float32)))
    print(f"{len(stems)} stems, {options.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
