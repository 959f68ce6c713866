"""``framecheck check``: what does a draft tell unlike the wire?"""

from __future__ import annotations

from typing import Annotated

import typer

from framecheck.cli import options as o
from framecheck.cli.exits import exit_code
from framecheck.cli.gate import Gate, Output, plan
from framecheck.cli.judging import checked
from framecheck.cli.publish import publish
from framecheck.records.result import Run

DraftArgument = Annotated[
    str, typer.Argument(metavar="DRAFT", help="The article to check: a text file, or - for standard input.")
]
MoreArgument = Annotated[list[str] | None, typer.Argument(metavar="--against WIRE", hidden=True)]
AgainstOption = Annotated[
    list[str] | None,
    typer.Option(
        "--against",
        metavar="WIRE...",
        help="What to check it against: text files or folders of them, as many as you like.",
        rich_help_panel=o.READING,
    ),
]


def check(
    gate: Gate,
    out: Output,
    draft: DraftArgument,
    more: MoreArgument = None,
    against: AgainstOption = None,
    outlet: o.OutletOption = None,
    input_format: o.InputFormatOption = None,
) -> None:
    """Check a draft against wire copy: what differs, what it lacks, what no wire supports."""
    asked = plan("check", gate, out)
    # an option takes one value, so that further values of --against arrive as arguments behind the draft
    paths = [*(against or []), *(more or [])] if against else []
    story = checked(draft, paths, o.outlets(outlet), asked.settings, o.input_format(input_format))
    outcome = publish(Run("check", asked.settings.codes()), [story], asked.targets, [], asked.known([story.id]))
    raise typer.Exit(exit_code(outcome, asked.settings))
