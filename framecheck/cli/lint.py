"""``framecheck lint`` and ``framecheck stories``: many stories at once."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framecheck.cli import options as o
from framecheck.cli.exits import ExitCode, exit_code
from framecheck.cli.gate import Gate, Output, Plan, plan
from framecheck.cli.output import tell, view, warn, write, write_json
from framecheck.cli.progress import Lines, Screen, shown
from framecheck.cli.publish import publish
from framecheck.config.layers import option_layer
from framecheck.config.resolve import configuration, resolve
from framecheck.corpus.survey import Grouping
from framecheck.errors import UsageError
from framecheck.records.result import Run, StoryResult
from framecheck.report.formats import Format

if TYPE_CHECKING:
    from framecheck.corpus.dask_engine import Cluster
    from framecheck.corpus.lint import Corpus
    from framecheck.corpus.workers import Workers
    from framecheck.report.statistics import Statistics


class EngineName(StrEnum):
    """Who does the work."""

    LOCAL = "local"
    DASK = "dask"


CorpusArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="CORPUS", help="Folders of stories, JSON Lines, or a pile of articles.", show_default=False),
]
EngineOption = Annotated[
    EngineName,
    typer.Option("--engine", help="Who does the work: this machine or a Dask cluster."),
]
SchedulerOption = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADDRESS", help="The scheduler of the cluster (tcp://host:8786)."),
]
JobsOption = Annotated[
    int | None,
    typer.Option("-j", "--jobs", metavar="N", min=1, max=1024, help="Worker processes (else one a core)."),
]
GroupOption = Annotated[
    Grouping,
    typer.Option("--group-by", help="What makes articles a story.", rich_help_panel=o.READING),
]
KeyOption = Annotated[
    str | None,
    typer.Option(
        "--story-key",
        metavar="FIELD",
        help="The field of JSON articles that names their story.",
        rich_help_panel=o.READING,
    ),
]
CacheOption = Annotated[
    Path | None,
    typer.Option(
        "--cache", metavar="DIR", help="Keep what was found in DIR (else .framecheck-cache).", rich_help_panel=o.READING
    ),
]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Keep nothing, and use nothing kept.", rich_help_panel=o.READING)
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Read settings from FILE, not from the nearest one.",
        rich_help_panel=o.READING,
    ),
]
IsolatedOption = Annotated[
    bool, typer.Option("--isolated", help="Read no configuration file.", rich_help_panel=o.READING)
]
StatisticsOption = Annotated[
    bool,
    typer.Option(
        "--statistics", help="Count findings by rule, severity and outlets at the end.", rich_help_panel=o.OUTPUT
    ),
]
ProgressOption = Annotated[
    bool | None,
    typer.Option(
        "--progress/--no-progress",
        help="Show a bar (else on a terminal only).",
        show_default=False,
        rich_help_panel=o.OUTPUT,
    ),
]


def lint(
    gate: Gate,
    out: Output,
    corpus: CorpusArgument = None,
    outlet: o.OutletOption = None,
    input_format: o.InputFormatOption = None,
    group_by: GroupOption = Grouping.AUTO,
    story_key: KeyOption = None,
    jobs: JobsOption = None,
    engine: EngineOption = EngineName.LOCAL,
    scheduler: SchedulerOption = None,
    cache: CacheOption = None,
    no_cache: NoCacheOption = False,
    statistics: StatisticsOption = False,
    progress: ProgressOption = None,
) -> None:
    """Judge every story of a corpus: for CI and archives."""
    from framecheck.corpus.cache import opened
    from framecheck.corpus.judge import Asked
    from framecheck.corpus.lint import Stories
    from framecheck.corpus.lint import lint as judged
    from framecheck.report.statistics import Statistics

    asked = plan("lint", gate, out, jobs=jobs, cache=_cache(cache, no_cache))
    given = _corpus(corpus, group_by, story_key, input_format)
    counted = Statistics()
    with (
        _workers(asked.settings.jobs, engine, scheduler) as workers,
        shown(progress) as bar,
        opened(asked.settings.cache, warn) as kept,
        Stories(given, workers, bar, kept) as stories,
    ):
        results = judged(stories, Asked(asked.settings, o.outlets(outlet), given.kind), workers, bar, kept)
        run = Run("lint", asked.settings.codes())
        outcome = publish(
            run, _with_bar_aside(results, bar), asked.targets, stories.notices, asked.known(stories.names), counted.add
        )
    if statistics:
        _write_statistics(counted, asked)
    raise typer.Exit(exit_code(outcome, asked.settings))


def stories(
    corpus: CorpusArgument = None,
    outlet: o.OutletOption = None,
    input_format: o.InputFormatOption = None,
    group_by: GroupOption = Grouping.AUTO,
    story_key: KeyOption = None,
    jobs: JobsOption = None,
    cache: CacheOption = None,
    no_cache: NoCacheOption = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    format: o.ListFormatOption = o.ListFormat.TABLE,
    output: o.OutputOption = None,
    color: o.ColourOption = o.Colour.AUTO,
    width: o.WidthOption = None,
    progress: ProgressOption = None,
) -> None:
    """List the stories of a corpus: which articles tell of one event, and which are copies."""
    from framecheck.corpus.cache import opened
    from framecheck.corpus.judge import Asked
    from framecheck.corpus.lint import Stories, listing
    from framecheck.corpus.workers import Workers, cores
    from framecheck.report.story_list import stories_document, stories_screen

    own = {"jobs": jobs, "cache": _cache(cache, no_cache)}
    asked = option_layer({key: value for key, value in own.items() if value is not None})
    settings = resolve(configuration(asked, config, isolated), "lint")
    given = _corpus(corpus, group_by, story_key, input_format)
    with (
        Workers(settings.jobs or cores()) as workers,
        shown(progress) as bar,
        opened(settings.cache, warn) as kept,
        Stories(given, workers, bar, kept) as found,
    ):
        listed = list(listing(found, Asked(settings, o.outlets(outlet), given.kind), workers, bar, kept))
    if format is o.ListFormat.JSON:
        write_json(stories_document(listed, found.notices), output)
    else:
        write(stories_screen(listed, found.notices, view(color, width, output)), output)
    if any(notice.level == "error" for notice in (*found.notices, *(n for story in listed for n in story.notices))):
        raise typer.Exit(ExitCode.FAILED)


def _corpus(paths: list[str] | None, grouping: Grouping, key: str | None, kind: o.InputFormat | None) -> Corpus:
    from framecheck.corpus.lint import Corpus

    if not paths:
        raise UsageError("no corpus given; name folders of stories or files of articles")
    return Corpus(tuple(paths), grouping, key, o.input_format(kind))


def _workers(jobs: int | None, engine: EngineName, scheduler: str | None) -> Workers | Cluster:
    from framecheck.corpus.dask_engine import Cluster
    from framecheck.corpus.workers import Workers, cores

    if (engine is EngineName.DASK) != (scheduler is not None):
        raise UsageError("a Dask cluster needs both: --engine dask --scheduler ADDRESS")
    return Cluster(scheduler) if scheduler else Workers(jobs or cores())


def _cache(folder: Path | None, none: bool) -> str | bool | None:
    """What the options say, as a configuration file would."""
    if folder and none:
        raise UsageError("--cache keeps, --no-cache does not; give one of them")
    if folder is not None:
        return str(folder)
    return False if none else None


def _with_bar_aside(results: Iterator[StoryResult], bar: Lines | Screen) -> Iterator[StoryResult]:
    """*results*, the bar off the screen while each is written."""
    try:
        for result in results:
            bar.pause()
            yield result
            bar.resume()
    finally:
        bar.pause()


def _write_statistics(counted: Statistics, asked: Plan) -> None:
    """Below the report where people read it, else on standard error, so that what a program reads stays whole."""
    from framecheck.report.story_lines import statistics_lines
    from framecheck.report.view import render

    first = asked.targets[0]
    text = render(list(statistics_lines(counted.tables(), first.view)), first.view)
    if first.output is None and first.format in (Format.TABLE, Format.CONCISE):
        write(text, None)
    else:
        tell(text)
