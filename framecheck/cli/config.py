"""``framecheck config``: which settings are in force, and where do they come from?"""

from __future__ import annotations

from framecheck.cli import options as o
from framecheck.cli.gate import Gate, configured
from framecheck.cli.output import view, write, write_json


def config(
    gate: Gate,
    format: o.ListFormatOption = o.ListFormat.TABLE,
    output: o.OutputOption = None,
    color: o.ColourOption = o.Colour.AUTO,
    width: o.WidthOption = None,
) -> None:
    """Show every setting in force and where it comes from: a default, a file or an option."""
    from framecheck.report.settings_list import settings_document, settings_screen

    found = configured(gate)
    if format is o.ListFormat.JSON:
        write_json(settings_document(found), output)
    else:
        write(settings_screen(found, view(color, width, output)), output)
