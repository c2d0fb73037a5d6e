"""Plans made from a few lines of text, without the file formats."""

import hashlib
from collections.abc import Callable
from datetime import date

import pytest

from qa_app.core.document import Block, BlockKind, Document, Span
from qa_app.core.plan import Fact, FactValue, Language, Person, Plan


@pytest.fixture
def plan_of() -> Callable[..., Plan]:
    def make(
        text: str,
        child: str = "",
        people: tuple[tuple[str, str], ...] = (),
        language: Language = Language.ENGLISH,
        born: date | None = None,
        **facts: FactValue,
    ) -> Plan:
        blocks, at = [], 0
        for line in text.split("\n"):
            if line:
                blocks.append(Block(Span(at, at + len(line)), BlockKind.PARAGRAPH))
            at += len(line) + 1
        document = Document("plan.txt", hashlib.sha256(text.encode()).hexdigest(), "txt", text, tuple(blocks))
        values: dict[str, FactValue] = {
            **facts,
            **({"child": child} if child else {}),
            **({"date_of_birth": born} if born else {}),
        }
        here = (Span(0, 1),)
        return Plan(
            document,
            (),
            {name: Fact(name, value, here) for name, value in values.items()},
            tuple(Person(name, role, here[0]) for name, role in people),
            language=language,
        )

    return make
