"""Write the sample corpus: ``python corpus/make/build.py [--out FOLDER]``. The same input gives the same bytes."""

from __future__ import annotations

import argparse
import csv
import importlib
import json
from pathlib import Path
from typing import Final

from kit.plan import PlanData, load_all
from kit.record import Record

HERE: Final = Path(__file__).resolve().parent
SAMPLE: Final = HERE.parent / "sample"
LICENCE: Final = "MIT"
MANIFEST: Final = (
    "file",
    "title",
    "layout",
    "phase",
    "year_group",
    "language",
    "jurisdiction",
    "format",
    "quality",
    "pair_of",
    "licence",
    "note",
)


def build_plan(plan: PlanData, folder: Path) -> str:
    """Print one plan and its gold file into ``folder``; return the document's name."""
    layout = importlib.import_module(f"layouts.{plan.about['layout']}")
    name = f"{plan.id}.{plan.about['format']}"
    record = Record()
    layout.build(plan, record, folder / name)
    gold = json.dumps(record.gold(plan, name), ensure_ascii=False, indent=1)
    (folder / f"{plan.id}.gold.json").write_text(gold + "\n", "utf-8", newline="\n")
    return name


def build_sample(folder: Path) -> None:
    """Print every plan and the manifest into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    plans = load_all(HERE / "plans")
    files = {plan.id: build_plan(plan, folder) for plan in plans}
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, MANIFEST, lineterminator="\n")
        writer.writeheader()
        for plan in plans:
            known = {"file": files[plan.id], "licence": LICENCE, "pair_of": files.get(plan.about.get("pair_of", ""), "")}
            writer.writerow({name: known.get(name, plan.about.get(name, "")) for name in MANIFEST})


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=SAMPLE, help="folder to write to")
    build_sample(parser.parse_args().out)


if __name__ == "__main__":
    main()
