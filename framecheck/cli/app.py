"""The commands, in the order in which help lists them."""

from __future__ import annotations

from typing import Annotated

import typer

from framecheck.cli.align import align
from framecheck.cli.baseline import baseline
from framecheck.cli.check import check
from framecheck.cli.compare import compare
from framecheck.cli.config import config
from framecheck.cli.groups import spelled_out
from framecheck.cli.lint import lint, stories
from framecheck.cli.read import read
from framecheck.cli.rules import explain, rules

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        from framecheck import __version__

        typer.echo(f"framecheck {__version__}")
        raise typer.Exit


@app.callback()
def framecheck(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Who says what, side by side: cross-outlet framing and discrepancy checks on news text."""


for command in (compare, check, lint, stories, read, align, rules, explain, config):
    app.command()(spelled_out(command))
app.add_typer(baseline)
