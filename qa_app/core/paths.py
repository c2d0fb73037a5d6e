"""Where templates, models and samples are found.

The wheel carries them under ``qa_app/bundled/``; in a checkout they stand at the top level.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent


def resource(name: str) -> Path:
    """Return the folder ``name`` (``audit_templates``, ``models``, ``corpus/sample``).

    Looked for in the folder that the environment variable ``PEP_QA_HOME`` names, then in the installed package, then in
    the checkout.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    homes = [_PACKAGE / "bundled", _PACKAGE.parent]
    if chosen := os.environ.get("PEP_QA_HOME"):
        homes.insert(0, Path(chosen))
    for home in homes:
        if (home / name).is_dir():
            return home / name
    raise FileNotFoundError(f"“{name}” is missing from this installation of PEP QA; install it again.")
