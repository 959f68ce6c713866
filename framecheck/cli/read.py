"""``framecheck read``: what was understood of a file?"""

from __future__ import annotations

import typer

from framecheck.cli import options as o
from framecheck.cli.exits import ExitCode
from framecheck.cli.output import view, write, write_json
from framecheck.errors import UsageError


def read(
    paths: o.PathsArgument = None,
    outlet: o.OutletOption = None,
    input_format: o.InputFormatOption = None,
    format: o.ListFormatOption = o.ListFormat.TABLE,
    output: o.OutputOption = None,
    everything: o.AllOption = False,
    color: o.ColourOption = o.Colour.AUTO,
    width: o.WidthOption = None,
) -> None:
    """Show what is read of files: outlet, date, headline, and what each part of the text is taken for."""
    from framecheck.readers import read_paths
    from framecheck.report.readings import readings_document, readings_screen

    if not paths:
        raise UsageError("no path given; name files or a folder of them")
    articles, notices = read_paths(paths, o.outlets(outlet), kind=o.input_format(input_format))
    if format is o.ListFormat.JSON:
        write_json(readings_document(articles, notices), output)
    else:
        write(readings_screen(articles, notices, view(color, width, output, everything)), output)
    if any(notice.level == "error" for notice in notices):
        raise typer.Exit(ExitCode.FAILED)
