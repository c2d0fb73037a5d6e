"""Write the fresh forms: ``python corpus/make/build_fresh.py [--out FOLDER]``. The same input gives the same bytes."""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path
from typing import Final

FRESH: Final = Path(__file__).resolve().parents[1] / "fresh"
FORMS: Final = {
    "question_answer_pages": "docx",
    "web_form_cards": "pdf",
    "dwyieithog_un_llinell": "docx",
    "narrative_numbered": "rtf",
    "review_minutes": "docx",
}
"""Module of each form and the format it is printed in."""


def build_all(folder: Path) -> None:
    """Print every form and its gold file into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for module, ending in FORMS.items():
        stem = module.replace("_", "-")
        name = f"{stem}.{ending}"
        form = importlib.import_module(f"fresh.{module}").build(folder / name)
        text = json.dumps(form.gold(name), ensure_ascii=False, indent=1)
        (folder / f"{stem}.gold.json").write_text(text + "\n", "utf-8", newline="\n")


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=FRESH, help="folder to write to")
    build_all(parser.parse_args().out)


if __name__ == "__main__":
    main()
