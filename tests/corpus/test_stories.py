"""From paths to stories: folders, ids, words."""

import json
import os
from pathlib import Path

import pytest

from framecheck.corpus.cluster import average_linkage
from framecheck.corpus.lint import Corpus, Stories
from framecheck.corpus.shelf import Shelf, pack, unpack
from framecheck.corpus.survey import MOST, Grouping, survey
from framecheck.corpus.terms import SKETCH, resemblance, terms
from framecheck.corpus.workers import Workers
from framecheck.errors import InputError
from framecheck.readers import read_file
from framecheck.readers.text_file import read_text
from framecheck.records.article import Article
from tests.corpus.pile import NEAR_MISS, STORIES, folders, lines, rows

ROOT = Path(__file__).parents[2]


def stories(*paths, jobs=1, **how):
    with Workers(jobs) as workers, Stories(Corpus(tuple(map(str, paths)), **how), workers) as found:
        bundles = [(b.id, b.by, sorted(b.paths or (unpack(p).path for p in b.packed))) for b in found]
        return bundles, found.notices


def article(text):
    return next(item for item in read_text(text, "a.txt") if isinstance(item, Article))


def test_a_folder_a_story_at_any_depth(tmp_path):
    folders(tmp_path / "2024" / "may")
    found = survey([str(tmp_path)])
    assert [story.name for story in found.stories] == ["2024/may/ferry", "2024/may/museum", "2024/may/quarry"]
    assert [len(story.paths) for story in found.stories] == [2, 2, 3] and found.pile == [] and found.notices == []


def test_folders_given_side_by_side_are_stories(tmp_path):
    folders(tmp_path)
    found = survey([str(tmp_path / "museum"), str(tmp_path / "ferry")])
    assert [story.name for story in found.stories] == ["museum", "ferry"]


def test_what_is_a_pile(tmp_path):
    folders(tmp_path)
    big = tmp_path / "big"
    big.mkdir()
    for number in range(MOST + 1):
        (big / f"{number:03}.txt").write_text("x")
    lines(tmp_path / "museum" / "rows.jsonl", rows())
    (tmp_path / "loose.txt").write_text("x")
    found = survey([str(tmp_path)])
    assert [story.name for story in found.stories] == ["ferry", "museum", "quarry"]
    assert len(found.pile) == 1 + MOST + 1 + 1
    assert survey([str(tmp_path)], Grouping.TEXT).stories == []
    assert [s.name for s in survey([str(tmp_path / "museum")], Grouping.FOLDER).stories] == ["museum"]


def test_loops_pipes_and_locked_folders_do_not_stop_it(tmp_path):
    folders(tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "museum" / "pipe.txt")
    found = survey([str(tmp_path)])
    assert len(found.stories) == 3 and [Path(n.place).name for n in found.notices] == ["pipe.txt"]


def test_many_files_in_one_folder(tmp_path):
    for number in range(20_000):
        (tmp_path / f"{number}.txt").touch()
    assert len(survey([str(tmp_path)]).pile) == 20_000


def test_ids_make_stories(tmp_path):
    path = lines(tmp_path / "wire.jsonl", rows())
    found, notices = stories(path)
    assert [(name, by, len(members)) for name, by, members in found] == [
        ("quarry", Grouping.ID, 3), ("museum", Grouping.ID, 2), ("ferry", Grouping.ID, 2), ("crane", Grouping.ID, 2),
    ]  # fmt: skip
    assert notices == []


def test_a_field_of_one_s_own_makes_stories(tmp_path):
    desk = [row | {"desk": "north" if number % 2 else "south"} for number, row in enumerate(rows())]
    found, _ = stories(lines(tmp_path / "wire.jsonl", desk), story_key="desk")
    assert [name for name, _, _ in found] == ["south", "north"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_words_make_stories_and_near_misses_stay_apart(tmp_path, jobs):
    path = lines(tmp_path / "wire.jsonl", rows(with_ids=False))
    found, notices = stories(path, jobs=jobs)
    assert [(name, len(members)) for name, _, members in found] == [
        ("quarry-collapse-traps-12-workers-near-alderholm", 3),
        ("tessel-museum-returns-two-statues", 2),
        ("strike-halts-norsund-ferries", 2),
        ("two-hurt-as-crane-tips-over-in-rundal", 2),
    ]
    assert {by for _, by, _ in found} == {Grouping.TEXT} and notices == []


def test_what_lies_weeks_apart_is_not_one_story(tmp_path):
    later = [row | {"date": "2024-06-07"} if row["outlet"] != "post" else row for row in rows(with_ids=False)]
    found, (note,) = stories(lines(tmp_path / "wire.jsonl", later))
    assert [name for name, _, _ in found] == ["twelve-trapped-after-benning-quarry-wall-falls"]
    assert "7 articles of no story" in note.message


def test_a_flat_folder_of_one_story_is_one_story():
    ((name, by, members),), notices = stories(ROOT / "seeds")
    assert len(members) == 5 and by is Grouping.TEXT and name.startswith("trump-heightens") and notices == []


def test_two_stories_of_one_name_have_two_names(tmp_path):
    for year in ("a", "b"):
        folders(tmp_path / year)
    found, _ = stories(tmp_path / "a" / "museum", tmp_path / "b" / "museum")
    assert [name for name, _, _ in found] == ["museum", "museum-2"]


def test_nothing_to_read_is_an_error(tmp_path):
    (tmp_path / "a.txt").write_text(" ")
    with pytest.raises(InputError, match="no article"):
        stories(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        stories(tmp_path / "gone")


def test_files_of_something_else_are_one_note(tmp_path):
    folders(tmp_path)
    for name in ("a", "b", "c"):
        (tmp_path / "museum" / f"{name}.jsonl").write_text('{"left": 1, "right": 2}\n')
    found, (note,) = stories(tmp_path)
    assert len(found) == 3 and note.level == "note" and "2 more such files" in note.message


def test_the_shelf_keeps_articles_as_they_are(tmp_path):
    item = {
        "title": "A \ud800 title",
        "text": "The quarry closed.\n\nIt did so on Monday.",
        "framecheck": {"ignore": ["NUM"]},
    }
    path = tmp_path / "a.json"
    path.write_text(json.dumps(item | {"date": "2024-05-07", "story": "s"}))
    (kept,) = (found for found in read_file(str(path)) if isinstance(found, Article))
    shelf = Shelf()
    places = [shelf.put(pack(kept)) for _ in range(3)]
    assert [unpack(shelf.take(place)) for place in reversed(places)] == [kept] * 3
    shelf.close()


def test_terms_tell_names_and_leads():
    found = terms(article(STORIES["quarry"]["post"]))
    counted = dict(zip(found.stems, zip(*found.counts, strict=True), strict=True))
    assert counted["alderholm"][1] == counted["alderholm"][0] == 2  # a name wherever it stands
    assert (
        counted["rescuer"][1] == 1 and counted["quarri"][1] == 0
    )  # where sentences begin, small letters elsewhere tell
    assert "tuesday" in counted and counted["tuesday"][1] == 0
    assert "the" not in counted and len(found.sketch) <= SKETCH


def test_resemblance_of_copies_and_others():
    post = article(STORIES["quarry"]["post"] * 3)
    edited = article(STORIES["quarry"]["post"].replace("three towns", "four towns") * 3)
    sketch = terms(post).sketch
    assert resemblance(sketch, sketch) == 1
    assert 0.5 < resemblance(sketch, terms(edited).sketch) < 1
    assert resemblance(sketch, terms(article(NEAR_MISS["post"])).sketch) == 0


def test_average_linkage_joins_by_the_mean():
    import numpy as np

    table = np.full((5, 5), -1, np.float32)
    for a, b, similarity in [(0, 1, 0.9), (0, 2, 0.5), (1, 2, 0.1), (3, 4, 0.4), (2, 3, 0.2)]:
        table[a, b] = table[b, a] = similarity
    table[(table == -1) & ~np.eye(5, dtype=bool)] = 0
    assert average_linkage(table.copy(), 0.31) == [[0, 1], [2], [3, 4]]
    assert average_linkage(table.copy(), 0.29) == [[0, 1, 2], [3, 4]]
