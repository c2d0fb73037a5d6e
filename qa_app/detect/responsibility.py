"""Does everybody know what is theirs to do?

Looks for: a named person or exact role for every row, and parts for the child, the carer and the school. Matters because what
everybody is to do, nobody does. Known misses: a first name that no list of people explains. Near misses: "school", "all",
"staff", "TBC" are nobody. Source: Welsh guidance 296/2025, section 7, sixth point.
"""

from __future__ import annotations

from collections import Counter

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, Finding
from qa_app.detect.base import Detector, Settings
from qa_app.detect.owners import known_people, owners_in, owners_of
from qa_app.detect.reading import carrying, childs_names, counted, quote_of, searched_in, sentences_in, share
from qa_app.detect.rows import OwnedRow, owned_rows
from qa_app.nlp.roles import RoleKind

ID = "responsibility"
_REASONS = {
    "named": "Somebody by name or exact role.",
    "vague": "Nobody in particular is named.",
    "blank": "Nobody is named.",
}


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Read the owner of every row, and who has a part anywhere."""
    people = known_people(analysis)
    rows = owned_rows(analysis, people)
    loose = [owners_of(s.text, people) for s in sentences_in(analysis, "actions")] if not rows else []
    states = Counter(row.state for row in rows)
    named = states["named"] + sum(owners.named for owners in loose)
    total = len(rows) + len(loose)
    parts = _parts(analysis, rows)
    findings = tuple(_finding(analysis, row) for row in rows if row.passage.spans)
    return Detection(
        detector=ID,
        looked_for="a person's name or an exact role beside each target or action; “school”, “all” and “TBC” name nobody",
        searched=(*searched_in(analysis, "actions", "carer_role"), *(s for row in rows for s in row.passage.spans)),
        findings=findings,
        measures={
            "rows": total,
            "named": named,
            "vague": states["vague"],
            "blank": states["blank"] + sum(not owners.named for owners in loose),
            "share_named": share(named, total),
            "every_row_named": bool(rows) and named == total,
            "child_part": RoleKind.CHILD in parts,
            "carer_part": RoleKind.FAMILY in parts,
            "school_part": RoleKind.SCHOOL in parts,
            "each_has_a_part": {RoleKind.CHILD, RoleKind.FAMILY, RoleKind.SCHOOL} <= parts,
            "owners": len({row.passage.text for row in rows if row.state == "named"}),
            "complete": bool(rows) and named == total,
        },
        summary=_summary(total, named, states, parts),
        confidence=0.85,
    )


def _parts(analysis: Analysis, rows: tuple[OwnedRow, ...]) -> frozenset[RoleKind]:
    """Return whose parts are told: in a row, or under the carer's heading."""
    people = known_people(analysis)
    kinds: set[RoleKind] = set()
    for row in rows:
        kinds |= row.owners.kinds
        kinds |= owners_in(row.target.row.actions, people).kinds
        if row.state == "named" and not row.owners.kinds:
            kinds.add(RoleKind.SCHOOL)  # "Mrs Pugh" without a role: teachers go by title and surname
    if any(carrying(sentences_in(analysis, "carer_role"), "carer_part", childs_names(analysis))):
        kinds.add(RoleKind.FAMILY)
    return frozenset(kinds)


def _finding(analysis: Analysis, row: OwnedRow) -> Finding:
    return Finding(f"owner-{row.state}", quote_of(analysis, row.passage), _REASONS[row.state], ID)


def _summary(total: int, named: int, states: Counter[str], parts: frozenset[RoleKind]) -> str:
    if not total:
        return "No targets or actions were found that somebody could be responsible for."
    first = f"{named} of {counted(total, 'row')} with a named person or exact role"
    rest = [
        f"{states[state]} {word}"
        for state, word in (("vague", "with nobody in particular"), ("blank", "blank"))
        if states[state]
    ]
    missing = [
        word
        for kind, word in ((RoleKind.CHILD, "the child"), (RoleKind.FAMILY, "the carer"), (RoleKind.SCHOOL, "the school"))
        if kind not in parts
    ]
    ending = f" No part was seen for {' or '.join(missing)}." if missing else " Child, carer and school each have a part."
    return ", ".join([first, *rest]) + "." + ending


DETECTOR = Detector(
    id=ID,
    question="Has every target or action a named person or exact role, and everybody a part?",
    measures={
        "rows": "target rows, or actions in running text where there are no rows",
        "named": "rows with a named person or exact role",
        "vague": "rows that name nobody in particular",
        "blank": "rows that name nobody",
        "share_named": "share of rows with somebody named; 0 without rows",
        "every_row_named": "whether all have",
        "child_part": "whether the child has a part",
        "carer_part": "whether the carer has a part",
        "school_part": "whether somebody at school has a part",
        "each_has_a_part": "whether all three have",
        "owners": "different owners",
        "complete": "whether every row has somebody named",
    },
    run=run,
)
