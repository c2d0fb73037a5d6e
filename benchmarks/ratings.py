"""Compare the ratings of the sample plans with those that their makers wrote down.

Prints for each criterion the share of exact ratings and the quadratic-weighted kappa over rated pairs, and every plan's row.
Run: ``python benchmarks/ratings.py [FOLDER]``
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from sklearn.metrics import cohen_kappa_score

from qa_app.audit.auditor import Auditor
from qa_app.core.result import CriterionResult
from qa_app.ingest import read_path

RATINGS = (0, 1, 2, 3)


def word_of(result: CriterionResult) -> str:
    """Return a rating as one short word."""
    return str(result.rating) if result.rating is not None else {"not-applicable": "n/a"}.get(result.status.value, "?")


def main(folder: Path) -> None:
    """Rate every plan of ``folder`` that has a gold file, each part by itself, and print the comparison."""
    stages = Auditor.load().stages
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        (document, *_) = read_path(folder / gold["file"])
        audit = stages.audit(stages.extract(document))
        seen = {result.criterion.id: word_of(result) for result in audit.results}
        row = []
        for entry in gold["criteria"]:
            wanted = str(entry["rating"]) if entry["status"] == "rated" else "n/a"
            pairs[entry["id"]].append((seen[entry["id"]], wanted))
            row.append(seen[entry["id"]] if seen[entry["id"]] == wanted else f"{seen[entry['id']]}({wanted})")
        print(path.name.removesuffix(".gold.json").ljust(32), " ".join(cell.ljust(6) for cell in row), audit.overall.band)
    print()
    for name, found in (*pairs.items(), ("all criteria", [pair for each in pairs.values() for pair in each])):
        exact = sum(seen == wanted for seen, wanted in found) / len(found)
        rated = [(int(seen), int(wanted)) for seen, wanted in found if seen.isdigit() and wanted.isdigit()]
        kappa = cohen_kappa_score(*zip(*rated, strict=True), weights="quadratic", labels=RATINGS) if len(rated) > 1 else 0.0
        print(f"{name:28} exact {exact:.2f}  kappa {kappa:.2f}  ({len(found)} plans)")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("corpus/sample"))
