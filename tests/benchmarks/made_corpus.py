"""Corpora of any size made of real newswire, with stories whose members and planted changes are known.

Three in ten articles belong to stories of two to six voices: the article itself and copies with other words, sentences
in another order and some left out. In most stories one copy has a planted change. A newswire article is
used again, where more are wanted than there are, in another year, so that no window of time joins the two.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import md5
from pathlib import Path

NEWSWIRE = Path(__file__).resolve().parents[3] / "shared" / "data" / "newswire.jsonl.gz"
OUTLETS = ("Courier", "Dispatch", "Examiner", "Globe", "Herald", "Mercury", "Observer", "Post", "Register", "Tribune")
VOICES = (2, 3, 4, 5, 6)
IN_STORIES = 0.3
PLANTED = 0.8  # of the stories
SHORTEST = 4  # sentences of an article that several voices retell
YEAR = timedelta(days=400)

SYNONYMS = {
    "about": "around", "also": "in addition", "although": "though", "announced": "made public", "because": "as",
    "began": "started", "believed": "thought", "company": "firm", "compared": "set", "earlier": "before", "end": "close",
    "expects": "anticipates", "fell": "dropped", "gained": "won", "government": "cabinet", "however": "but", "large": "big",
    "officials": "authorities", "plans": "intends", "previously": "before", "problems": "difficulties", "rise": "climb",
    "rose": "climbed", "said": "stated", "shares": "stock", "showed": "indicated", "sources": "insiders", "today": "this day",
    "total": "overall", "under": "beneath", "which": "that", "while": "whereas",
}  # fmt: skip
REWORDED = 0.5  # of the words that have a synonym
DROPPED = 0.2  # of the sentences but the first
SURNAMES = ("Abernathy", "Delacroix", "Hollister", "Kowalczyk", "Lindqvist", "Okonkwo", "Pemberton", "Tanaka")

_SENTENCE = re.compile(r"(?<=[a-z)\"][.!?])\s+(?=[A-Z\"])")
_COUNT = re.compile(
    r"(?<![\d.,/])(?!19\d\d)([2-9]|[1-9]\d{1,2}(?:,\d{3})*)(?= (?:mln|billion|people|shares|pct|dlrs|workers|members|tonnes)\b)"
)
_NAME = re.compile(
    r"(?<=[a-z,] )((?:[A-Z][a-z]+) (?:[A-Z]\. )?)([A-Z][a-z]{3,})(?= (?:said|told|who|stated|was|has)\b|,)"
)
_TITLE = re.compile(
    r"\b(president|chairman|minister|chief executive|director|secretary|governor)\b(?= [A-Z][a-z]+)", re.I
)
_QUOTED = re.compile(r"\"([^\"]{30,300})\"")
_HEDGE = re.compile(r"\b(may|might|could)(?= (?:be|have|not|lead|take|cause|raise|cut|buy|sell|[a-z]+)\b)")
_CONTENT = re.compile(r"\b[a-z]{6,}\b")


@dataclass(frozen=True, slots=True)
class Planted:
    """A change in one article: its ``kind``, the ``line`` of the article in the corpus and the ``words`` that are new."""

    kind: str
    story: str
    line: int
    words: str


def make(size: int, path: Path, seed: int = 1) -> tuple[list[str], list[Planted]]:
    """Write *size* articles as JSON Lines without story ids; give the story of every line and the planted changes."""
    chance = random.Random(seed)
    source = _source(chance)
    rows: list[tuple[dict[str, str], str, str, str]] = []  # article, story, kind of planted change, its words
    while len(rows) < size * IN_STORIES:
        number, row, paragraphs = next(source)
        if sum(map(len, paragraphs)) < SHORTEST:
            continue
        story, voices = f"s{number}", chance.choice(VOICES)
        changed = chance.randrange(1, voices) if chance.random() < PLANTED else 0
        for voice in range(voices):
            told, kind, words = paragraphs, "", ""
            if voice:
                told = _retold(paragraphs, chance)
                if voice == changed:
                    told, kind, words = plant(told, chance)
            rows.append((_article(row, told, number, voice), story, kind, words))
    while len(rows) < size:
        number, row, paragraphs = next(source)
        rows.append((_article(row, paragraphs, number, 0), f"s{number}", "", ""))
    del rows[size:]
    chance.shuffle(rows)
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row, *_ in rows)
    planted = [Planted(kind, story, line, words) for line, (_, story, kind, words) in enumerate(rows, 1) if kind]
    return [story for _, story, _, _ in rows], planted


def as_they_are(path: Path) -> list[str]:
    """Write the newswire articles as they are, each once, as JSON Lines with outlets by hash; give a story of its own for each,
    for which of them tell one event nobody has noted."""
    rows = []
    with gzip.open(NEWSWIRE, "rt", encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, lines)):
            paragraphs = [" ".join(part.split()) for part in re.split(r"\n {3,}", row["text"])]
            told = [[part] for part in paragraphs if part]
            rows.append(_article(row | {"date": _day(row["date"]).isoformat()}, told, number, 0))
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return [f"s{number}" for number in range(len(rows))]


def _source(chance: random.Random) -> Iterator[tuple[int, dict[str, str], list[list[str]]]]:
    """Newswire articles without end: number, row with a shifted date, paragraphs of sentences."""
    with gzip.open(NEWSWIRE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    number, year = 0, timedelta()
    while True:
        chance.shuffle(rows)
        for row in rows:
            paragraphs = [" ".join(part.split()) for part in re.split(r"\n {3,}", row["text"])]
            day = (_day(row["date"]) + year).isoformat()
            yield number, row | {"date": day}, [_SENTENCE.split(part) for part in paragraphs if part]
            number += 1
        year += YEAR


def _day(text: str) -> date:
    months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    day, month, year = text.split()[0].split("-")
    return date(int(year), months.index(month) + 1, int(day))


def _article(row: dict[str, str], paragraphs: list[list[str]], number: int, voice: int) -> dict[str, str]:
    outlet = OUTLETS[(int(md5(str(number).encode()).hexdigest(), 16) + voice) % len(OUTLETS)]
    text = "\n\n".join(" ".join(part) for part in paragraphs)
    return {"title": row["headline"].capitalize(), "text": text, "outlet": outlet, "date": row["date"]}


def _retold(paragraphs: list[list[str]], chance: random.Random) -> list[list[str]]:
    """A copy in other words: the lead first, two paragraphs changed about, some sentences left out."""
    first, *rest = ([_reworded(s, chance) for s in part] for part in paragraphs)
    rest = [kept for part in rest if (kept := [s for s in part if chance.random() >= DROPPED])]
    if len(rest) > 1:
        at = chance.randrange(len(rest) - 1)
        rest[at], rest[at + 1] = rest[at + 1], rest[at]
    return [first, *rest]


def _reworded(sentence: str, chance: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        return SYNONYMS[match[0]] if match[0] in SYNONYMS and chance.random() < REWORDED else match[0]

    parts = re.split(r"(\"[^\"]*\")", sentence)  # the words of a quotation stay
    return "".join(part if part.startswith('"') else re.sub(r"[a-z]+", other, part) for part in parts)


def plant(paragraphs: list[list[str]], chance: random.Random) -> tuple[list[list[str]], str, str]:
    """*paragraphs* with one change of a kind that they allow, the kind and the new words; ``""`` twice where none is possible."""
    kinds = [("count", _COUNT), ("name", _NAME), ("title", _TITLE), ("quotation", _QUOTED), ("hedge", _HEDGE)]
    chance.shuffle(kinds)
    for kind, pattern in kinds:
        places = [(p, s) for p, part in enumerate(paragraphs) for s, text in enumerate(part) if pattern.search(text)]
        if not places:
            continue
        p, s = chance.choice(places)
        match = pattern.search(paragraphs[p][s])
        assert match
        words = _change(kind, match, chance)
        if not words:
            continue
        copy = [list(part) for part in paragraphs]
        text = copy[p][s]
        copy[p][s] = text[: match.start()] + words + text[match.end() :]
        return copy, kind, " ".join(w for w in words.split() if w not in match[0].split())
    return paragraphs, "", ""


def _change(kind: str, match: re.Match[str], chance: random.Random) -> str:
    if kind == "count":
        value = int(match[0].replace(",", ""))
        return f"{value + max(1, value * chance.choice((2, 3, 5)) // 4):,}"
    if kind == "name":
        return match[1] + chance.choice(SURNAMES)
    if kind == "title":
        return f"former {match[0]}"
    if kind == "hedge":
        return "will"
    words = list(_CONTENT.finditer(match[0]))
    if not words:
        return ""
    word = chance.choice(words)
    other = chance.choice(("dreadful", "splendid", "unfinished", "reckless", "temporary"))
    return match[0][: word.start()] + other + match[0][word.end() :]
