"""Single modules of nltk, without the rest of nltk."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from threading import Lock
from typing import Any, Final

_PACKAGES: Final = ("nltk", "nltk.stem", "nltk.corpus")
_importing: Final = Lock()


def nltk_module(name: str) -> Any:
    """The module *name* of nltk ("nltk.stem.snowball"), imported with what it needs and no more.

    ``import nltk`` imports nearly all of nltk and what lies beside it (0.3 s; 1.5 s with scikit-learn installed), while the
    stemmer needs a few small modules. So its packages are entered as shells, which have a path but have not
    run their ``__init__``, while the module is imported. Afterwards nothing of it stays in ``sys.modules``: a later ``import
    nltk`` finds a clean slate. Where nltk is already imported, or a release needs more than the shells give, the import is a
    plain one.
    """
    with _importing:
        if "nltk" in sys.modules:
            return import_module(name)
        try:
            for package in _PACKAGES:
                spec = find_spec(package)
                if spec is None:
                    raise ImportError(package)
                sys.modules[package] = module_from_spec(spec)
            # the stemmer names the corpus reader of stop words, which it uses only if asked to spare them
            sys.modules["nltk.corpus"].__dict__["stopwords"] = None
            return import_module(name)
        except (ImportError, AttributeError):
            _forget()
            return import_module(name)
        finally:
            if not hasattr(sys.modules.get("nltk"), "__version__"):
                _forget()


def _forget() -> None:
    for name in [n for n in sys.modules if n == "nltk" or n.startswith("nltk.")]:
        del sys.modules[name]
