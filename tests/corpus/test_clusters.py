"""Stories in dense piles: reports of one kind stay apart, copies of one text stay together."""

from datetime import date, timedelta
from random import Random

from framecheck.corpus.cluster import clusters
from framecheck.corpus.index import Index
from framecheck.corpus.shelf import Place
from framecheck.corpus.terms import terms
from framecheck.records.article import Article, Block, BlockKind
from framecheck.text import Span

DAY = date(2024, 5, 7)
SYLLABLES = ("bar", "den", "fos", "gil", "hor", "kem", "lun", "mar", "nol", "pris", "rud", "sten", "tal", "ven", "wick")


def found(texts, days=None):
    index = Index()
    for number, text in enumerate(texts):
        day = days[number] if days else DAY
        article = Article(str(number), str(number), "", text, (Block(BlockKind.BODY, Span(0, len(text))),), date=day)
        index.add(article, Place(0, 0), terms(article))
    return [story for story in clusters(index, range(len(texts))) if len(story) > 1]


def name(chance):
    return "".join(chance.sample(SYLLABLES, 4)).capitalize()


def report(chance):
    """A notice of earnings: the words of all of them, a name and numbers of its own."""
    sums = [f"{chance.randrange(11, 99)},{chance.randrange(100, 999)}" for _ in range(6)]
    return (
        f"{name(chance)} Holdings said quarterly net profit rose to {sums[0]} crowns from {sums[1]} a year "
        f"earlier. Revenue for the quarter was {sums[2]} against {sums[3]}. The board proposed an unchanged "
        f"dividend of {sums[4]} crowns a share, payable in June. Orders came to {sums[5]}."
    )


def test_reports_of_one_kind_are_no_story():
    chance = Random(3)
    texts = list({text.split()[0]: text for text in (report(chance) for _ in range(90))}.values())[:80]
    first = texts[17].split(" said")[0]
    again = texts[17].replace(f"{first} said quarterly", "Quarterly").replace("The board", f"The board of {first}")
    assert found([*texts, again]) == [[17, 80]]


def test_a_text_that_all_print_is_one_story():
    chance = Random(5)
    story = (
        "A wall of the Benning quarry near Alderholm collapsed on Tuesday and trapped 12 workers, fire chief Mara Dunlin said. "
        "Rescuers from three towns dug through the night with cranes. The Benning company runs four quarries in the county."
    )
    copies = [f"{name(chance)} reports. {story}" for _ in range(70)]
    own = (
        "Twelve workers were trapped when a wall of the Benning quarry collapsed near Alderholm on Tuesday, according to fire "
        "chief Mara Dunlin. Crews with cranes came from three towns. The county has four quarries of the Benning company."
    )
    assert found([*copies, own, *(report(chance) for _ in range(30))]) == [list(range(71))]


def test_days_between_count():
    text = report(Random(7))
    other = (
        f"{text[: text.index('The board')]} Traders had expected less, and shares of the shipyard gained in Norsund."
    )
    apart = [found([text, other], [DAY, DAY + timedelta(days=days)]) for days in range(10)]
    assert apart[0] == apart[1] == [[0, 1]] and apart[8] == apart[9] == []
