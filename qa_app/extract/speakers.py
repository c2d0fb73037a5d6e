"""Whose words a section holds: by its heading, then by who is named before a passage, then by what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from qa_app.core.document import Document, Span
from qa_app.core.plan import Passage, Section, Speaker
from qa_app.extract.cues import cues

_WHO: Final = {
    Speaker.CARER: "a carer",
    Speaker.PARENT: "a parent",
    Speaker.SOCIAL_WORKER: "the social worker",
    Speaker.SCHOOL: "the school",
}
_LABELLED: Final = frozenset({"child_views", "aspirations"})
"""Sections where a passage that begins "Carer: …" is the carer's, although the heading is the child's."""


def speaker_of(text: str) -> Speaker | None:
    """Return the adult whose words a passage under the child's heading is; None when nothing says so."""
    listed = cues()
    straight = text.replace("’", "'")
    for speaker, label in listed.labels.items():
        if label.match(straight):
            return speaker
    return next((speaker for speaker, cue in listed.speakers.items() if cue.found(text)), None)


def divided_by_speaker(document: Document, section: Section) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """Divide a section of the child's where adults speak in it.

    Returns:
        The section, or its pieces in order, each with its speaker; and a warning for each adult found.
    """
    if section.speaker is not Speaker.CHILD or section.id not in _LABELLED or section.empty:
        return (section,), ()
    told = [(span, speaker_of(document.quote(span)) or Speaker.CHILD) for span in section.content.spans]
    if all(speaker is Speaker.CHILD for _, speaker in told):
        return (section,), ()
    runs: list[tuple[Speaker, list[Span]]] = [
        (speaker, [span for span, _ in run]) for speaker, run in groupby(told, key=lambda pair: pair[1])
    ]
    pieces = tuple(
        replace(
            section,
            content=Passage.of(document, tuple(spans)),
            speaker=speaker,
            prompts=section.prompts if index == 0 else (),
            heading_span=section.heading_span if index == 0 else None,
        )
        for index, (speaker, spans) in enumerate(runs)
    )
    warnings = tuple(
        f"Words under the child's heading at {document.place(spans[0])} read as those of {_WHO[speaker]}, not of the child."
        for speaker, spans in runs
        if speaker is not Speaker.CHILD
    )
    return pieces, warnings


def merged_warnings(warnings: Sequence[str]) -> tuple[str, ...]:
    """Return each warning once, in order."""
    return tuple(dict.fromkeys(warnings))
