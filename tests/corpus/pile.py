"""Three invented stories of several outlets, and a fourth that is the near miss of the first."""

from __future__ import annotations

import json
from pathlib import Path

STORIES = {
    "quarry": {
        "post": (
            "Quarry collapse traps 12 workers near Alderholm\n\nA wall of the Benning quarry near Alderholm "
            "collapsed on Tuesday and trapped 12 workers, fire chief Mara Dunlin said.\n\nRescuers from three "
            "towns dug through the night with cranes. The Benning company runs four quarries in the county.\n"
        ),
        "wire": (
            "Twelve trapped after Benning quarry wall falls\n\nTwelve workers were trapped when a wall of the "
            "Benning quarry near Alderholm collapsed on Tuesday, according to fire chief Mara Dunlin.\n\n"
            "Cranes and crews from three towns worked through the night.\n"
        ),
        "herald": (
            "Rescuers dig for quarry workers\n\nFire chief Mara Dunlin said that 12 workers were trapped on "
            "Tuesday when a wall of the Benning quarry collapsed near Alderholm.\n\nThe county has four "
            "quarries of the Benning company.\n"
        ),
    },
    "museum": {
        "post": (
            "Tessel museum returns two statues\n\nThe Tessel museum will return two bronze statues to the "
            "island of Corvo, director Ilse Brandt said on Monday.\n\nThe statues were bought in 1931 from a "
            "dealer in Lisse, whose papers were forged.\n"
        ),
        "wire": (
            "Museum to hand back bronzes\n\nTwo bronze statues will go back to the island of Corvo, the "
            "director of the Tessel museum, Ilse Brandt, said on Monday.\n\nA dealer in Lisse had sold them "
            "in 1931 with forged papers.\n"
        ),
    },
    "ferry": {
        "post": (
            "Strike halts Norsund ferries\n\nFerry crews in Norsund began a strike of two days on Friday over "
            "pay, the seamen's union said.\n\nUnion leader Petra Holm told reporters that 800 members had "
            "stopped work.\n"
        ),
        "herald": (
            "Norsund ferries stand still\n\nNo ferry left Norsund on Friday after crews began a strike of two "
            "days over pay.\n\nPetra Holm, who leads the seamen's union, told reporters that 800 members had "
            "stopped work.\n"
        ),
    },
}
NEAR_MISS = {
    "post": (
        "Two hurt as crane tips over in Rundal quarry\n\nA crane tipped over in a quarry at Rundal on "
        "Tuesday and hurt two men, police officer Jonas Krell said.\n\nThe quarry had been closed for a "
        "year because of landslides.\n"
    ),
    "herald": (
        "Crane accident hurts two men in Rundal\n\nPolice officer Jonas Krell said that two men were hurt "
        "on Tuesday when a crane tipped over in a Rundal quarry.\n\nLandslides had kept the quarry closed "
        "for a year.\n"
    ),
}


def folders(root: Path) -> Path:
    """A folder a story, a text file an outlet."""
    for story, texts in STORIES.items():
        (root / story).mkdir(parents=True)
        for outlet, text in texts.items():
            (root / story / f"{outlet}.txt").write_text(text, encoding="utf-8")
    return root


def rows(with_ids: bool = True) -> list[dict[str, str]]:
    """The articles as JSON objects, one of each story after the other."""
    every = STORIES | {"crane": NEAR_MISS}
    found = []
    for turn in range(3):
        for story, texts in every.items():
            for outlet, text in list(texts.items())[turn : turn + 1]:
                headline, _, body = text.partition("\n\n")
                row = {"title": headline, "text": body, "outlet": outlet, "date": "2024-05-07"}
                found.append(row | ({"story_id": story} if with_ids else {}))
    return found


def lines(path: Path, objects: list[dict[str, str]]) -> Path:
    """The objects as a file of JSON Lines."""
    path.write_text("".join(json.dumps(item) + "\n" for item in objects), encoding="utf-8")
    return path
