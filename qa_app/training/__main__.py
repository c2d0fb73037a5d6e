"""``python -m qa_app.training NAME…`` builds models; without a name it lists them.

A module of this package that has a function ``build(corpus, models)`` builds the model of its name.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import qa_app.training as package

_ROOT: Final = Path(__file__).resolve().parent.parent.parent


def builders() -> dict[str, Callable[[Path, Path], Path]]:
    """Return what can be built, by name, in name order."""
    found: dict[str, Callable[[Path, Path], Path]] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        if info.name != "__main__":
            build = getattr(importlib.import_module(f"{package.__name__}.{info.name}"), "build", None)
            if callable(build):
                found[info.name] = build
    return found


def main(names: Sequence[str]) -> int:
    """Build the named models from ``corpus/labelled`` into ``models``; return the exit code."""
    known = builders()
    if not names or (unknown := [name for name in names if name not in known]):
        sys.stderr.write(f"usage: python -m qa_app.training {' | '.join(known)}\n")
        return 2 if names and unknown else 0
    for name in names:
        folder = known[name](_ROOT / "corpus" / "labelled", _ROOT / "models")
        sys.stdout.write(f"{name}: {folder.relative_to(_ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
