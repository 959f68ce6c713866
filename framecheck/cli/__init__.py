"""The command line: one module a command, each a thin wire from options to the pipeline to a renderer.

``run`` is the only place that turns exceptions into exit codes: what a user can cause is one line on standard error.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from framecheck.cli.exits import ExitCode
from framecheck.errors import FramecheckError


def run(arguments: Sequence[str]) -> int:
    """Run the command named by *arguments*; the exit code."""
    import typer

    from framecheck.cli.app import app

    # the products of one story are small: threads of numpy's BLAS would spend three times longer waiting for one another
    for library in ("OPENBLAS", "MKL", "OMP"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    try:
        return int(app(list(arguments), prog_name="framecheck", standalone_mode=False) or 0)
    except FramecheckError as error:
        return _failed(str(error))
    except typer.TyperException as error:
        return _failed(error.format_message().replace("Value error, ", ""))
    except BrokenPipeError:
        return ExitCode.OK  # the reader of a pipe has seen enough
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except Exception:
        import traceback

        traceback.print_exc()
        return _failed("this is a bug in framecheck, please report it with the lines above")


def _failed(message: str) -> ExitCode:
    from framecheck.cli.output import warn

    warn(f"framecheck: error: {message}")
    return ExitCode.FAILED
