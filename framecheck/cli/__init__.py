"""The command line: one module a command, each a thin wire from options to the pipeline to a renderer.

``run`` is the only place that turns exceptions into exit codes: what a user can cause is one line on standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from framecheck.cli.exits import ExitCode
from framecheck.errors import FramecheckError


def run(arguments: Sequence[str]) -> int:
    """Run the command named by *arguments*; the exit code."""
    import typer

    from framecheck.cli.app import app

    try:
        code = app(list(arguments), prog_name="framecheck", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except FramecheckError as error:
        return _failed(str(error))
    except typer.TyperException as error:
        return _failed(error.format_message())
    except BrokenPipeError:
        # the reader of a pipe has seen enough; keep the interpreter from complaining when it flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except Exception:
        import traceback

        traceback.print_exc()
        return _failed("this is a bug in framecheck, please report it with the lines above")


def _failed(message: str) -> ExitCode:
    from framecheck.report.safe import safe

    sys.stderr.write(f"framecheck: error: {safe(message)}\n")
    return ExitCode.FAILED
