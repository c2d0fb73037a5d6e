"""Plans built by hand: sections of lines, and passages with the labels that a test gives them."""

from collections.abc import Sequence

from qa_app.core.analysis import JudgedPassage, JudgedTarget
from qa_app.core.document import Block, BlockKind, Document, Omission, Span
from qa_app.core.judged import TargetJudgement, TargetText, VoiceJudgement, VoiceLabel
from qa_app.core.plan import Passage, Plan, Section, TargetRow

Parts = Sequence[tuple[str, str, str]]


def plan_of(*parts: tuple[str, str, str], targets: Sequence[str] = (), omissions: tuple[Omission, ...] = ()) -> Plan:
    """Build a plan from (section id, heading, content) and target wordings."""
    text, blocks, sections, rows = "", [], [], []
    for section_id, heading, content in parts:
        head = Span(len(text), len(text) + len(heading)) if heading else None
        text += f"{heading}\n" if heading else ""
        body = Span(len(text), len(text) + len(content)) if content else None
        text += f"{content}\n"
        blocks += [Block(head, BlockKind.HEADING)] if head else []
        blocks += [Block(body, BlockKind.PARAGRAPH)] if body else []
        sections.append(Section(section_id, heading, head, Passage(content, (body,) if body else ())))
    for wording in targets:
        span = Span(len(text), len(text) + len(wording))
        text += f"{wording}\n"
        blocks.append(Block(span, BlockKind.PARAGRAPH))
        rows.append(TargetRow(target=Passage(wording, (span,))))
    document = Document("plan.docx", "0" * 64, "docx", text, tuple(blocks), omissions)
    return Plan(document, tuple(sections), {}, targets=tuple(rows))


def judged_targets(plan: Plan) -> tuple[JudgedTarget, ...]:
    return tuple(JudgedTarget(row, TargetText(row.target.text), TargetJudgement({})) for row in plan.targets)


def labelled(plan: Plan, labels: dict[str, VoiceLabel]) -> tuple[JudgedPassage, ...]:
    """Label the passages whose words are the keys."""
    found = []
    for words, label in labels.items():
        start = plan.document.text.index(words)
        span = Span(start, start + len(words))
        section = plan.section_at(start)
        assert section is not None
        found.append(JudgedPassage(span, section.id, section.heading, VoiceJudgement(label, 0.9, "")))
    return tuple(found)
