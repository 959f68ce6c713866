"""``framecheck align``: which sentences say the same?"""

from __future__ import annotations

from framecheck.cli import options as o
from framecheck.cli.output import view, write, write_json
from framecheck.cli.reading import read_story


def align(
    paths: o.PathsArgument = None,
    outlet: o.OutletOption = None,
    input_format: o.InputFormatOption = None,
    format: o.ListFormatOption = o.ListFormat.TABLE,
    output: o.OutputOption = None,
    everything: o.AllOption = False,
    color: o.ColourOption = o.Colour.AUTO,
    width: o.WidthOption = None,
) -> None:
    """Show which sentences of different outlets say the same, with scores."""
    story, articles, notices = read_story(paths or [], o.outlets(outlet), kind=o.input_format(input_format))
    from framecheck.pipeline import align_articles

    alignment = align_articles(articles, story)
    if format is o.ListFormat.JSON:
        from framecheck.report.json_format import alignment_document

        write_json(alignment_document(alignment), output)
    else:
        from framecheck.records.finding import Report
        from framecheck.report.pairs import alignment_screen

        report = Report(alignment, (), tuple(notices))
        write(alignment_screen(report, view(color, width, output, everything)), output)
