"""``framecheck compare``: where do the outlets of one story part?"""

from __future__ import annotations

import typer

from framecheck.cli import options as o
from framecheck.cli.exits import exit_code
from framecheck.cli.publish import publish, targets
from framecheck.cli.reading import read_story
from framecheck.records.result import Run
from framecheck.report.formats import Format
from framecheck.settings import FailLevel, Settings


def compare(
    paths: o.PathsArgument = None,
    outlet: o.OutletOption = None,
    select: o.SelectOption = None,
    ignore: o.IgnoreOption = None,
    min_score: o.MinScoreOption = None,
    fail_level: o.FailLevelOption = FailLevel.NEVER,
    exit_zero: o.ExitZeroOption = False,
    format: o.FormatOption = Format.TABLE,
    output: o.OutputOption = None,
    also: o.AlsoOption = None,
    everything: o.AllOption = False,
    color: o.ColourOption = o.Colour.AUTO,
    width: o.WidthOption = None,
) -> None:
    """Compare what several outlets published about one story and show where they part."""
    settings = Settings(
        o.selection(select, ignore),
        0.0 if everything and min_score is None else min_score,
        fail_level,
        exit_zero,
    )
    written = targets(format, output, o.also(also), color, width, everything)
    story, articles, notices = read_story(paths or [], o.outlets(outlet))
    from framecheck.pipeline import compare_articles
    from framecheck.report.locate import locate

    report = compare_articles(articles, story, notices, settings)
    outcome = publish(Run("compare", settings.codes()), [locate(report, keep=True)], written, [])
    raise typer.Exit(exit_code(outcome, settings))
