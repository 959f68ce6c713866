"""The errors a user can cause. Each is one clear line: place, what was expected, what to do.

FramecheckError
├── UsageError        options or arguments that cannot be used
└── InputError        a path that is not there, or too little to compare

Input that is there but poor (empty, binary, in an unknown encoding, too large) is no error: it gives a ``Notice`` and
the rest of the run goes on. ``readers.need_two`` turns "too little is left" into an ``InputError``.
"""

from __future__ import annotations


class FramecheckError(Exception):
    """Base of everything framecheck raises on purpose; the command line prints it and exits with 2."""


class UsageError(FramecheckError):
    """Options or arguments that cannot be used."""


class InputError(FramecheckError):
    """Input that is not there or is too little to compare."""


class OutputError(FramecheckError):
    """A report that cannot be written."""
