"""The command line's door: ``framecheck`` and ``python -m framecheck``.

``--version`` answers before anything heavy is imported.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from framecheck import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (``framecheck.cli.exits.Exit``)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        sys.stdout.write(f"framecheck {__version__}\n")
        return 0
    # facts are trees without cycles: the collector would look at millions of live records and free none
    gc.set_threshold(200_000, 20, 100)
    try:
        from framecheck.cli import run

        return run(given)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
