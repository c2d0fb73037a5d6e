"""How much of the sample plans' facts, sections and targets is found.

usage: python benchmarks/extraction.py [FOLDER] [--misses]

Reads every document of FOLDER (default: corpus/sample) that has a ``NAME.gold.json`` beside it and prints, per file and
over all: share of facts, share of sections whose text stands under the right id, F1 of targets, earlier targets taken for
current ones, and printed words taken for content.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from qa_app.core.plan import Plan
from qa_app.extract import extract_plan, join_documents
from qa_app.ingest import read_path

ALIKE = 0.8
"""Share of two texts that must agree for them to be one target or one passage."""


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return re.findall(r"\w+", text.lower())


def alike(one: str, other: str) -> bool:
    """Whether two texts are one passage."""
    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio() >= ALIKE


def matched(found: list[str], wanted: list[str]) -> int:
    """Count the wanted texts that were found, each found text used once."""
    rest = list(found)
    hits = 0
    for text in wanted:
        hit = next((candidate for candidate in rest if alike(candidate, text)), None)
        if hit is not None:
            rest.remove(hit)
            hits += 1
    return hits


def same_fact(found: object, wanted: object) -> bool:
    """Whether a fact has the wanted value."""
    if isinstance(found, date):
        return found.isoformat() == str(wanted)
    if isinstance(wanted, str) and isinstance(found, str):
        return set(words(wanted)) <= set(words(found)) or (set(words(found)) <= set(words(wanted)) and bool(found))
    return bool(found == wanted)


def measure(plan: Plan, gold: dict[str, Any], show: bool) -> Counter[str]:
    """Compare one plan with its gold; return the counts."""
    counts: Counter[str] = Counter()
    measure_facts(plan, gold, show, counts)
    measure_sections(plan, gold, show, counts)
    measure_targets(plan, gold, show, counts)
    measure_print(plan, gold, show, counts)
    counts["visible"] += plan.coverage.visible
    counts["analysed"] += plan.coverage.analysed
    return counts


def measure_facts(plan: Plan, gold: dict[str, Any], show: bool, counts: Counter[str]) -> None:
    """Count the facts with the right value."""
    for name, value in gold["facts"].items():
        if value is None:
            counts["facts invented"] += plan.fact(name) is not None
            continue
        counts["facts"] += 1
        right = same_fact(plan.fact(name), value)
        counts["facts right"] += right
        if show and not right:
            print("   fact", name, "wanted", value, "found", plan.fact(name))


def measure_sections(plan: Plan, gold: dict[str, Any], show: bool, counts: Counter[str]) -> None:
    """Count the sections whose text stands under the right id."""
    for section in gold["sections"]:
        counts["sections"] += 1
        found = plan.sections_with(section["id"])
        start = words(section.get("starts", ""))[:6]
        text = words(" ".join(one.content.text for one in found))
        right = bool(found) if section.get("empty") else any(text[i : i + len(start)] == start for i in range(len(text)))
        counts["sections right"] += right
        if show and not right:
            print("   section", section, "found", [(one.heading, one.content.text[:80]) for one in found])


def measure_targets(plan: Plan, gold: dict[str, Any], show: bool, counts: Counter[str]) -> None:
    """Count the targets found, earlier ones among them, and the parts beside them."""
    wanted = [row["target"] for row in gold["targets"]]
    earlier = [row["target"] for row in gold.get("previous_targets", [])]
    current = [row.target.text for row in plan.targets]
    previous = [row.target.text for row in plan.previous_targets]
    counts["targets"] += len(wanted)
    counts["targets found"] += len(current)
    counts["targets right"] += matched(current, wanted)
    counts["previous"] += len(earlier)
    counts["previous right"] += matched(previous, earlier)
    counts["previous as current"] += matched([text for text in current if not any(alike(text, one) for one in wanted)], earlier)
    if show and matched(current, wanted) < max(len(wanted), len(current)):
        print("   targets wanted", wanted, "\n   found", current)
    if show and matched(previous, earlier) < max(len(previous), len(earlier)):
        print("   previous wanted", earlier, "\n   found", previous)
    for row in gold["targets"]:
        match = next((one for one in plan.targets if alike(one.target.text, row["target"])), None)
        for part in ("success_criteria", "actions", "who", "by_when"):
            if row.get(part):
                counts["parts"] += 1
                right = match is not None and alike(getattr(match, part).text, row[part])
                counts["parts right"] += right
                if show and match is not None and not right:
                    print("   part", part, "wanted", row[part], "found", getattr(match, part).text)


def measure_print(plan: Plan, gold: dict[str, Any], show: bool, counts: Counter[str]) -> None:
    """Count printed words taken for content."""
    content = words(" ".join(section.content.text for section in plan.sections))
    for printed in gold.get("printed", []):
        piece = words(printed)[:8]
        taken = any(content[i : i + len(piece)] == piece for i in range(len(content)))
        counts["printed as content"] += taken
        if show and taken:
            print("   printed", printed)


def line(name: str, counts: Counter[str]) -> str:
    """Say the counts in one line."""

    def share(right: str, of: str) -> str:
        return f"{counts[right]}/{counts[of]}"

    total = counts["targets"] + counts["targets found"]
    f1 = 2 * counts["targets right"] / total if total else 1.0
    return (
        f"{name[:38]:38} facts {share('facts right', 'facts'):7} sections {share('sections right', 'sections'):7} "
        f"targets F1 {f1:.2f} parts {share('parts right', 'parts'):7} previous {share('previous right', 'previous'):5} "
        f"previous as current {counts['previous as current']} printed {counts['printed as content']} "
        f"analysed {counts['analysed'] / max(counts['visible'], 1):.2f}"
    )


def main(arguments: list[str]) -> None:
    """Measure a folder."""
    show = "--misses" in arguments
    folder = Path(next((one for one in arguments if not one.startswith("-")), "corpus/sample"))
    total: Counter[str] = Counter()
    for gold_file in sorted(folder.glob("**/*.gold.json")):
        gold = json.loads(gold_file.read_text("utf-8"))
        names = gold.get("files") or [gold["file"]]
        if "facts" not in gold:
            continue
        documents = [document for name in names for document in read_path(gold_file.parent / name)]
        plan = extract_plan(join_documents(documents))
        counts = measure(plan, gold, show)
        print(line(names[0], counts))
        total += counts
    print(line("all", total))


if __name__ == "__main__":
    main(sys.argv[1:])
