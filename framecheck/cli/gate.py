"""What ``compare``, ``check`` and ``lint`` are asked to do: their common options and how these become settings and outputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from framecheck.cli.options import (
    GATE,
    OUTPUT,
    READING,
    AllOption,
    Colour,
    ColourOption,
    OutputOption,
    WidthOption,
    also,
)
from framecheck.cli.publish import Target, targets
from framecheck.config.layers import Layer, option_layer
from framecheck.config.resolve import Configuration, configuration, resolve
from framecheck.errors import UsageError
from framecheck.report.formats import Format
from framecheck.settings import FailLevel, Settings
from framecheck.suppress.baseline import Entry, Known, known_by, read

Texts = list[str] | None


def _option(*names: str, help: str, metavar: str | None = None, panel: str = GATE, **more: Any) -> Any:
    return typer.Option(*names, help=help, metavar=metavar, rich_help_panel=panel, **more)


@dataclass(frozen=True, slots=True)
class Gate:
    """Options that say which findings there are and which of them fail."""

    config: Annotated[
        Path | None,
        _option("--config", metavar="FILE", help="Read settings from FILE, not from the nearest one.", panel=READING),
    ] = None
    isolated: Annotated[bool, _option("--isolated", help="Read no configuration file.", panel=READING)] = False
    skip_unreadable: Annotated[
        bool, _option("--skip-unreadable", help="Do not exit with 2 for what cannot be read.", panel=READING)
    ] = False
    select: Annotated[Texts, _option("--select", metavar="CODES", help="Only these rules (NUM, NUM001, ALL).")] = None
    ignore: Annotated[Texts, _option("--ignore", metavar="CODES", help="Not these rules; the longest prefix wins.")] = (
        None
    )
    extend_select: Annotated[
        Texts, _option("--extend-select", metavar="CODES", help="These rules beside those selected.")
    ] = None
    extend_ignore: Annotated[
        Texts, _option("--extend-ignore", metavar="CODES", help="Not these rules beside those ignored.")
    ] = None
    severity: Annotated[
        Texts, _option("--severity", metavar="CODE=LEVEL", help="How severe findings of these rules are.")
    ] = None
    min_score: Annotated[
        float | None, _option("--min-score", metavar="P", help="Least score of a finding (0 to 1).", min=0, max=1)
    ] = None
    fail_level: Annotated[
        FailLevel | None,
        _option("--fail-level", help="Exit with 1 at a finding this severe or more.", show_default=False),
    ] = None
    exit_zero: Annotated[bool, _option("--exit-zero", help="Never exit with 1.")] = False
    per_file_ignores: Annotated[
        Texts,
        _option("--per-file-ignores", metavar="GLOB:CODES", help="Rules whose findings in these files are known."),
    ] = None
    no_suppress: Annotated[
        bool, _option("--no-suppress", help="Let no directive, per-file ignore or baseline hide a finding.")
    ] = False
    baseline: Annotated[
        Path | None, _option("--baseline", metavar="FILE", help="Findings that FILE lists are known.")
    ] = None
    strict_baseline: Annotated[
        bool, _option("--strict-baseline", help="Exit with 1 where the baseline lists findings that are gone.")
    ] = False

    def layer(self) -> Layer:
        """The settings among the options. Raises ``UsageError``."""
        given: dict[str, Any] = {
            "select": _listed(self.select),
            "ignore": _listed(self.ignore),
            "extend-select": _listed(self.extend_select),
            "extend-ignore": _listed(self.extend_ignore),
            "severity": {p: v.lower() for p, v in _pairs(self.severity, "=", "--severity needs CODE=LEVEL")},
            "min-score": self.min_score,
            "fail-level": self.fail_level,
            "per-file-ignores": _per_file(self.per_file_ignores),
            "baseline": self.baseline and str(self.baseline),
        }
        return option_layer({key: value for key, value in given.items() if value is not None})


@dataclass(frozen=True, slots=True)
class Output:
    """Options that say how and where the report is written."""

    format: Annotated[
        Format | None,
        _option("--format", help="How to write the report (else a table).", panel=OUTPUT, show_default=False),
    ] = None
    output: OutputOption = None
    also: Annotated[
        Texts, _option("--also", metavar="FORMAT=FILE", help="Write the report in a further format too.", panel=OUTPUT)
    ] = None
    everything: AllOption = False
    color: ColourOption = Colour.AUTO
    width: WidthOption = None

    def layer(self) -> Layer:
        """The settings among the options."""
        return option_layer({"format": self.format} if self.format else {})


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do and where to write it; ``baseline`` holds the entries of the baseline that was asked for."""

    settings: Settings
    targets: list[Target]
    baseline: list[Entry] | None = None

    def known(self, stories: Iterable[str]) -> Known | None:
        """What tells known findings from new ones, for a run over the *stories* of these names."""
        return known_by(self.settings, stories, self.baseline)


def configured(gate: Gate, more: Layer | None = None) -> Configuration:
    """Options, *more* of them too, over the configuration file. Raises ``UsageError`` for what cannot be done as asked."""
    return configuration(gate.layer() | (more or {}), gate.config, gate.isolated)


def plan(command: str, gate: Gate, out: Output, **more: Any) -> Plan:
    """Settings and outputs of a run of *command*; *more* are settings that only this one has as options (``jobs``).

    Raises ``UsageError`` for what cannot be done as asked.
    """
    own = option_layer({key: value for key, value in more.items() if value is not None})
    found = configured(gate, out.layer() | own)
    settings = resolve(
        found,
        command,
        exit_zero=gate.exit_zero,
        skip_unreadable=gate.skip_unreadable,
        suppress=not gate.no_suppress,
        strict_baseline=gate.strict_baseline,
    )
    if out.everything and gate.min_score is None:
        settings = replace(settings, min_score=0.0)
    known = read(settings.baseline) if settings.baseline and settings.suppress else None
    wanted = targets(found.format or Format.TABLE, out.output, also(out.also), out.color, out.width, out.everything)
    if command != "check" and any(target.format is Format.WORKSHEET for target in wanted):
        raise UsageError("a worksheet is of a draft: framecheck check DRAFT --against WIRE --format worksheet")
    return Plan(settings, wanted, known)


def _listed(given: Iterable[str] | None) -> list[str] | None:
    return None if given is None else [p for value in given for part in value.split(",") if (p := part.strip())]


def _pairs(given: Iterable[str] | None, sign: str, needs: str) -> Iterator[tuple[str, str]]:
    for value in given or ():
        left, _, right = value.rpartition(sign)
        if not (left.strip() and right.strip()):
            raise UsageError(f"{needs}, not '{value}'")
        yield left.strip(), right.strip()


def _per_file(given: Iterable[str] | None) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for glob, codes in _pairs(given, ":", "--per-file-ignores needs GLOB:CODES"):
        found.setdefault(glob, []).extend(_listed([codes]) or [])
    return found
