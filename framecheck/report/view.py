"""How a screen is shown: width, colour and the marks that stand in for colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from framecheck.records.finding import Severity

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# Styles of the 16 terminal colours that read well on light and on dark ground.
SEVERITY_STYLE: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold magenta", Severity.NOTE: "bold cyan"}
NARROWEST: Final = 40


@dataclass(frozen=True, slots=True)
class View:
    """``width`` in cells; ``colour`` allows styles; ``plain`` keeps to ASCII for streams that cannot encode more;
    ``everything`` shows the tail too."""

    width: int = 100
    colour: bool = False
    plain: bool = False
    everything: bool = False

    @property
    def mark(self) -> str:
        """The style of words that differ."""
        return "bold underline"

    @property
    def opening(self) -> str:
        """Stands before words that differ where there is no colour."""
        return "[" if self.plain else "«"

    @property
    def closing(self) -> str:
        """Stands after words that differ where there is no colour."""
        return "]" if self.plain else "»"

    @property
    def signs(self) -> int:
        """Cells that stand around words that differ."""
        return 0 if self.colour else 2

    @property
    def ellipsis(self) -> str:
        """Stands for what was cut."""
        return "..." if self.plain else "…"

    @property
    def dot(self) -> str:
        """Stands between short items on a line."""
        return "|" if self.plain else "·"

    @property
    def times(self) -> str:
        """Stands before how often something is said."""
        return "x" if self.plain else "×"

    def console(self) -> Console:
        """A console that writes into memory and knows no markup, emoji codes or highlighting."""
        from io import StringIO

        from rich.console import Console

        return Console(
            file=StringIO(),
            width=max(self.width, NARROWEST),
            color_system="standard" if self.colour else None,
            force_terminal=self.colour,
            no_color=not self.colour,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )


def render(parts: Iterable[RenderableType], view: View) -> str:
    """*parts* printed one below the other, without trailing spaces."""
    console = view.console()
    with console.capture() as capture:
        for part in parts:
            console.print(part, soft_wrap=False)
    return "".join(line.rstrip() + "\n" for line in capture.get().removesuffix("\n").split("\n"))
