"""How many of the known names are gone from anonymised copies, and how many other words went with them.

usage: python benchmarks/redaction.py [FOLDER …] [--names FILE]

Known names are those of the list (default: ``redaction_names.yaml`` beside this file) and the child, school, authority and
staff of each ``NAME.gold.json``. A name counts as hidden in a plan when none of its occurrences, in whole words, is left in
the copy; places are counted too. Printed: recall of names, recall of places where they stand, misses, and the share of the
plan's words that were replaced without being a known name.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import yaml

from qa_app.core.paths import resource
from qa_app.core.plan import Plan
from qa_app.extract import extract_plan, load_forms
from qa_app.ingest import read_inputs
from qa_app.redact import StandIns, find_names, texts_of

HERE = Path(__file__).parent
DEFAULT_FOLDERS = ("sample", "formats", "unseen")
GOLD_FACTS = ("child", "school", "local_authority", "designated_person")
FORM_WORDS = re.compile(
    r"ysgol|school|primary|high|secondary|college|academy|coleg|junior|nursery|gynradd|uwchradd|gyfun|feithrin|y|yr"
    r"|a|of|m(?:r|rs|s|iss)|dr|st|community|until|then|march|council|county|head",
    re.IGNORECASE,
)


def words_of_gold(path: Path) -> set[str]:
    """Return the single words of the names in a gold file."""
    if not path.exists():
        return set()
    facts = json.loads(path.read_text("utf-8")).get("facts", {})
    found = re.findall(r"[^\W\d_]+", " ".join(str(facts.get(name) or "") for name in GOLD_FACTS))
    return {word for word in found if not FORM_WORDS.fullmatch(word) and word[:1].isupper()}


def places(name: str, text: str) -> list[re.Match[str]]:
    """Return where a name stands in whole words, as it is written in the list; Jan before a year is a month."""
    return list(re.finditer(rf"(?<!\w){re.escape(name)}(?! 20\d\d)(?!\w)", text))


def main(arguments: list[str]) -> None:
    """Measure every listed file of the folders."""
    list_file = HERE / "redaction_names.yaml"
    if "--names" in arguments:
        at = arguments.index("--names")
        list_file = Path(arguments[at + 1])
        arguments = arguments[:at] + arguments[at + 2 :]
    listed: dict[str, list[str]] = yaml.safe_load(list_file.read_text("utf-8"))
    folders = [Path(argument) for argument in arguments] or [HERE.parent / "corpus" / name for name in DEFAULT_FOLDERS]
    forms = load_forms(resource("audit_templates") / "forms")
    counts: Counter[str] = Counter()
    others: Counter[str] = Counter()
    stand_ins = StandIns()
    for path in sorted(path for folder in folders for path in folder.iterdir() if path.name in listed):
        known = set(listed[path.name]) | words_of_gold(path.with_suffix("").with_suffix(".gold.json"))
        for outcome in read_inputs([path]):
            for document in outcome.documents:
                plan = extract_plan(document, forms)
                measure(path, plan, known, stand_ins, counts, others)
    print(f"names hidden {counts['hidden']} of {counts['names']} ({counts['hidden'] / counts['names']:.4f})")
    print(f"places hidden {counts['places hidden']} of {counts['places']} ({counts['places hidden'] / counts['places']:.4f})")
    print(f"other words replaced: {counts['others']} of {counts['words']} ({counts['others'] / counts['words']:.4f})")
    print("most often:", ", ".join(f"{word} {number}" for word, number in others.most_common(40)))


def measure(path: Path, plan: Plan, known: set[str], stand_ins: StandIns, counts: Counter[str], others: Counter[str]) -> None:
    """Count one plan's names."""
    text = plan.document.text
    more = texts_of(path.read_bytes()) if path.suffix == ".docx" else ()
    edits = stand_ins.redactor(find_names(plan, more), plan.language).edits(text)
    hidden = [(edit.start, edit.end) for edit in edits]
    of_names: list[tuple[int, int]] = []
    for name in sorted(known):
        found = places(name, text)
        if not found:
            continue
        of_names.extend(match.span() for match in found)
        left = [m for m in found if not any(start <= m.start() and m.end() <= end for start, end in hidden)]
        counts["names"] += 1
        counts["hidden"] += not left
        counts["places"] += len(found)
        counts["places hidden"] += len(found) - len(left)
        if left:
            print(f"{path.name}: {name} left at {[plan.document.text[m.start() - 15 : m.end() + 15] for m in left]}")
    counts["words"] += len(text.split())
    for start, end in hidden:
        if not any(start < other_end and other < end for other, other_end in of_names):
            counts["others"] += len(text[start:end].split())
            others[text[start:end]] += 1


if __name__ == "__main__":
    main(sys.argv[1:])
