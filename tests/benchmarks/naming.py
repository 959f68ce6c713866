"""Score the entity table on annotated naming: ``python tests/benchmarks/naming.py [--misses]``.

5 events, 5 outlets each (NewsWCL50 / XCoref, in ``../shared/data``). Every pair of annotated mentions of one event is a
decision: the same referent or not. A mention's referent is the named entity of the story whose mention shares its words;
where the table has none, the name or label that its last word is, or that word, decides. The baseline is the last word alone.
Prints F1 by event with its mean, then precision, recall and F1 over the pairs of all events.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from framecheck.facts import analyse
from framecheck.facts.gazetteer import key, places
from framecheck.facts.identity import parts
from framecheck.link import link
from framecheck.link.entities import label_class
from framecheck.records.article import Article, Block, BlockKind
from framecheck.records.story import Entity, Story
from framecheck.text import Span

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def load(name: str) -> list[dict[str, Any]]:
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def article_of(text: str, name: str) -> Article:
    """One block of body text a line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    return Article(name, name, name, text, tuple(blocks))


def squeeze(text: str) -> tuple[str, list[int]]:
    """*text* without spaces and quotation marks, lower case, with the offset of every character kept."""
    kept = [(c.lower(), i) for i, c in enumerate(text) if not c.isspace() and c not in "\"'`\u2018\u2019\u201c\u201d"]
    return "".join(c for c, _ in kept), [i for _, i in kept]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list the commonest wrong and missed pairs")
    options = parser.parse_args()
    articles, mentions = load("naming_articles"), load("naming_mentions")
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: Counter[tuple[str, ...]] = Counter()
    for topic in sorted({a["topic"] for a in articles}):
        rows = [a for a in articles if a["topic"] == topic]
        texts = {a["id"]: "\n".join(filter(None, (a["title"], a["description"], a["text"]))) for a in rows}
        story = link(topic, tuple(analyse(article_of(texts[a["id"]], a["id"])) for a in rows))
        gold = [m for m in mentions if m["topic_id"] == topic]
        found = resolve(story, {a["id"]: i for i, a in enumerate(rows)}, gold)
        for (a, said_a), (b, said_b) in combinations(zip(gold, found, strict=True), 2):
            last_a, last_b = (m["tokens_str"].lower().split()[-1] for m in (a, b))
            same = a["coref_chain"] == b["coref_chain"]
            kinds = {kind(a), kind(b)}
            for name in (f"event {topic.split('_')[0]}", "all", next(iter(kinds)) if len(kinds) == 1 else "mixed"):
                count(totals[name], same, said_a == said_b)
                count(totals["baseline " + name], same, last_a == last_b)
            if same != (said_a == said_b):
                wrong["missed" if same else "wrong", *sorted((a["tokens_str"], b["tokens_str"]))] += 1
    events = sorted(name for name in totals if name.startswith("event"))
    for row in ("baseline ", ""):
        scores = [f1(totals[row + name]) for name in events]
        print(
            f"{row or 'entities':12}"
            + "".join(f"{v:8.3f}" for v in scores)
            + f"   mean {sum(scores) / len(scores):.3f}"
        )
    print(f"{'pairs':20}{'P':>8}{'R':>8}{'F1':>8}")
    for name in ("all", "person", "country", "rest"):
        for row in ("baseline " + name, name):
            c = totals[row]
            p, r = c["right"] / max(1, c["said"]), c["right"] / max(1, c["true"])
            print(f"{row:20}{p:8.3f}{r:8.3f}{f1(c):8.3f}")
    if options.misses:
        for (what, a, b), n in wrong.most_common(120):
            print(f"{n:6} {what:7} {a!r} / {b!r}")


def f1(counts: Counter[str]) -> float:
    return 2 * counts["right"] / max(1, counts["said"] + counts["true"])


def kind(mention: dict[str, Any]) -> str:
    types = {"ACTOR": "person", "COUNTRY": "country"}
    return types.get(mention["mention_type"].split("+")[0], "rest")


def count(counter: Counter[str], same: bool, said: bool) -> None:
    counter["true"] += same
    counter["said"] += said
    counter["right"] += same and said


def heads(story: Story, entity: Entity) -> set[str]:
    return {story.mention(r).head for r in entity.mentions}


def bare(words: str) -> str:
    """Words as they are compared: lower case, without article."""
    return " ".join(words.lower().split()).removeprefix("the ")


def occurrence(text: str, words: str, start: int, ends: set[int], offsets: list[int]) -> int:
    """Where the squeezed words stand next: the first place that ends with a mention, else the first."""
    at = first = text.find(words, start) if words else -1
    while 0 <= at < first + 60:
        if offsets[at + len(words) - 1] + 1 in ends:
            return at
        at = text.find(words, at + 1)
    return first if first < start + 2500 else -1


def resolve(story: Story, order: dict[str, int], gold: list[dict[str, Any]]) -> list[object]:
    """The referent of every annotated mention: an entity number, or the last word."""
    entity = {(r.document, r.mention): e.id for e in story.entities if e.name or "label" in e.links for r in e.mentions}
    called: dict[str, Counter[int]] = defaultdict(Counter)  # whom the story mostly means by the same words
    for (number, index), referent in entity.items():
        document = story.documents[number]
        called[bare(document.words(document.mentions[index].span))][referent] += 1
    bearers = {key(e.name): e.id for e in reversed(story.entities) if e.name}
    bearers |= {
        key(e.name).split()[0]: e.id for e in reversed(story.entities) if e.kind == "place" and key(e.name) in places()
    }
    bearers |= {parts(e.name)[-1]: e.id for e in reversed(story.entities) if e.kind == "person" and parts(e.name)}
    classes = {label_class(d): e.id for e in story.entities if "label" in e.links for d in heads(story, e)}
    flat = [squeeze(d.article.text) for d in story.documents]
    reached: dict[str, int] = defaultdict(int)
    found: list[object] = [None] * len(gold)
    by_document = defaultdict(list)
    for i, m in enumerate(gold):
        by_document[m["doc_id"]].append(i)
    for name, indexes in by_document.items():
        number = order[name]
        text, offsets = flat[number]
        document = story.documents[number]
        # in the order of their tokens: what is searched for stands at or behind what was found before it
        for i in sorted(indexes, key=lambda i: (int(gold[i]["sent_id"]), gold[i]["tokens_number"][0])):
            words = squeeze(gold[i]["tokens_str"])[0]
            *before, last = gold[i]["tokens_str"].lower().split()
            named = (
                None if before and before[0].isalpha() and before[0] not in ("the", "mr") else bearers.get(key(last))
            )
            found[i] = named if named is not None else classes.get(label_class(last), last)
            if same_words := called.get(bare(gold[i]["tokens_str"])):
                found[i] = same_words.most_common(1)[0][0]
            at = occurrence(text, words, reached[name], {m.span.end for m in document.mentions}, offsets)
            if at < 0:
                continue
            reached[name] = at
            start, end = offsets[at], offsets[at + len(words) - 1] + 1
            plain = document.article.plain
            inside = [(m.span, n) for n, m in enumerate(document.mentions) if start < m.span.end <= end + 1]
            for span, _ in inside:  # "the North's leader": who is owned, not the owner
                if span.start <= start + 4 and span.end < end and plain.startswith(("'s ", "' "), span.end):
                    start = plain.index(" ", span.end) + 1
            headed = [
                (span, n)
                for span, n in inside
                if (span.start <= start or plain[start : span.start].lower() == "the ")
                and span.end > start
                and not (span.end < end and plain[span.end] == "-")
            ]
            if not headed or (number, min(headed)[1]) not in entity:
                continue
            first, index = min(headed)
            found[i] = one = entity[number, index]
            for span, index in inside:
                other = entity.get((number, index), one)
                if other != one and plain[first.end : span.start] in (" and ", " and the "):
                    found[i] = (one, other)  # "North and South Korea"
                    break
    return found


if __name__ == "__main__":
    sys.exit(main())
