"""From the results of a run to the formats and files that were asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from framecheck.cli.interrupts import Uncut
from framecheck.cli.options import Colour
from framecheck.cli.output import sink, view
from framecheck.errors import OutputError, UsageError
from framecheck.records.article import Notice
from framecheck.records.result import Outcome, Run, StoryResult, Totals
from framecheck.report.formats import Format, Renderer, renderer
from framecheck.report.view import View
from framecheck.suppress.baseline import Known


@dataclass(frozen=True, slots=True)
class Target:
    """One output: a format and where it goes (``None``: standard output)."""

    format: Format
    output: Path | None
    view: View


def targets(
    format: Format,
    output: Path | None,
    also: Iterable[tuple[Format, Path]],
    color: Colour,
    width: int | None,
    everything: bool,
) -> list[Target]:
    """The outputs that options ask for. Raises ``UsageError`` where two of them are one file."""
    asked = [(format, output), *also]
    files = [path.resolve() for _, path in asked if path is not None]
    if len(set(files)) < len(files):
        raise UsageError("two formats would be written to one file; give each its own")
    return [Target(kind, path, view(color, width, path, everything)) for kind, path in asked]


def publish(
    run: Run,
    stories: Iterable[StoryResult],
    targets: Iterable[Target],
    notices: Iterable[Notice],
    known: Known | None = None,
    watch: Callable[[StoryResult], None] | None = None,
) -> Outcome:
    """Write every story to every target as it comes, findings marked that the baseline holds as *known*, and tell *watch*;
    *notices* may still grow while *stories* are made.

    A run that ends early, by Ctrl-C or a failure, closes what it has begun: every report is well-formed and says that it is
    incomplete. Raises ``OutputError`` where a file cannot be opened, before the first story is judged, or not be written.
    """
    with ExitStack() as stack, Uncut() as uncut:
        outputs = [(renderer(t.format, t.view), stack.enter_context(sink(t.output))) for t in targets]
        begun: list[tuple[Renderer, Callable[[str], None]]] = []
        totals = Totals()
        try:
            with uncut.whole():
                for made, put in outputs:
                    begun.append((made, put))
                    put(made.begin(run))
            for story in map(known.mark, stories) if known else stories:
                with uncut.whole():
                    totals = totals.with_story(story)
                    if watch:
                        watch(story)
                    for made, put in outputs:
                        put(made.story(story))
        except BaseException as error:
            early = Outcome(totals, (*notices, _early(run, totals, error)), complete=False)
            with uncut.whole():
                for made, put in begun:
                    with suppress(BrokenPipeError, OutputError):
                        put(made.end(early))
            raise
        outcome = Outcome(totals, tuple(notices), stale=bool(known and known.stale()))
        with uncut.whole():
            for made, put in outputs:
                put(made.end(outcome))
    return outcome


def _early(run: Run, totals: Totals, error: BaseException) -> Notice:
    """That and why a run ended before its end."""
    done = "1 story" if totals.stories == 1 else f"{totals.stories:,} stories"
    why = "interrupted" if isinstance(error, KeyboardInterrupt) else f"ended early ({error or type(error).__name__})"
    return Notice("error", run.command, f"{why} after {done}; what would follow is not judged")
