"""Write the short plan in every further format: ``python corpus/make/build_formats.py [--out FOLDER]``.

The Word 97 file needs LibreOffice and is left as it is where LibreOffice is missing.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from kit import scans, sheet_formats, text_formats
from kit.packaging import write_stable_zip
from kit.plan import load as load_plan
from kit.short_plan import ShortPlan, load

HERE: Final = Path(__file__).resolve().parent
FORMATS: Final = HERE.parent / "formats"
EXPORTED: Final = ("06-jac-year8", "11-kai-year7", "13-leo-year3-pep1")
NAME: Final = "short-plan"
COVERING_NOTE: Final = "Good morning, the plan from Wednesday is attached. Rhian Penry"


def build(folder: Path) -> None:
    """Write every file that needs nothing but Python, and the gold text of each."""
    folder.mkdir(parents=True, exist_ok=True)
    plan = load(FORMATS / "short-plan.yaml")
    gold = "\n".join(plan.lines())
    texts = {
        "txt": text_formats.plain(plan),
        "md": text_formats.markdown(plan),
        "html": text_formats.html(plan),
        "rtf": text_formats.rtf(plan),
    }
    for ending, text in texts.items():
        (folder / f"{NAME}.{ending}").write_text(text, "utf-8", newline="\n")
    text_formats.write_odt(plan, folder / f"{NAME}.odt")
    text_formats.write_email(plan, folder / f"{NAME}.eml")
    write_stable_zip(folder / f"{NAME}.zip", {f"plans/{NAME}.{ending}": texts[ending].encode() for ending in ("txt", "html")})
    for ending in (*texts, "odt", "doc", "pdf"):
        _gold(folder / f"{NAME}.{ending}", gold)
    _gold(folder / f"{NAME}.txt", "\n".join(_spoken_table(plan)))
    _gold(folder / f"{NAME}.eml", f"{COVERING_NOTE}\n{gold}")
    _gold(folder / f"{NAME}.zip", f"{chr(10).join(_spoken_table(plan))}\n{gold}")
    _exports(folder)
    _pictures(plan, folder, gold)


def build_word_97(folder: Path) -> bool:
    """Convert the rich text with LibreOffice; tell whether it could be done."""
    office = shutil.which("soffice")
    if office is None:
        return False
    with tempfile.TemporaryDirectory() as profile:
        command = [
            office,
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--convert-to",
            "doc",
            "--outdir",
            str(folder),
            str(folder / f"{NAME}.rtf"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return True


def _exports(folder: Path) -> None:
    plans = [load_plan(HERE / "plans" / f"{name}.yaml") for name in EXPORTED]
    sheet_formats.write_xlsx(plans, folder / "export-three-plans.xlsx")
    sheet_formats.write_csv(plans, folder / "export-three-plans.csv")
    cells = "\n".join(cell for row in sheet_formats.table(plans) for cell in row if cell)
    _gold(folder / "export-three-plans.xlsx", f"{sheet_formats.TITLE}\n{cells}")
    _gold(folder / "export-three-plans.csv", cells)


def _pictures(plan: ShortPlan, folder: Path, gold: str) -> None:
    printed = folder / f"{NAME}.pdf"
    scans.print_plan(plan, printed)
    for name, dirty in (("scan-clean", False), ("scan-skewed-noisy", True)):
        scans.scan(printed, folder / f"{name}.pdf", dirty=dirty)
        _gold(folder / f"{name}.pdf", gold)


def _spoken_table(plan: ShortPlan) -> list[str]:
    """Plain text repeats the column heads before each cell."""
    before = plan.lines()[: -len(plan.heads) - sum(map(len, plan.rows))]
    return before + [piece for row in plan.rows for pair in zip(plan.heads, row, strict=True) for piece in pair]


def _gold(path: Path, text: str) -> None:
    """Write the words that a reader of ``path`` sees, in reading order."""
    path.with_name(f"{path.name}.gold.txt").write_text(f"{text}\n", "utf-8", newline="\n")


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=FORMATS, help="folder to write to")
    folder = parser.parse_args().out
    build(folder)
    if folder == FORMATS and not build_word_97(folder):
        print("LibreOffice was not found: the Word 97 file was not made again.")


if __name__ == "__main__":
    main()
