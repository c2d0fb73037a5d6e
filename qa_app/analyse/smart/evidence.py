"""What a component found in a row: proofs by kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qa_app.core.judged import Proof


@dataclass(frozen=True, slots=True)
class Evidence:
    """Proofs by kind, in the order in which a component looks for them; kinds without a proof are left out."""

    kinds: Mapping[str, tuple[Proof, ...]]

    @classmethod
    def of(cls, **kinds: Iterable[Proof]) -> Evidence:
        """Make evidence; a kind's underscores become hyphens."""
        return cls({kind.replace("_", "-"): found for kind, proofs in kinds.items() if (found := tuple(proofs))})

    def has(self, *kinds: str) -> bool:
        """Tell whether one of ``kinds`` was found."""
        return any(kind in self.kinds for kind in kinds)

    def count(self, kind: str) -> int:
        """Return how many proofs of a kind there are."""
        return len(self.kinds.get(kind, ()))

    def first(self, kind: str) -> Proof | None:
        """Return the first proof of a kind."""
        found = self.kinds.get(kind)
        return found[0] if found else None
