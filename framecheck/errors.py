"""The errors a user can cause. Each is one clear line: place, what was expected, what to do.

FramecheckError
├── UsageError        options or arguments that cannot be used
└── InputError        a path that cannot be read, or too little to compare
"""

from __future__ import annotations


class FramecheckError(Exception):
    """Base of everything framecheck raises on purpose; the command line prints it and exits with 2."""


class UsageError(FramecheckError):
    """Options or arguments that cannot be used."""


class InputError(FramecheckError):
    """Input that cannot be read or is too little to compare."""
