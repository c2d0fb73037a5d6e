"""Load an audit template: read, check everything, and only then build the values."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from qa_app.core.errors import InvalidTemplate
from qa_app.core.template import AuditTemplate, Band, Criterion, Status
from qa_app.templates.catalogue import find_pack, find_template
from qa_app.templates.conditions import ConditionReader
from qa_app.templates.criteria import CriterionBuilder
from qa_app.templates.problems import Problems
from qa_app.templates.schema import BandEntry, CriterionEntry, PackFile, TemplateFile
from qa_app.templates.source import Source, read_source
from qa_app.templates.subjects import DetectorLike, band_subjects
from qa_app.templates.wording import note_shape_errors, place_of

_Model = TypeVar("_Model", bound=BaseModel)


def load_template(name: str | FilePath, detectors: Mapping[str, DetectorLike]) -> AuditTemplate:
    """Load a template and the packs it brings along.

    Args:
        name: Id of a template that comes with the program, or the path of a YAML file. ``ID+PACK+PACK`` adds optional
            packs: ``wales-2025+vale``.
        detectors: By id: the detectors whose measures the template may compare.

    Raises:
        InvalidTemplate: With every problem that was found, each with its line and its cure.
    """
    chosen, *added = str(name).split("+")
    path = find_template(chosen)
    problems = Problems()
    source, sha256 = _read(path, problems)
    parsed = _shape(TemplateFile, source, problems)
    if parsed is None:
        raise InvalidTemplate(path.name, problems.sentences())
    builder = CriterionBuilder(detectors, source, problems)
    criteria = [builder.build(entry, ("criteria", index)) for index, entry in enumerate(parsed.criteria)]
    _refuse_doubles(parsed.criteria, source, problems)
    uses = {criterion.id: builder.uses_of(criterion) for criterion in criteria if criterion}
    bands = _bands(parsed.bands, source, problems, uses)

    digests = [sha256]
    pack_problems: list[str] = []
    for pack in (*parsed.packs.included, *added):
        if pack in added and pack not in parsed.packs.optional:
            known = ", ".join(parsed.packs.optional) or "none"
            pack_problems.append(f"“{pack}” is not an optional pack of this template. There are: {known}.")
            continue
        more, digest, wrong = _pack(pack, path, detectors)
        criteria += more
        digests.append(digest)
        pack_problems += wrong
    pack_problems += _doubles_over_packs(criteria)
    if problems or pack_problems:
        raise InvalidTemplate(path.name, (*problems.sentences(), *pack_problems))
    return AuditTemplate(
        id="+".join((parsed.id, *added)),
        version=parsed.version,
        title=parsed.title,
        source=parsed.source,
        jurisdiction=parsed.jurisdiction,
        criteria=tuple(criterion for criterion in criteria if criterion is not None),
        bands=bands,
        status=Status(parsed.status),
        note=parsed.note,
        sha256=sha256 if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest(),
    )


def _read(path: FilePath, problems: Problems) -> tuple[Source, str]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.add(1, "The file is not plain text in UTF-8.", "Save it again with the encoding UTF-8.")
        return Source(None), ""
    return read_source(text, problems), hashlib.sha256(raw).hexdigest()


def _shape(model: type[_Model], source: Source, problems: Problems) -> _Model | None:
    if source.data is None:
        return None
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        note_shape_errors(error, model, source, problems)
        return None


def _refuse_doubles(entries: list[CriterionEntry], source: Source, problems: Problems) -> None:
    for index, entry in enumerate(entries):
        if entry.id in {other.id for other in entries[:index]}:
            line = source.line(("criteria", index, "id"))
            problems.add(line, f"The id “{entry.id}” is used twice.", "Give each criterion an id of its own.")


def _bands(
    entries: list[BandEntry], source: Source, problems: Problems, uses: Mapping[str, Mapping[str, DetectorLike]]
) -> tuple[Band, ...]:
    found = []
    for index, entry in enumerate(entries):
        path = ("bands", index)
        last = index == len(entries) - 1
        if (entry.when is None) is not last:
            cure = (
                "Take “when” out of the last band: it takes what is left."
                if last
                else "Add “when”: only the last band goes without."
            )
            problems.add(source.line(path), "A plan could get no band, or always this one.", cure, place_of(path, source))
            continue
        reader = ConditionReader(source, problems, band_subjects(uses), needs_words=False, place=place_of(path, source))
        condition = None if entry.when is None else reader.read(entry.when, (*path, "when"))
        found.append(Band(entry.name, condition, entry.say))
    return tuple(found)


def _pack(
    name: str, template: FilePath, detectors: Mapping[str, DetectorLike]
) -> tuple[list[Criterion | None], str, list[str]]:
    """Load a pack: its criteria, its hash, and its problems with the pack's name in front."""
    path = find_pack(name, template)
    if path is None:
        return [], "", [f"The pack “{name}” was not found. Put {name}.yaml into the folder “packs” beside the template."]
    problems = Problems()
    source, digest = _read(path, problems)
    parsed = _shape(PackFile, source, problems)
    criteria: list[Criterion | None] = []
    if parsed is not None:
        builder = CriterionBuilder(detectors, source, problems)
        criteria = [builder.build(entry, ("criteria", index)) for index, entry in enumerate(parsed.criteria)]
        _refuse_doubles(parsed.criteria, source, problems)
    return criteria, digest, [f"pack “{name}”, {sentence}" for sentence in problems.sentences()]


def _doubles_over_packs(criteria: list[Criterion | None]) -> list[str]:
    counts = Counter(criterion.id for criterion in criteria if criterion)
    return [
        f"The criterion “{name}” comes from two packs. Take one of them out." for name, count in counts.items() if count > 1
    ]
