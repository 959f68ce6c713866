"""What speaks for two sentences making one statement: one number a pair for each signal.

Every signal is a product of matrices with one row a sentence, so that all pairs of a story are scored at once.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from framecheck.align.rarity import weights
from framecheck.align.table import Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Signals = dict[str, Floats]

GRAMS: Final = (3, 4, 5)
RUNS: Final = (2, 3, 4, 8)
EARLY: Final = 0.12  # of an article: the part that tells the news
RELATIVE: Final = ("characters", "product_shared")
QUOTED: Final = 4  # quoted words from which a quotation is worth looking for in a report


def signals(table: Table, a: Ints, b: Ints) -> Signals:
    """Every signal by name, each parallel to the row numbers *a* and *b*."""
    import numpy as np

    content, words = _binary([row.content for row in table.rows])
    rarity = weights(content, words)
    found: Signals = {}
    cosine = characters(table)
    found["characters"] = cosine[a, b]
    found["characters_rank"] = _rank(table, cosine)[a, b]
    for name, weight in rarity.items():
        found.update(_overlap(name, content, weight, a, b))
    mass = content @ rarity["story"]
    found["length_shorter"] = np.log1p(np.minimum(mass[a], mass[b]))
    found["length_longer"] = np.log1p(np.maximum(mass[a], mass[b]))
    for name, rows in (
        ("names", [row.names for row in table.rows]),
        ("plain", [row.content - row.names for row in table.rows]),
        ("numbers", [row.numbers for row in table.rows]),
        ("quoted", [row.quoted for row in table.rows]),
    ):
        matrix, items = _binary(rows)
        found.update(_overlap(name, matrix, weights(matrix, items)["product"], a, b))
    for name, sets in (
        ("entities", [row.entities for row in table.rows]),
        ("speakers", [row.speakers for row in table.rows]),
    ):
        matrix, items = _binary(sets)
        found.update(_overlap(name, matrix, weights(matrix, items)["story"], a, b))
    found["quote_reported"] = _quote_reported(table, rarity["product"], words, content)[a, b]
    for size in RUNS:
        grams, _ = _binary([_word_grams(row.words, size) for row in table.rows], least=2)
        found[f"run_{size}"] = np.minimum((grams @ grams.T)[a, b], 3).astype(np.float32)
    found.update(_relative(found, a, b, len(table.rows)))
    return found | _places(table, a, b)


def characters(table: Table) -> Floats:
    """Cosines of character 3- to 5-gram TF-IDF vectors within word bounds, all sentences with all (``char_wb`` elsewhere)."""
    import numpy as np

    texts = [row.text for row in table.rows]
    counted = {text: Counter(chain.from_iterable(map(_word_parts, text.split()))) for text in dict.fromkeys(texts)}
    frequency = Counter(chain.from_iterable(counted[text] for text in texts))
    idf = [math.log((1 + len(texts)) / (1 + n)) + 1 for n in range(len(texts) + 1)]
    # what one sentence alone has adds to its length only: it has no column
    column = {gram: number for number, gram in enumerate(gram for gram, n in frequency.items() if n > 1)}
    matrix = np.zeros((len(texts), max(len(column), 1)), np.float32)
    squares = np.zeros(len(texts), np.float32)
    known: dict[str, int] = {}  # outlets repeat sentences word for word
    for number, text in enumerate(texts):
        same = known.setdefault(text, number)
        if same < number:
            matrix[number], squares[number] = matrix[same], squares[same]
            continue
        counts = counted[text]
        values = np.array([(1 + math.log(n)) * idf[frequency[gram]] for gram, n in counts.items()])
        squares[number] = np.add.accumulate((values * values).astype(np.float32))[-1] if counts else 0
        columns = np.array([column.get(gram, -1) for gram in counts])
        matrix[number, columns[columns >= 0]] = values[columns >= 0]
    matrix /= np.sqrt(squares)[:, None] + np.float32(1e-6)
    return matrix @ matrix.T


@lru_cache(maxsize=1 << 13)
def _word_parts(word: str) -> tuple[str, ...]:
    """The character n-grams of a word with a space at either end; the whole of it where it is shorter."""
    padded = f" {word} "
    return tuple(padded[i : i + size] for size in GRAMS for i in range(max(len(padded) - size + 1, 1)))


def _rank(table: Table, scores: Floats) -> Floats:
    """How near a pair comes to the best partner that each has in the other's document: 1 for a mutual best."""
    import numpy as np

    best = np.zeros_like(scores)
    for rows in table.documents():
        best[:, rows] = scores[:, rows].max(axis=1)[:, None]
    small = np.float32(1e-6)
    return ((scores / (best + small) + scores / (best.T + small)) / 2).astype(np.float32)


def _binary(rows: Sequence[Collection[object]], least: int = 1) -> tuple[Floats, list[object]]:
    """Rows of items as a 0/1 matrix with the items of its columns; items in fewer than *least* rows are dropped."""
    frequency = Counter(item for row in rows for item in row)
    # sorted: sets of strings come in another order each run, and sums of floats depend on it
    items = sorted((item for item, n in frequency.items() if n >= least), key=str)
    return _known(rows, items), items


def _known(rows: Iterable[Collection[object]], items: Sequence[object]) -> Floats:
    import numpy as np

    rows = list(rows)
    columns = {item: i for i, item in enumerate(items)}
    matrix = np.zeros((len(rows), max(len(items), 1)), np.float32)
    for number, row in enumerate(rows):
        matrix[number, [columns[item] for item in row if item in columns]] = 1
    return matrix


def _overlap(name: str, matrix: Floats, weight: Floats, a: Ints, b: Ints) -> Signals:
    """The weight of what both have: by itself, as a share of the smaller and of the larger; and whether both have such
    items but share none."""
    import numpy as np

    shared = ((matrix * weight) @ matrix.T)[a, b]
    mass = matrix @ weight
    low, high = np.minimum(mass[a], mass[b]), np.maximum(mass[a], mass[b])
    small = np.float32(1e-6)
    return {
        f"{name}_shared": np.log1p(shared),
        f"{name}_of_smaller": shared / (low + small),
        f"{name}_of_larger": shared / (high + small),
        f"{name}_apart": ((low > 0) & (shared == 0)).astype(np.float32),
    }


def _quote_reported(table: Table, weight: Floats, words: Sequence[object], content: Floats) -> Floats:
    """Share of one sentence's quoted words that the other has, quoted or not: a quotation against a report of it."""
    import numpy as np

    quoted = _known([row.quoted if len(row.quoted) >= QUOTED else () for row in table.rows], words)
    share = ((quoted * weight) @ content.T) / ((quoted @ weight)[:, None] + np.float32(1e-6))
    return np.maximum(share, share.T)


def _word_grams(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def _relative(found: Signals, a: Ints, b: Ints, count: int) -> Signals:
    """Standard scores of a few signals among all pairs of either sentence: some sentences are near to everything."""
    import numpy as np

    pairs = np.bincount(a, minlength=count) + np.bincount(b, minlength=count)
    result: Signals = {}
    for name in RELATIVE:
        value = found[name].astype(np.float64)
        total = np.bincount(a, value, count) + np.bincount(b, value, count)
        square = np.bincount(a, value**2, count) + np.bincount(b, value**2, count)
        mean = total / np.maximum(pairs, 1)
        spread = np.sqrt(np.maximum(square / np.maximum(pairs, 1) - mean**2, 0)) + 0.3 * value.std() + 1e-6
        first, second = (value - mean[a]) / spread[a], (value - mean[b]) / spread[b]
        result[f"{name}_stands_out"] = np.minimum(first, second).astype(np.float32)
        result[f"{name}_stands_out_once"] = np.maximum(first, second).astype(np.float32)
    return result


def _places(table: Table, a: Ints, b: Ints) -> Signals:
    """Where in the articles both stand: news is told first, so early sentences pair more often."""
    import numpy as np

    early = table.position < EARLY
    return {
        "position_gap": np.abs(table.position[a] - table.position[b]),
        "position_later": np.maximum(table.position[a], table.position[b]),
        "position_early": (early[a] & early[b]).astype(np.float32),
        "heading_one": np.abs(table.heading[a] - table.heading[b]),
        "heading_both": table.heading[a] * table.heading[b],
    }
