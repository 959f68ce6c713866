"""``framecheck compare``: where do the outlets of one story part?"""

from __future__ import annotations

import typer

from framecheck.cli import options as o
from framecheck.cli.exits import exit_code
from framecheck.cli.gate import Gate, Output, plan
from framecheck.cli.judging import compared
from framecheck.cli.publish import publish
from framecheck.records.result import Run


def compare(
    gate: Gate,
    out: Output,
    paths: o.PathsArgument = None,
    outlet: o.OutletOption = None,
    input_format: o.InputFormatOption = None,
) -> None:
    """Compare what several outlets published about one story and show where they part."""
    asked = plan("compare", gate, out)
    story = compared(paths or [], o.outlets(outlet), asked.settings, o.input_format(input_format))
    outcome = publish(Run("compare", asked.settings.codes()), [story], asked.targets, [], asked.known([story.id]))
    raise typer.Exit(exit_code(outcome, asked.settings))
