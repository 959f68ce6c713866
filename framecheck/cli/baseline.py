"""``framecheck baseline``: which findings are known, so that a gate fails only on new ones?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from framecheck.cli import options as o
from framecheck.cli.exits import ExitCode
from framecheck.cli.gate import Gate, Output, plan
from framecheck.cli.groups import spelled_out
from framecheck.cli.judging import checked, compared, is_corpus, linted
from framecheck.cli.output import view, warn, write, write_json
from framecheck.config.files import shown
from framecheck.errors import UsageError
from framecheck.readers.formats import Format as ReadAs
from framecheck.records.article import Notice
from framecheck.records.notices import few
from framecheck.records.result import StoryResult
from framecheck.settings import Settings
from framecheck.suppress.baseline import Known, entries, read
from framecheck.suppress.baseline import write as write_baseline

DEFAULT: Final = Path("framecheck-baseline.json")

AgainstOption = Annotated[
    list[str] | None,
    typer.Option(
        "--against", metavar="WIRE", help="Judge PATH as check does: a draft against these.", rich_help_panel=o.READING
    ),
]

baseline = typer.Typer(name="baseline", help="Findings that are known: a file that a gate reads.", no_args_is_help=True)


def create(
    gate: Gate,
    paths: o.PathsArgument = None,
    against: AgainstOption = None,
    outlet: o.OutletOption = None,
    input_format: o.InputFormatOption = None,
) -> None:
    """Write every finding there is now to the baseline file."""
    settings, path = _asked(gate)
    stories = _judged(paths or [], against or [], outlet, settings, o.input_format(input_format))
    known = entries(stories, path.parent)
    write_baseline(path, known)
    count = sum(entry.count for entry in known)
    write(f"{shown(path)}: {_findings(count)} of {len(stories)} {'story' if len(stories) == 1 else 'stories'}\n", None)


def show(
    gate: Gate,
    format: o.ListFormatOption = o.ListFormat.TABLE,
    output: o.OutputOption = None,
    color: o.ColourOption = o.Colour.AUTO,
    width: o.WidthOption = None,
) -> None:
    """Show what the baseline file lists."""
    from framecheck.report.baseline_list import baseline_screen
    from framecheck.suppress.baseline import document

    _, path = _asked(gate)
    known = read(path)
    if format is o.ListFormat.JSON:
        write_json(document(known), output)
    else:
        write(baseline_screen(known, shown(path), view(color, width, output)), output)


def prune(
    gate: Gate,
    paths: o.PathsArgument = None,
    against: AgainstOption = None,
    outlet: o.OutletOption = None,
    input_format: o.InputFormatOption = None,
) -> None:
    """Take out of the baseline file what is gone from the articles; give all that it was made of."""
    settings, path = _asked(gate)
    listed = read(path)
    stories = _judged(paths or [], against or [], outlet, settings, o.input_format(input_format))
    known = Known(listed, shown(path), [story.id for story in stories], settings.codes())
    for story in stories:
        known.mark(story)
    kept = list(known.kept())
    write_baseline(path, kept)
    before, after = (sum(entry.count for entry in some) for some in (listed, kept))
    write(f"{shown(path)}: {_findings(before - after)} taken out, {after} left\n", None)


def _asked(gate: Gate) -> tuple[Settings, Path]:
    """Settings, and the file that they name. The file itself need not be there."""
    settings = plan("lint", replace(gate, no_suppress=True), Output()).settings
    return replace(settings, suppress=not gate.no_suppress), settings.baseline or DEFAULT


def _judged(
    paths: Sequence[str],
    against: Sequence[str],
    outlet: Sequence[str] | None,
    settings: Settings,
    kind: ReadAs | None,
) -> list[StoryResult]:
    """The stories, as ``lint``, ``compare`` or ``check`` judge them, if all could be judged as asked; else what could not is
    told and nothing is written."""
    notices: list[Notice] = []
    if not against and is_corpus(paths):
        stories, notices = linted(paths, o.outlets(outlet), settings, kind)
    elif not against:
        stories = [compared(paths, o.outlets(outlet), settings, kind)]
    elif not paths:
        raise UsageError("no draft given; name the draft that is checked --against the others")
    else:
        stories = [checked(paths[0], [*against, *paths[1:]], o.outlets(outlet), settings, kind)]
    notices += [notice for story in stories for notice in story.notices]
    for notice in few(notices):
        warn(f"{notice.level}: {notice.place}: {notice.message}")
    if any(notice.level == "error" for notice in notices) and not settings.skip_unreadable:
        raise typer.Exit(ExitCode.FAILED)
    return stories


def _findings(number: int) -> str:
    return f"{number} finding{'' if number == 1 else 's'}"


for command in (create, show, prune):
    baseline.command()(spelled_out(command))
