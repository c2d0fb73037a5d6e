"""Write the unseen forms: ``python corpus/make/build_unseen.py [--out FOLDER]``. The same input gives the same bytes."""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path
from typing import Final

UNSEEN: Final = Path(__file__).resolve().parents[1] / "unseen"
FORMS: Final = {
    "early_years_play": "docx",
    "uwchradd_cymraeg": "docx",
    "dotted_lines_2009": "docx",
    "targets_across": "docx",
    "petp_paragraphs": "pdf",
    "epep_record": "pdf",
    "ehcp_two_fields": "odt",
    "portal_row": "xlsx",
}
"""Module of each form and the format it is printed in."""


def build_all(folder: Path) -> None:
    """Print every form and its gold file into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for module, ending in FORMS.items():
        stem = module.replace("_", "-")
        name = f"{stem}.{ending}"
        gold = importlib.import_module(f"unseen.{module}").build(folder / name)
        text = json.dumps(gold.content(name), ensure_ascii=False, indent=1)
        (folder / f"{stem}.gold.json").write_text(text + "\n", "utf-8", newline="\n")


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=UNSEEN, help="folder to write to")
    build_all(parser.parse_args().out)


if __name__ == "__main__":
    main()
