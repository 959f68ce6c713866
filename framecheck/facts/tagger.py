"""Part-of-speech tags: nltk's averaged perceptron (Collins 2002; Honnibal's features) with weights of our own.

The weights in ``framecheck/data/tagger.json.gz`` are made by ``python -m framecheck.train.tagger``, which names the
treebank and its terms.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load() -> Any:
    """The tagger, ready to use: an ``nltk.tag.perceptron.PerceptronTagger``."""
    from nltk.tag.perceptron import PerceptronTagger

    packed = files("framecheck").joinpath("data", "tagger.json.gz").read_bytes()
    stored = json.loads(gzip.decompress(packed))
    tagger = PerceptronTagger(load=False)
    tagger.model.weights = stored["weights"]
    tagger.tagdict = stored["tagdict"]
    tagger.classes = tagger.model.classes = set(stored["classes"])
    return tagger


def tag(words: Sequence[str]) -> list[str]:
    """The Penn tags of the words of one sentence."""
    return [label for _, label in load().tag(list(words))]
