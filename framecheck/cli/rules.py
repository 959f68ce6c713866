"""``framecheck rules`` and ``framecheck explain``: what the codes mean."""

from __future__ import annotations

from typing import Annotated

import typer

from framecheck.cli import options as o
from framecheck.cli.output import view, write, write_json
from framecheck.config.keys import closest
from framecheck.errors import UsageError


def rules(
    format: o.ListFormatOption = o.ListFormat.TABLE,
    output: o.OutputOption = None,
    color: o.ColourOption = o.Colour.AUTO,
    width: o.WidthOption = None,
) -> None:
    """List every rule: code, name, category, severity, summary."""
    from framecheck.report.rule_list import rules_document, rules_screen
    from framecheck.rules.registry import catalogue

    if format is o.ListFormat.JSON:
        write_json(rules_document(catalogue()), output)
    else:
        write(rules_screen(catalogue(), view(color, width, output)), output)


def explain(
    rule: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or name, in any case.")],
    color: o.ColourOption = o.Colour.AUTO,
    width: o.WidthOption = None,
) -> None:
    """Explain one rule: what it fires on, what it leaves alone."""
    from framecheck.report.rule_list import explanation_screen
    from framecheck.rules.registry import catalogue, find

    entry = find(rule)
    if entry is None:
        known = [name for e in catalogue() for name in (e.rule.code, e.rule.name)]
        raise UsageError(f"no rule is called '{rule}'{closest(rule, known)}; framecheck rules lists them")
    write(explanation_screen(entry, view(color, width)), None)
