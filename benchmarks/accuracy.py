"""Write ``docs/accuracy.md``: how well the program judges the test side of the labelled data, how well its passes agree.

usage: python benchmarks/accuracy.py [--print]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sklearn.metrics import cohen_kappa_score

from qa_app import __version__
from qa_app.audit.judges import Judges
from qa_app.core.judged import Component, Flag, FlagCategory, Level, Severity, VoiceLabel
from qa_app.core.plan import Language, Speaker
from qa_app.evaluate.figures import JudgedWording, component_figures, language_figures, matched, voice_figures
from qa_app.evaluate.items import LanguageItem, TargetItem, VoiceItem, read_language, read_targets, read_voice
from qa_app.nlp.languages import language_of, words

ROOT = Path(__file__).parents[1]
LABELLED = ROOT / "corpus" / "labelled"
TEST = LABELLED / "test"
PAGE = ROOT / "docs" / "accuracy.md"

HEAD = f"""# Accuracy

How far PEP QA {__version__} agrees with labels made by the judgement guide, on the **test side** of our labelled data: items by
other writers, never trained on. Its texts were kept from those who worked on the judges, but its figures were looked at
while they worked (for wording many times, and the present lexicon was kept over an earlier one because it did better here),
so they are a little kind. Every text is invented. Hard cases are far more frequent in it than in ordinary plans, and no
practitioner has checked the labels yet, so read these figures as what they are: the best estimate we have, not a promise
about your plans. Square brackets: 95 % bootstrap intervals.

This page is written by `python benchmarks/accuracy.py`. `pep-qa evaluate FOLDER` gives the same figures for labels of
your own.
"""

FOOT = """
## What to make of it

- **Time-bound, Specific, Measurable** follow rules that can be shown; disagree with them by the words they quote.
- **Achievable and Relevant** depend on knowing the child. They are provisional; a person should look at each.
- **The child's views**: the commonest mistake is between a child's unmarked words and an adult's account of them. A view
  called absent is rare, and counted above.
- **Wording**: the program knows the wordings in its lists and their relatives. It misses many of the inventive ways in
  which tired adults blame; a plan without flags is not a plan without blame. Flags in a child's own words: none.
- **Welsh** is a tenth of the data, so its intervals are wide.
- **Ratings of the ten criteria** are compared with one person's ratings of the sixteen sample plans
  (`benchmarks/ratings.py`), on which the rules were also tuned: they say that the parts fit together, not how accurate
  they will be.
"""


def tongue(text: str) -> str:
    """Return which language a text is counted under."""
    return "Welsh" if language_of(text) is Language.WELSH else "English"


def grouped(items: Iterable[Any], texts: Iterable[str]) -> Iterator[tuple[str, list[Any]]]:
    """Yield all items, then those of each language."""
    pairs = list(zip(items, texts, strict=True))
    yield "all", [item for item, _ in pairs]
    for name in ("English", "Welsh"):
        yield name, [item for item, text in pairs if tongue(text) == name]


def targets_section(judges: Judges) -> Iterator[str]:
    """Yield the section on SMART targets."""
    items: list[TargetItem] = [item for path in sorted((TEST / "targets").glob("*.jsonl")) for item in read_targets(path)]
    judged = {item.id: judges.smart.judge(item.row).components for item in items}
    yield "## SMART targets\n"
    yield "| component | rows | items | F1 of met | precision | recall | quadratic κ | confusion (not / partly / met) |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, group in grouped(items, [f"{i.row.target} {i.row.actions}" for i in items]):
        for component in Component:
            gold = [item.labels[component] for item in group]
            f = component_figures(component, gold, [judged[item.id][component].level for item in group])
            confusion = " / ".join(" ".join(map(str, row)) for row in f.confusion)
            rates = f"{f.f1} | {f.precision:.3f} | {f.recall:.3f} | {f.kappa}"
            yield f"| {component.value} | {name} | {f.items} | {rates} | {confusion} |"


def voice_section(judges: Judges) -> Iterator[str]:
    """Yield the section on the child's views."""
    items: list[VoiceItem] = [item for path in sorted((TEST / "voice").glob("*.jsonl")) for item in read_voice(path)]
    labels = dict(
        zip([i.id for i in items], [j.label for j in judges.voice.judge_many([i.passage for i in items])], strict=True)
    )
    yield "\n## The child's views\n"
    yield "| rows | passages | macro-F1 | child's own view or not, F1 | views called absent |"
    yield "|---|---|---|---|---|"
    everything = None
    for name, group in grouped(items, [i.passage.text for i in items]):
        f = voice_figures([i.label for i in group if i.label], [labels[i.id] for i in group])
        everything = everything or f
        yield f"| {name} | {f.items} | {f.macro_f1} | {f.own_view_f1} | {f.views_called_absent} of {f.views} |"
    if everything:
        yield "\n| label | precision | recall | F1 | passages |\n|---|---|---|---|---|"
        for label in VoiceLabel:
            p, r, f1, n = everything.per_label[label]
            yield f"| {label.value} | {p:.3f} | {r:.3f} | {f1:.3f} | {n} |"


def language_section(judges: Judges) -> Iterator[str]:
    """Yield the section on wording."""
    items: list[LanguageItem] = [item for path in sorted((TEST / "language").glob("*.jsonl")) for item in read_language(path)]
    judged = {
        item.id: JudgedWording(
            len(words(item.wording.text)),
            item.wording.speaker is Speaker.CHILD,
            item.spans or (),
            judges.wording.judge(item.wording),
        )
        for item in items
    }
    yield "\n## Insensitive wording\n"
    yield "| rows | texts | labelled spans | precision | recall | F1 | per 1,000 clean words | in the child's own words |"
    yield "|---|---|---|---|---|---|---|---|"
    everything = None
    for name, group in grouped(items, [i.wording.text for i in items]):
        f = language_figures([judged[i.id] for i in group])
        everything = everything or f
        yield (
            f"| {name} | {f.items} | {f.spans} | {f.precision} | {f.recall} | {f.f1} |"
            f" {f.clean_alarms_per_1000_words:.2f} | {f.alarms_in_childs_words} |"
        )
    if everything:
        yield "\n| category | found | labelled | false alarms |\n|---|---|---|---|"
        for category, (hit, total) in everything.per_category.items():
            yield f"| {category.value} | {hit} | {total} | {everything.false_alarms[category]} |"


def records(kind: str, folder: Path) -> dict[str, dict[str, Any]]:
    """Return the records of a kind by id."""
    lines = [line for path in sorted((folder / kind).glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return {record["id"]: record for record in map(json.loads, lines)}


def spans_of(record: dict[str, Any]) -> tuple[Flag, ...]:
    """Return a record's labelled spans as flags, so that they can be matched like the program's."""
    return tuple(
        Flag(s["start"], s["end"], s["text"], FlagCategory(s["category"]), Severity(s["severity"]), "", (), 1.0)
        for s in record["spans"]
    )


def agreement_section() -> Iterator[str]:
    """Yield how far the two labelling passes agree."""
    yield "\n## Agreement of the two labelling passes\n"
    yield (
        "The second pass was asked to work without the first labels; nothing enforced it. Both worked from the same"
        " guide and examples, which lifts their"
        " agreement above that of people who meet the guide for the first time.\n"
    )
    yield "| what | items | same label | κ |\n|---|---|---|---|"
    first = {kind: {**records(kind, LABELLED), **records(kind, TEST)} for kind in ("targets", "voice", "language")}
    second = {kind: records(kind, LABELLED / "second") for kind in first}
    both = [i for i in second["targets"] if i in first["targets"]]
    for component in Component if both else ():
        a, b = ([Level(side["targets"][i]["labels"][component.value]).rank for i in both] for side in (first, second))
        same = sum(x == y for x, y in zip(a, b, strict=True)) / len(both)
        kappa = cohen_kappa_score(a, b, weights="quadratic")
        yield f"| {component.value} (quadratic κ) | {len(both)} | {same:.3f} | {kappa:.3f} |"
    both = [i for i in second["voice"] if i in first["voice"]]
    if both:
        a, b = ([side["voice"][i]["label"] for i in both] for side in (first, second))
        same = sum(x == y for x, y in zip(a, b, strict=True)) / len(both)
        yield f"| whose view | {len(both)} | {same:.3f} | {cohen_kappa_score(a, b):.3f} |"
    both = [i for i in second["language"] if i in first["language"]]
    if both:
        a, b = ([bool(side["language"][i]["spans"]) for i in both] for side in (first, second))
        same = sum(x == y for x, y in zip(a, b, strict=True)) / len(both)
        yield f"| text flagged or clean | {len(both)} | {same:.3f} | {cohen_kappa_score(a, b):.3f} |"
        spans = [[spans_of(side["language"][i]) for side in (first, second)] for i in both]
        hits = sum(len(matched(gold, flags)) for gold, flags in spans)
        f1 = 2 * hits / sum(len(gold) + len(flags) for gold, flags in spans)
        yield f"\nFlagged spans: F1 {f1:.3f} between the passes, counted as for the program."


def main() -> None:
    """Write the page, or print it."""
    judges = Judges()
    sections = (targets_section(judges), voice_section(judges), language_section(judges), agreement_section())
    page = "\n".join([HEAD, *(line for section in sections for line in section), FOOT])
    if "--print" in sys.argv:
        print(page)
    else:
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
