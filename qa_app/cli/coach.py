"""``pep-qa coach``: judge one target or passage and show how to improve it."""

from __future__ import annotations

import sys
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from qa_app.cli.console import on_terminal, stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_app.core.judged import Flag, TargetJudgement, VoiceJudgement


class Piece(StrEnum):
    """What the text is."""

    TARGET = "target"
    PASSAGE = "passage"


_SIGNS = {"met": "✔", "partly": "◐", "not": "✘"}


def coach(
    text: Annotated[str, typer.Argument(help="The wording. Left out: read from standard input.")] = "",
    piece: Annotated[
        Piece, typer.Option("--as", help="Judge it as a target, or as a passage of views or description.")
    ] = Piece.TARGET,
    success: Annotated[str, typer.Option(help="How will we know? (target)")] = "",
    actions: Annotated[str, typer.Option(help="Support and actions (target)")] = "",
    who: Annotated[str, typer.Option(help="Who is responsible (target)")] = "",
    by_when: Annotated[str, typer.Option(help="By when (target)")] = "",
    needs: Annotated[str, typer.Option(help="What the plan says of the child's needs (target)")] = "",
    meeting: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d", "%d/%m/%Y"], help="Date of the meeting (target)")
    ] = None,
    heading: Annotated[str, typer.Option(help="Heading the passage stands under")] = "",
    child: Annotated[str, typer.Option(help="The child's first name")] = "",
) -> None:
    """Judge one target or passage, show the words that decided, and how to make it better.

    For example:

    `pep-qa coach "Improve his reading" --needs "Reads 40 words a minute"`

    `pep-qa coach --as passage --heading "My views" "Cai seems happy at school"`
    """
    from qa_app.audit.judges import Judges
    from qa_app.core.judged import TargetText, VoiceText, WordingText

    if not text:
        if on_terminal() and sys.stdin.isatty():
            typer.echo("Type or paste the wording, then Ctrl+D (Windows: Ctrl+Z, Enter).", err=True)
        text = sys.stdin.read().strip()
    if not text:
        stop("There is nothing to judge. Give the wording in quotation marks, or paste it.")
    judges = Judges()
    if piece is Piece.TARGET:
        held: date | None = meeting.date() if meeting else None
        row = TargetText(text, success, actions, who, by_when, needs, meeting_date=held)
        _show_target(judges.smart.judge(row))
    else:
        _show_view(judges.voice.judge(VoiceText(text, heading, child)))
    _show_flags(judges.wording.judge(WordingText(text, heading, child=child)))


def _show_target(judgement: TargetJudgement) -> None:
    if judgement.is_adult_action:
        typer.echo("This asks something of the adults: an action, not a target for the child.")
    for component, judged in judgement.components.items():
        name = component.value.replace("_", "-").capitalize()
        typer.echo(
            f"{_SIGNS[judged.level.value]} {name:<11} {judged.level.value:<7} ({judged.confidence:.0%})  {judged.reason}"
        )
        if judged.improve:
            typer.echo(f"    → {judged.improve}")


def _show_view(judgement: VoiceJudgement) -> None:
    own = "the child's view" if judgement.label.is_childs_view else "not the child's view"
    typer.echo(f"{judgement.label.value} ({own}, {judgement.confidence:.0%}): {judgement.reason}")


def _show_flags(flags: Sequence[Flag]) -> None:
    for flag in flags:
        typer.echo(f"! “{flag.text}” ({flag.category.value}, {flag.severity.value}): {flag.why}")
        if flag.instead:
            typer.echo(f"    → {' / '.join(flag.instead)}")
    if not flags:
        typer.echo("No insensitive wording found.")
