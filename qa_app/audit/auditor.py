"""Audits batches: reads every input, joins the parts of one child's plan, pairs plans of one child, judges each.

A bad file becomes an entry among the unreadable and never stops the others. The order of the plans is the order of the
inputs, whatever the number of workers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol, TypeVar

from qa_app import __version__
from qa_app.audit.judges import Judges
from qa_app.audit.pairing import previous_plans
from qa_app.audit.stages import Stages
from qa_app.core.document import Document
from qa_app.core.errors import UnreadableDocument
from qa_app.core.paths import resource
from qa_app.core.plan import Plan
from qa_app.core.result import Audit, PlanAudit, Unreadable
from qa_app.detect.base import catalogue
from qa_app.extract import FormLibrary, join_documents, load_forms, same_child_parts
from qa_app.ingest import ReadOutcome, read_bytes, read_inputs
from qa_app.templates import load_template

Progress = Callable[[int, int, str], None]
"""Told ``(done, total, what)`` after each step; ``total`` is 0 while it is not known (files are still being read)."""

_In = TypeVar("_In")
_Out = TypeVar("_Out")


class _Mapper(Protocol):
    def __call__(self, function: Callable[[_In], _Out], items: Iterable[_In], /) -> Iterator[_Out]: ...


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the stages are built from: small enough to be sent to another process with every task."""

    template: str
    forms: Path | None = None


@dataclass(frozen=True)
class Auditor:
    """Audits plans against one template. Immutable once loaded, so threads may share it.

    Attributes:
        recipe: What the stages are built from; worker processes build their own from it.
        stages: What one plan goes through.
    """

    recipe: Recipe
    stages: Stages

    @classmethod
    def load(cls, template: str = "wales-2025", forms: Path | None = None) -> Auditor:
        """Load a template, the forms and the detectors; models are loaded when first needed.

        Args:
            template: The template's id or the path of its file.
            forms: A folder with form descriptions beside those that come with the program.

        Raises:
            InvalidTemplate: The template or a form is unknown or broken; the error carries every problem.
        """
        recipe = Recipe(template, forms)
        return cls(recipe, _stages(recipe))

    def audit_paths(self, paths: Sequence[Path], *, workers: int = 1, progress: Progress | None = None) -> Audit:
        """Audit files, folders and zip files."""
        return self._audit(read_inputs(paths), workers, progress)

    def audit_files(self, files: Sequence[tuple[str, bytes]], *, workers: int = 1, progress: Progress | None = None) -> Audit:
        """Audit uploaded files, given as name and bytes."""
        return self._audit(chain.from_iterable(read_bytes(data, name) for name, data in files), workers, progress)

    def _audit(self, outcomes: Iterable[ReadOutcome], workers: int, progress: Progress | None) -> Audit:
        documents: list[Document] = []
        unreadable: list[Unreadable] = []
        for outcome in outcomes:
            documents.extend(outcome.documents)
            if progress is not None and outcome.documents:
                progress(len(documents), 0, f"reading {outcome.file}")
            if outcome.unreadable is not None:
                unreadable.append(outcome.unreadable)
        if not documents:
            return Audit(__version__, self.stages.template, (), tuple(unreadable))
        with self._mapper(workers) as run:
            plans, refused = _readable(list(run(_extract, ((self.recipe, d) for d in documents))))
            plans = list(self._joined(plans))
            previous = previous_plans(plans)
            tasks = ((self.recipe, plan, earlier) for plan, earlier in zip(plans, previous, strict=True))
            audits: list[PlanAudit] = []
            for done in run(_audit_plan, tasks):
                audits.append(done)
                if progress is not None:
                    progress(len(audits), len(plans), f"judged {done.analysis.plan.document.name}")
        return Audit(__version__, self.stages.template, tuple(audits), (*unreadable, *refused))

    def _joined(self, plans: Sequence[Plan]) -> Iterator[Plan]:
        """Join the parts of one child's plan that came as several files, at the place of the first."""
        joined: dict[int, Plan] = {}
        swallowed: set[int] = set()
        for group in same_child_parts(plans):
            whole = self.stages.extract(join_documents([plans[index].document for index in group.plans]))
            joined[min(group.plans)] = replace(whole, warnings=(*whole.warnings, group.reason))
            swallowed.update(group.plans)
        for index, plan in enumerate(plans):
            if index in joined:
                yield joined[index]
            elif index not in swallowed:
                yield plan

    def _mapper(self, workers: int) -> AbstractContextManager[_Mapper]:
        return _in_turn() if workers == 1 else _side_by_side(workers)


@contextmanager
def _in_turn() -> Iterator[_Mapper]:
    yield map


@contextmanager
def _side_by_side(workers: int) -> Iterator[_Mapper]:
    # Spawned, not forked: a fork would copy a half-used pipeline and any threads' locks.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield pool.map


@lru_cache(maxsize=4)
def _stages(recipe: Recipe) -> Stages:
    """Build the stages once per process and recipe; worker processes come here too."""
    detectors = catalogue()
    forms = load_forms(resource("audit_templates") / "forms")
    if recipe.forms is not None:
        forms = FormLibrary((*load_forms(recipe.forms).forms, *forms.forms))
    return Stages(load_template(recipe.template, detectors), detectors, forms, Judges())


def _extract(task: tuple[Recipe, Document]) -> Plan | Unreadable:
    recipe, document = task
    try:
        return _stages(recipe).extract(document)
    except UnreadableDocument as problem:
        return Unreadable(document.name, problem.reason, problem.cure)


def _audit_plan(task: tuple[Recipe, Plan, Plan | None]) -> PlanAudit:
    recipe, plan, previous = task
    return _stages(recipe).audit(plan, previous)


def _readable(extracted: Sequence[Plan | Unreadable]) -> tuple[list[Plan], list[Unreadable]]:
    plans = [item for item in extracted if isinstance(item, Plan)]
    return plans, [item for item in extracted if isinstance(item, Unreadable)]
