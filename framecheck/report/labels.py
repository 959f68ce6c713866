"""The labels table: what each outlet calls the people, bodies and places of the story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from framecheck.records.document import Naming
from framecheck.records.story import Entity, Story
from framecheck.report.excerpt import shorten
from framecheck.report.outlets import outlet_names
from framecheck.report.packing import packed
from framecheck.report.safe import safe
from framecheck.report.view import View

if TYPE_CHECKING:
    from rich.console import RenderableType

SHOWN: Final = 6
ROWS: Final = 2  # lines of a cell
LISTED: Final = 3  # lines of an entity where the screen is too narrow for columns
FORMS: Final = 3  # forms of one outlet in a cell
_CELL: Final = 16  # the narrowest cell that still holds a label
_KINDS: Final = {"person": 0, "group": 1, "body": 2, "thing": 3, "place": 4}
_ARTICLES: Final = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Labels:
    """What one entity is called: ``forms[i]`` counts the forms of document ``i``."""

    name: str
    kind: str
    forms: tuple[Counter[str], ...]

    @property
    def distinct(self) -> int:
        """How many forms there are in all, whatever their case."""
        return len({form.lower() for forms in self.forms for form in forms})

    @property
    def plain(self) -> bool:
        """Whether every form is the name or a part of it ("Joe Biden", "Biden"): nothing that frames."""
        name = f" {self.name.lower()} "
        return all(f" {form.lower()} " in name for forms in self.forms for form in forms)

    @property
    def told(self) -> int:
        """How many documents use any."""
        return sum(bool(forms) for forms in self.forms)


def table(story: Story) -> list[Labels]:
    """The entities that several outlets name in several ways: people first, in each kind the most divided first."""
    found = [_labels(entity, story) for entity in story.entities]
    worth = [row for row in found if row.told >= 2 and row.distinct >= 2 and not row.plain]
    return sorted(worth, key=lambda row: (_KINDS.get(row.kind, len(_KINDS)), -row.told, -row.distinct, row.name))


def _labels(entity: Entity, story: Story) -> Labels:
    forms: dict[int, Counter[str]] = defaultdict(Counter)
    for ref in entity.mentions:
        mention = story.mention(ref)
        if mention.naming is not Naming.PRONOUN:
            words = safe(story.documents[ref.document].words(mention.span)).strip()
            forms[ref.document][_bare(words)] += 1
    counted = tuple(_merged(forms[i]) for i in range(len(story.documents)))
    named = entity.name or next((form for forms in counted for form in forms), "")
    return Labels(safe(named), entity.kind, counted)


def _bare(words: str) -> str:
    lower = words.lower()
    start = next((len(a) for a in _ARTICLES if lower.startswith(a) and lower != a.strip()), 0)
    return words[start:]


def _merged(forms: Counter[str]) -> Counter[str]:
    """Forms that differ only in case, as one, under the most used spelling."""
    spelling: dict[str, str] = {}
    merged: Counter[str] = Counter()
    for form, times in forms.most_common():
        merged[spelling.setdefault(form.lower(), form)] += times
    return merged


def labels(story: Story, view: View) -> Iterator[RenderableType]:
    """Who is called what, by outlet; nothing where no entity has several labels."""
    rows = table(story)
    if not rows:
        return
    from rich.text import Text

    names = outlet_names(story)
    yield Text()
    yield Text.assemble(("WHO IS CALLED WHAT", "bold"), ("  by outlet, how often where more than once", "dim"))
    first = min(18, view.width // 6)
    cell = (view.width - first - 2) // max(len(names), 1)
    yield from (_matrix if cell >= _CELL else _list)(rows if view.everything else rows[:SHOWN], names, first, view)


def _matrix(rows: Sequence[Labels], names: Sequence[str], first: int, view: View) -> Iterator[RenderableType]:
    """A row an entity, a column an outlet."""
    from rich.table import Table
    from rich.text import Text

    cell = min((view.width - first - 2) // len(names), 32) - 1
    grid = Table(box=None, padding=(0, 1, 0, 0), show_edge=False, header_style="dim")
    grid.add_column("", width=1)
    grid.add_column("", width=first - 1)
    for name in names:
        grid.add_column(Text(shorten(name, cell, view.ellipsis)), width=cell)
    for row in rows:
        told = [
            Text("\n".join(_packed(_told(f, view), cell, ROWS, view)) or "-", "" if f else "dim") for f in row.forms
        ]
        grid.add_row("", Text("\n".join(_packed(row.name, first - 1, ROWS, view)), "bold"), *told)
    yield grid


def _list(rows: Sequence[Labels], names: Sequence[str], first: int, view: View) -> Iterator[RenderableType]:
    """An entity below the other, the outlets behind each other."""
    from rich.table import Table
    from rich.text import Text

    words = view.width - first - 3
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column(width=first - 1)
    grid.add_column(width=words)
    for row in rows:
        told = [f"{name}: {_told(forms, view)}" for name, forms in zip(names, row.forms, strict=True) if forms]
        lines = _packed(f" {view.dot} ".join(told), words, LISTED, view)
        grid.add_row("", Text("\n".join(_packed(row.name, first - 1, LISTED, view)), "bold"), Text("\n".join(lines)))
    yield grid


def _packed(text: str, width: int, rows: int, view: View) -> list[str]:
    return packed(text.split(), width, rows=None if view.everything else rows, end=view.ellipsis)


def _told(forms: Counter[str], view: View) -> str:
    """ "Trump ×8, US President Donald Trump +1": the most used forms."""
    top = forms.most_common(None if view.everything else FORMS)
    rest = f" +{len(forms) - len(top)}" if len(forms) > len(top) else ""
    return ", ".join(form + (f" {view.times}{times}" if times > 1 else "") for form, times in top) + rest
