"""What speaks for two sentences making one statement: one number a pair for each signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from framecheck.align.table import Table, frequencies

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

GRAMS: Final = (3, 4, 5)
RUNS: Final = (2, 3, 4, 6, 8, 12)
_COLUMNS = 4096


def signals(table: Table, a: Ints, b: Ints) -> dict[str, Floats]:
    """Every signal by name, each parallel to the row numbers *a* and *b*."""
    import numpy as np

    found: dict[str, Floats] = {}
    cosine = characters(table)
    found["characters"] = cosine[a, b]
    found["characters_rank"] = _ranks(table, cosine)[a, b]

    content, vocabulary = _binary([row.content for row in table.rows])
    rarity = _rarity(content, vocabulary)
    for name, weights in rarity.items():
        shared = (content * weights) @ content.T
        mass = content @ weights + 1e-6
        low, high = np.minimum(mass[a], mass[b]), np.maximum(mass[a], mass[b])
        value = shared[a, b]
        found[f"contain_{name}"] = value / low
        found[f"within_{name}"] = value / high
        found[f"cosine_{name}"] = (value / np.sqrt(low * high)).astype(np.float32)
        found[f"shared_{name}"] = np.log1p(value)
        square = (content * weights**2) @ content.T
        norm = np.sqrt(np.diag(square)).astype(np.float32) + np.float32(1e-6)
        found[f"tfidf_{name}"] = np.divide(square[a, b], norm[a] * norm[b], dtype=np.float32)
        if name == "story":
            found["length_low"], found["length_high"] = np.log1p(low), np.log1p(high)

    names, named = _binary([row.names for row in table.rows])
    found.update(_overlap("names", names, _rarity(names, named)["product"], a, b))
    plain, words = _binary([row.content - row.names for row in table.rows])
    found.update(_overlap("plain", plain, _rarity(plain, words)["product"], a, b))
    numbers, figures = _binary([row.numbers for row in table.rows])
    found.update(_overlap("numbers", numbers, _rarity(numbers, figures)["product"], a, b))
    quoted, said = _binary([row.quoted for row in table.rows])
    found.update(_overlap("quoted", quoted, _rarity(quoted, said)["product"], a, b))
    # a quotation against a report of it: the quoted words of one inside all words of the other
    found["quote_report"] = _quote_report(table, rarity["product"], vocabulary, content)[a, b]

    clause = _clauses(table, rarity["product"], vocabulary, content)
    for name, matrix in clause.items():
        found[name] = matrix[a, b]

    for size in RUNS:
        grams, _ = _binary([_word_grams(row.words, size) for row in table.rows], least=2)
        found[f"run_{size}"] = np.minimum((grams @ grams.T)[a, b], 3).astype(np.float32)
    found["position_gap"] = np.abs(table.position[a] - table.position[b])
    found["position_late"] = np.maximum(table.position[a], table.position[b])
    found["both_early"] = ((table.position[a] < 0.12) & (table.position[b] < 0.12)).astype(np.float32)
    found["heading_one"] = (table.headline[a] != table.headline[b]).astype(np.float32)
    found["heading_both"] = table.headline[a] * table.headline[b]
    return {name: values.astype(np.float32) for name, values in found.items()}


def characters(table: Table) -> Floats:
    """Cosine of character 3- to 5-gram TF-IDF vectors within word bounds, story IDF: scikit-learn's ``char_wb``."""
    import numpy as np

    rows = []
    for row in table.rows:
        counts: dict[str, int] = {}
        for word in row.text.split():
            padded = f" {word} "
            for size in GRAMS:
                for i in range(max(len(padded) - size + 1, 1)):
                    gram = padded[i : i + size]
                    counts[gram] = counts.get(gram, 0) + 1
        rows.append(counts)
    frequency: dict[str, int] = {}
    for counts in rows:
        for gram in counts:
            frequency[gram] = frequency.get(gram, 0) + 1
    index: dict[str, int] = {}
    at_row, at_column, values = [], [], []
    squares = np.zeros(len(rows), np.float32)
    idf = {g: float(np.log((1 + len(rows)) / (1 + n)) + 1) for g, n in frequency.items()}
    import math

    for number, counts in enumerate(rows):
        total = 0.0
        for gram, n in counts.items():
            value = (1 + math.log(n)) * idf[gram]
            total += value * value
            if frequency[gram] > 1:
                at_row.append(number)
                at_column.append(index.setdefault(gram, len(index)))
                values.append(value)
        squares[number] = total
    matrix = np.zeros((len(rows), len(index)), np.float32)
    matrix[at_row, at_column] = values
    matrix /= np.sqrt(squares)[:, None] + 1e-6
    return matrix @ matrix.T


def _ranks(table: Table, scores: Floats) -> Floats:
    """How near a pair comes to the best partner that either sentence has in the other's document: the mean of both
    ratios, 1 for a mutual best."""
    import numpy as np

    best = np.zeros_like(scores)
    for number in range(int(table.document.max(initial=0)) + 1):
        inside = table.document == number
        if inside.any():
            best[:, inside] = scores[:, inside].max(axis=1)[:, None]
    # best[i, j]: the best partner of i in j's document
    return ((scores / (best + 1e-6) + scores / (best.T + 1e-6)) / 2).astype(np.float32)


def _binary(rows: Sequence[Collection[object]], least: int = 1) -> tuple[Floats, list[object]]:
    """Rows of items as a 0/1 matrix with the items of its columns; items in fewer than *least* rows are dropped."""
    import numpy as np

    frequency: dict[object, int] = {}
    for row in rows:
        for item in row:
            frequency[item] = frequency.get(item, 0) + 1
    # Insertion order of a set of strings is not stable between runs; the sums are the same up to rounding
    columns = {item: i for i, item in enumerate(sorted((k for k, n in frequency.items() if n >= least), key=str))}
    matrix = np.zeros((len(rows), max(len(columns), 1)), np.float32)
    for number, row in enumerate(rows):
        for item in row:
            column = columns.get(item)
            if column is not None:
                matrix[number, column] = 1
    return matrix, list(columns)


def _rarity(matrix: Floats, items: Sequence[object]) -> dict[str, Floats]:
    """Weights of the columns: inverse frequency in the story's sentences, in texts at large, and their product."""
    import numpy as np

    total, counts = frequencies()
    if not items:
        return dict.fromkeys(("story", "general", "product"), np.ones(1, np.float32))
    story = np.log((1 + len(matrix)) / (0.5 + matrix.sum(axis=0)))
    general = np.log(total / np.array([counts.get(str(i), 1) for i in items], np.float32) + 1)
    general /= np.log(total + 1)
    return {"story": story, "general": general, "product": story * general}


def _overlap(name: str, matrix: Floats, weights: Floats, a: Ints, b: Ints) -> dict[str, Floats]:
    import numpy as np

    value = ((matrix * weights) @ matrix.T)[a, b]
    mass = matrix @ weights
    high, low = np.maximum(mass[a], mass[b]), np.minimum(mass[a], mass[b])
    return {
        f"{name}_shared": np.log1p(value),
        f"{name}_within": value / (high + 1e-6),
        f"{name}_contain": value / (low + 1e-6),
        f"{name}_only": ((low > 0) & (value == 0)).astype(np.float32),
        f"{name}_none": (high == 0).astype(np.float32),
    }


def _known(rows: Iterable[Collection[object]], vocabulary: Sequence[object]) -> Floats:
    import numpy as np

    rows = list(rows)
    index = {item: i for i, item in enumerate(vocabulary)}
    matrix = np.zeros((len(rows), max(len(vocabulary), 1)), np.float32)
    for number, row in enumerate(rows):
        for item in row:
            if item in index:
                matrix[number, index[item]] = 1
    return matrix


def _quote_report(table: Table, weights: Floats, vocabulary: Sequence[object], content: Floats) -> Floats:
    """Share of one sentence's quoted words that the other has, where at least four words are quoted."""
    import numpy as np

    quoted = _known([row.quoted if len(row.quoted) >= 4 else () for row in table.rows], vocabulary)
    share = ((quoted * weights) @ content.T) / ((quoted @ weights)[:, None] + 1e-6)
    return np.maximum(share, share.T)


def _clauses(table: Table, weights: Floats, vocabulary: Sequence[object], content: Floats) -> dict[str, Floats]:
    """The best clause of one sentence inside the other sentence, and the best pair of clauses."""
    import numpy as np

    flat = [clause for row in table.rows for clause in row.clauses]
    starts = np.cumsum([0, *(len(row.clauses) for row in table.rows)])[:-1]
    matrix = _known(flat, vocabulary)
    weighted = matrix * weights
    mass = weighted.sum(axis=1)
    damped = mass + np.float32(np.median(mass))  # a clause of one rare word is no evidence
    inside = (weighted @ content.T) / damped[:, None]
    held = np.maximum.reduceat(inside, starts, axis=0)
    dice = 2 * (weighted @ matrix.T) / (damped[:, None] + mass[None, :])
    dice = np.minimum(dice, dice.T)
    best = np.maximum.reduceat(np.maximum.reduceat(dice, starts, axis=0), starts, axis=1)
    shared = weighted @ matrix.T
    most = np.maximum.reduceat(np.maximum.reduceat(shared, starts, axis=0), starts, axis=1)
    return {
        "clause_held": np.maximum(held, held.T),
        "clause_both": np.minimum(held, held.T),
        "clause_best": best,
        "clause_shared": np.log1p(most),
    }


def _word_grams(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
